import { csv } from './csv.ts';
import { type Grade, mistakesOf, type Step } from './grading.ts';
import { printable } from './printable.ts';
import { table } from './table.ts';

/** The grades of a class for people: who has what, what was not right at once, and why. */
export function toText(title: string, grades: readonly Grade[]): string {
  const mistakes = mistakesOf(grades);
  const parts = [
    title,
    grades.length === 0 ? 'There is no result to grade.' : learners(grades),
    ...grades.map(details),
    grades.length === 0
      ? ''
      : mistakes.length === 0
        ? 'No known mistakes were made.'
        : table(
            ['mistake', 'what it is', 'times', 'learners'],
            mistakes.map(({ mistake, name, times, learners }) => [
              mistake,
              name.en,
              `${times}`,
              `${learners}`,
            ]),
            2,
          ),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

const states = ['right', 'carried', 'wrong', 'shown', 'open'] as const;

function learners(grades: readonly Grade[]): string {
  const hasSeeds = grades.some(({ seed }) => seed !== null);
  const rows = grades.map((grade) => [
    printable(grade.learner ?? '') || '–',
    printable(grade.file),
    `${grade.score} of ${grade.most}`,
    ...states.map((state) => `${grade.steps.filter((step) => step.state === state).length}`),
    `${grade.steps.filter(({ hints }) => hints > 0).length}`,
    duration(grade.seconds),
    ...(hasSeeds ? [`${grade.seed ?? '–'}`] : []),
  ]);
  const header = ['learner', 'file', 'score', ...states, 'hinted', 'time'];
  return table([...header, ...(hasSeeds ? ['seed'] : [])], rows, 2);
}

/** The notes on a grade, and its steps that were not right at once and without a hint. */
function details(grade: Grade): string {
  const lines = [...notes(grade), ...grade.steps.flatMap(trouble)];
  if (lines.length === 0) return '';
  const name = printable(grade.learner ?? '') || printable(grade.file);
  return [`${name}:`, ...lines.map((line) => `  ${line}`)].join('\n');
}

/** What a teacher should know about a result beyond its answers. */
function notes({ altered, claimed }: Grade): string[] {
  return [
    ...(claimed === null
      ? []
      : [`the file claims ${claimed.points} of ${claimed.most}; the answers give another score`]),
    ...(altered.length === 0
      ? []
      : [`altered in the learner's copy, and ignored: ${altered.map(printable).join(', ')}`]),
  ];
}

/** A line about a step, unless it is open or was right at once and without a hint. */
function trouble({ id, state, points, hints, answers }: Step): string[] {
  const [first] = answers;
  if (points === 1 || (first === undefined && hints === 0)) return [];
  const said = answers.map(({ answer, verdict, mistakes }) => {
    const why = mistakes.length === 0 ? '' : ` (${mistakes.join(' or ')})`;
    return `${printable(answer.slice(0, 40))} ${verdict}${why}`;
  });
  const hinted = hints === 0 ? [] : [`hint ${hints}`];
  const end = state === 'shown' ? ['answer shown'] : [];
  return [`${printable(id)}: ${[...said, ...hinted, ...end].join('; ')}`];
}

/** The same as one table for a spreadsheet: a row a learner, and the totals below. */
export function toCsv(grades: readonly Grade[], questions: readonly string[]): string {
  const mistakes = mistakesOf(grades);
  const stepOf = (grade: Grade, id: string) => grade.steps.find((step) => step.id === id);
  const pointsOf = (grade: Grade, id: string) => stepOf(grade, id)?.points ?? 0;
  const rows = grades.map((grade) => [
    grade.learner,
    grade.file,
    grade.score,
    grade.most,
    grade.seconds,
    grade.seed,
    notes(grade).join('; '),
    ...questions.map((id) => outcome(stepOf(grade, id))),
    ...mistakes.map(({ mistake }) => grade.mistakes.get(mistake) ?? 0),
  ]);
  const sum = (of: (grade: Grade) => number) => grades.reduce((total, it) => total + of(it), 0);
  const totals = [
    `total of ${grades.length}`,
    null,
    sum(({ score }) => score),
    sum(({ most }) => most),
    sum(({ seconds }) => seconds),
    null,
    'points, by question',
    ...questions.map((id) => sum((grade) => pointsOf(grade, id))),
    ...mistakes.map(({ times }) => times),
  ];
  const header = ['learner', 'file', 'score', 'most', 'seconds', 'seed', 'notes'];
  const titles = mistakes.map(({ mistake, name }) => `${name.en} (${mistake})`);
  return csv([[...header, ...questions, ...titles], ...rows, totals]);
}

/** How a question ended, with its points where they are not what one would expect. */
function outcome(step: Step | undefined): string | null {
  if (step === undefined) return null;
  return step.points === 0.5 ? `${step.state} (0.5)` : step.state;
}

function duration(seconds: number): string {
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  return `${minutes}:${String(whole % 60).padStart(2, '0')}`;
}
