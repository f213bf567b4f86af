import { writeFile } from 'node:fs/promises';
import {
  type Graph,
  type Move,
  outputOf,
  type RuleId,
  type Training,
  writeGraph,
} from '../graph/index.ts';
import { endingText, updateRules } from '../training/index.ts';
import { type Command, complain, parse, print } from './command.ts';
import { badUsage, complaintLines, Failure } from './failure.ts';
import { fileName, loadGraph } from './file.ts';
import { assign, isAssignment, readAssignment, some } from './set.ts';
import { withData } from './trainData.ts';
import { toCsv, toJson, toText } from './trainReport.ts';
import { starts, train } from './trainRun.ts';

const usage =
  'chainrule train FILE [--rule adam] [--rate 0.1] [--epochs 100] [--batch 32] [--order shuffled]\n' +
  '    [--start xavier] [--seed 1] [--data CSV] [--set w=3 …] [--output loss] [--json | --csv] [--out FILE]';

const options = {
  rule: { type: 'string' },
  rate: { type: 'string' },
  epochs: { type: 'string' },
  batch: { type: 'string' },
  order: { type: 'string' },
  start: { type: 'string' },
  seed: { type: 'string' },
  data: { type: 'string' },
  set: { type: 'string', multiple: true },
  output: { type: 'string' },
  out: { type: 'string' },
  json: { type: 'boolean', default: false },
  csv: { type: 'boolean', default: false },
} as const;

/** `chainrule train`: moves the parameters of a graph until its output is small, or its target. */
export const trainCommand: Command = {
  usage,
  summary:
    'trains the parameters of a graph; what the options leave open, its training section says',
  async run(args) {
    const { values, file, assignments } = readArguments(args);
    if (values.json && values.csv) throw badUsage('--json and --csv exclude each other', usage);
    const asked = readOptions(values);
    const name = fileName(file);
    const loaded = await loadGraph(file);
    if (!loaded.ok) throw new Failure(complaintLines(name, loaded.complaints));
    let graph = loaded.content;
    for (const assignment of assignments) graph = assign(graph, assignment, name);
    if (values.data !== undefined) graph = await withData(graph, values.data);
    const output = values.output ?? outputOf(graph);
    if (output === undefined || !graph.nodes.some(({ id }) => id === output)) {
      const ids = some(graph.nodes.map(({ id }) => id));
      throw new Failure(
        `${name}: There is no node ${output ?? 'to train'}; name one by --output. Nodes: ${ids}.`,
      );
    }
    const run = train(graph, output, planOf(graph, asked), asked, name);
    if (values.out !== undefined) await writeFile(values.out, writeGraph(run.graph));
    if (values.json) print(JSON.stringify(toJson(run)));
    else if (values.csv) process.stdout.write(toCsv(run));
    else print(toText(run));
    if (run.ending) complain(`${name}: ${endingText(run.ending).en}`);
    return run.ending?.kind === 'diverged' ? 1 : 0;
  },
};

function readArguments(args: readonly string[]) {
  const { values, tokens } = parse(args, options, usage);
  const files: string[] = [];
  const texts: string[] = [];
  let inSet = false;
  for (const token of tokens) {
    const isOption: boolean = token.kind === 'option' && token.name === 'set';
    const isFurther: boolean = inSet && token.kind === 'positional' && isAssignment(token.value);
    inSet = isOption || isFurther;
    if (inSet && token.kind !== 'option-terminator') texts.push(token.value ?? '');
    else if (token.kind === 'positional') files.push(token.value);
  }
  if (files.length !== 1) {
    throw badUsage(
      files.length === 0 ? 'train needs a FILE' : `train takes one FILE, not ${files.length}`,
      usage,
    );
  }
  const assignments = texts.map((text) => {
    const assignment = readAssignment(text);
    if (typeof assignment === 'string') throw badUsage(assignment, usage);
    return assignment;
  });
  return { values, file: files[0], assignments };
}

type Values = ReturnType<typeof readArguments>['values'];

/** The options, read; what is absent is left to the file. */
function readOptions({ rule, rate, epochs, batch, order, seed, start }: Values) {
  return {
    rule: rule === undefined ? undefined : ruleId(rule),
    rate: rate === undefined ? undefined : positive('rate', rate),
    epochs: epochs === undefined ? undefined : count('epochs', epochs),
    batch: batch === undefined ? undefined : count('batch', batch),
    order: order === undefined ? undefined : oneOf('order', order, ['kept', 'shuffled'] as const),
    seed: seed === undefined ? undefined : seedOf(seed),
    start: start === undefined ? undefined : oneOf('start', start, starts),
  };
}

type Asked = ReturnType<typeof readOptions>;

/** The training section of the file (plain gradient descent without one), as the options change it. */
function planOf({ training }: Graph, { rule, rate, batch, order, seed }: Asked): Training {
  const base = training ?? { version: 1, move: descent };
  return {
    ...base,
    move: moveOf(base.move, rule, rate),
    ...(batch !== undefined && { batch }),
    ...(order !== undefined && { order }),
    ...(seed !== undefined && { seed }),
  };
}

const descent = { by: 'gradient', rule: 'gradientDescent', rate: 0.1 } as const;

/** A rule or a rate asked for makes it a move by the gradient; constants stay with their rule. */
function moveOf(move: Move, rule: RuleId | undefined, rate: number | undefined): Move {
  if (rule === undefined && rate === undefined) return move;
  const base = move.by === 'gradient' ? move : descent;
  if (rule === undefined || rule === base.rule) return { ...base, rate: rate ?? base.rate };
  return { by: 'gradient', rule, rate: rate ?? base.rate };
}

function ruleId(text: string): RuleId {
  return oneOf(
    'rule',
    text,
    [...updateRules.values()].map(({ id }) => id),
  );
}

function oneOf<Choice extends string>(
  name: string,
  text: string,
  choices: readonly Choice[],
): Choice {
  const found = choices.find((choice) => choice.toLowerCase() === text.toLowerCase());
  if (found !== undefined) return found;
  throw badUsage(`--${name} takes ${choices.join(', ')}, not "${text}"`, usage);
}

function positive(name: string, text: string): number {
  const number = Number(text);
  if (text.trim() !== '' && Number.isFinite(number) && number > 0) return number;
  throw badUsage(`--${name} takes a number above 0, not "${text}"`, usage);
}

function count(name: string, text: string): number {
  const number = positive(name, text);
  if (Number.isInteger(number)) return number;
  throw badUsage(`--${name} takes a whole number, not "${text}"`, usage);
}

function seedOf(text: string): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number < 2 ** 32) return number;
  throw badUsage(`--seed takes a whole number from 0 to 4294967295, not "${text}"`, usage);
}
