import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { localize } from '../graph/index.ts';
import { type Assignment, bugStep, exerciseFaults } from '../practice/index.ts';
import { type Command, complain, parse, print } from './command.ts';
import { badUsage, type Complaint, complaintLines, Failure } from './failure.ts';
import { fileName, loadGraph, loadResult, reason } from './file.ts';
import { toCsv, toText } from './gradeReport.ts';
import { type Grade, Grader, mistakesOf } from './grading.ts';
import { printable } from './printable.ts';

const usage = 'chainrule grade EXERCISE ANSWERS … [--json | --csv]';

/** `chainrule grade`: marks results of an exercise by working everything out anew. */
export const gradeCommand: Command = {
  usage,
  summary: 'marks results (files, or folders of *.json) of an exercise anew',
  async run(args) {
    const options = {
      json: { type: 'boolean', default: false },
      csv: { type: 'boolean', default: false },
    } as const;
    const { values, positionals } = parse(args, options, usage);
    const [path, ...answers] = positionals;
    if (path === undefined) throw badUsage('grade needs an EXERCISE', usage);
    if (answers.length === 0) throw badUsage('grade needs ANSWERS', usage);
    if (values.json && values.csv) throw badUsage('--json and --csv exclude each other', usage);
    if (positionals.filter((name) => name === '-').length > 1) {
      throw badUsage('only one file can be standard input', usage);
    }
    const exercise = await loadExercise(path);
    const grader = new Grader(exercise);
    checkExercise(grader.assignment, fileName(path));
    const grades: Grade[] = [];
    const refused: Refused[] = [];
    for (const found of await filesOf(answers, path)) {
      const outcome = typeof found === 'string' ? await grade(grader, found) : found;
      if ('score' in outcome) {
        grades.push(outcome);
        continue;
      }
      refused.push(outcome);
      complain(complaintLines(printable(outcome.file), outcome.complaints));
    }
    const { questions, exercise: terms } = grader.assignment;
    const steps = [
      ...(terms.kind === 'find-bug' ? [bugStep] : []),
      ...questions.map((it) => it.id),
    ];
    const title = localize(exercise.title, 'en');
    if (values.csv) process.stdout.write(toCsv(grades, steps));
    else if (values.json) {
      const head = { file: fileName(path), title, steps };
      print(JSON.stringify(toJson(head, grades, refused)));
    } else {
      const name = [title, `(${fileName(path)})`].filter((part) => part !== '').join(' ');
      print(toText(`${printable(name)}: ${steps.length} steps`, grades));
    }
    return refused.length === 0 ? 0 : 1;
  },
};

/** A file that gives no grade: it is broken, or the result of another exercise. */
interface Refused {
  readonly file: string;
  readonly complaints: readonly Complaint[];
  readonly belongs?: false;
}

async function loadExercise(path: string) {
  const name = fileName(path);
  const loaded = await loadGraph(path);
  if (!loaded.ok) throw new Failure(complaintLines(name, loaded.complaints));
  if (loaded.content.exercise !== undefined) return loaded.content;
  const message = 'this graph is no exercise: it has no such section. Make it one in the page.';
  throw new Failure(complaintLines(name, [{ key: 'exercise', message }]));
}

/** What is asked must have an answer, and what is to be found must be there. */
function checkExercise(assignment: Assignment, file: string): void {
  const faults = exerciseFaults(assignment);
  const complaints = faults.map(({ key, text }) => ({ key, message: text.en }));
  if (complaints.length > 0) throw new Failure(complaintLines(file, complaints));
}

async function grade(grader: Grader, path: string): Promise<Grade | Refused> {
  const file = fileName(path);
  const loaded = await loadResult(path);
  if (!loaded.ok) return { file, complaints: loaded.complaints };
  const graded = grader.grade(file, loaded.content);
  if ('score' in graded) return graded;
  return { file, complaints: [{ message: graded.en }], belongs: false };
}

/**
 * The files that are named, and those in folders (and theirs), each once; without the exercise,
 * which may lie among its answers.
 */
async function filesOf(paths: readonly string[], exercise: string): Promise<(string | Refused)[]> {
  const seen = new Set([await identity(exercise)]);
  const files: (string | Refused)[] = [];
  for (const path of paths) {
    const listed = await list(path);
    if (!Array.isArray(listed)) {
      files.push(listed);
      continue;
    }
    for (const file of listed) {
      const id = await identity(file);
      if (!seen.has(id)) files.push(file);
      seen.add(id);
    }
  }
  return files;
}

const { compare } = new Intl.Collator('en', { numeric: true });

/** A file, or the JSON files below a folder, without what systems hide there. */
async function list(path: string): Promise<string[] | Refused> {
  if (path === '-') return [path];
  try {
    if (!(await stat(path)).isDirectory()) return [path];
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile() && /\.json$/i.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => !/(?:^|[\\/])(?:\.|__MACOSX)/.test(file.slice(path.length)))
      .sort(compare);
    if (files.length > 0) return files;
    const message = 'There is no *.json file in this folder; name the one with the answers.';
    return { file: path, complaints: [{ message }] };
  } catch (error) {
    return { file: path, complaints: [{ message: reason(error) }] };
  }
}

/** One name for a file however it is called; the path where there is none. */
async function identity(path: string): Promise<string> {
  return path === '-' ? path : await realpath(path).catch(() => path);
}

function toJson(
  exercise: Record<string, unknown>,
  grades: readonly Grade[],
  refused: readonly Refused[],
): Record<string, unknown> {
  return {
    exercise,
    results: grades.map(({ mistakes, isFinished: finished, steps, ...grade }) => ({
      ...grade,
      finished,
      steps,
      mistakes: Object.fromEntries(mistakes),
    })),
    mistakes: mistakesOf(grades).map(({ name, ...count }) => ({ ...count, name: name.en })),
    refused: refused.map(({ file, complaints, belongs }) => ({
      file,
      reason: belongs === false ? 'another exercise' : 'unreadable',
      errors: complaints,
    })),
  };
}
