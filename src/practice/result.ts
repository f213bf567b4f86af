import {
  exerciseDefaults,
  type Graph,
  type GraphNode,
  outputOf,
  writeGraph,
} from '../graph/index.ts';
import type { Language, Text } from '../ops/index.ts';
import type { Entry } from './review.ts';
import { variant } from './variants.ts';

/**
 * What a learner did on an exercise, as it is saved and handed in. Only the entries count: grading
 * marks them anew with the exercise's own numbers, and neither `score` nor the numbers in `graph`
 * are believed.
 */
export interface Result {
  readonly format: 'chainrule-result';
  readonly version: 1;
  /** The name the learner gave. */
  readonly learner?: string;
  /** The language they worked in. */
  readonly language: Language;
  /** Which variant of the exercise this is; none for the numbers in its file. */
  readonly seed?: number;
  /** Answers, hints and finds, in the order they were made. */
  readonly entries: readonly Entry[];
  /** How long it took. */
  readonly seconds: number;
  /** What the learner was shown at the end; information only. */
  readonly score?: { readonly points: number; readonly most: number };
  /** The exercise as it was worked on; tells which exercise this is a result of. */
  readonly graph: Graph;
}

/** The file of a result: UTF-8 JSON with one entry to a line, its graph as in a file of its own. */
export function writeResult({ graph, entries, ...rest }: Result): string {
  const heads = Object.entries(rest)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `  "${key}": ${JSON.stringify(value)},`);
  const lines = entries.map((entry) => `\n    ${JSON.stringify(entry)}`);
  const list = lines.length === 0 ? '[]' : `[${lines.join(',')}\n  ]`;
  const file = writeGraph(graph).trimEnd().replaceAll('\n', '\n  ');
  return ['{', ...heads, `  "entries": ${list},`, `  "graph": ${file}`, '}', ''].join('\n');
}

/** Whether a result is one of this exercise, and with which numbers it is graded if so. */
export type Belonging =
  | {
      readonly ok: true;
      /** The exercise with the numbers that count for this learner. */
      readonly graph: Graph;
      /** The seed they were drawn with, if they were drawn. */
      readonly seed: number | undefined;
      /** Leaves (by id) and settings in which the learner's copy differs; they do not count. */
      readonly altered: readonly string[];
    }
  | { readonly ok: false; readonly reason: Text };

/**
 * Compares a result with an exercise. It belongs if both have the same nodes, operands and output
 * and ask the same; places, titles and numbers may differ. The numbers that count are those of the
 * exercise, or those its own ranges give for its seed, else for the seed of the result.
 */
export function belongs(exercise: Graph, result: Result): Belonging {
  const reason = difference(exercise, result);
  if (reason !== undefined) return { ok: false, reason };
  const variants = exercise.exercise?.variants;
  const seed = variants && (variants.seed ?? result.seed);
  const graph = seed === undefined ? exercise : variant(exercise, seed);
  return { ok: true, graph, seed, altered: alterations(graph, result.graph) };
}

/** Why a result is not one of this exercise; undefined if it is. */
function difference(exercise: Graph, { graph, seed }: Result): Text | undefined {
  const theirs = new Map(graph.nodes.map((node) => [node.id, node]));
  for (const node of exercise.nodes) {
    const their = theirs.get(node.id);
    if (their === undefined) return another(`it has no node ${node.id}`, `没有节点 ${node.id}`);
    if (wiring(their) !== wiring(node)) {
      return another(
        `its node ${node.id} is ${wiring(their)}, not ${wiring(node)}`,
        `节点 ${node.id} 是 ${wiring(their)}，而不是 ${wiring(node)}`,
      );
    }
    theirs.delete(node.id);
  }
  for (const id of theirs.keys()) {
    return another(`the exercise has no node ${id}`, `练习中没有节点 ${id}`);
  }
  if (outputOf(graph) !== outputOf(exercise)) {
    return another('another node is its output', '输出节点不同');
  }
  const [asked, theirAsked] = [exercise, graph].map(questionsOf);
  if (asked !== theirAsked) return another('other questions are asked in it', '所提的问题不同');
  const fixed = exercise.exercise?.variants?.seed;
  if (fixed === undefined || seed === undefined || seed === fixed) return undefined;
  return {
    en: `This result has the numbers of seed ${seed}, but the exercise has those of seed ${fixed}.`,
    'zh-CN': `此结果的数来自种子 ${seed}，而练习的数来自种子 ${fixed}。`,
  };
}

function another(en: string, zh: string): Text {
  return {
    en: `This is the result of another exercise: ${en}.`,
    'zh-CN': `这是另一个练习的结果：${zh}。`,
  };
}

/** A node's op and operands, as a formula. */
function wiring({ op, inputs = [] }: GraphNode): string {
  return inputs.length === 0 ? op : `${op}(${inputs.map((source) => source ?? '–').join(', ')})`;
}

function questionsOf({ exercise }: Graph): string | undefined {
  if (exercise === undefined) return undefined;
  const { kind = exerciseDefaults.kind, asked } = exercise;
  return [kind, ...asked].join(' ');
}

/** Settings that decide what a learner sees and how answers are marked. */
const settings = ['hidden', 'order', 'tolerance', 'hints', 'attempts', 'bug', 'rate'] as const;

/** What of a learner's copy is not as in the graph they should have worked on. */
function alterations(graph: Graph, theirs: Graph): string[] {
  const their = new Map(theirs.nodes.map((node) => [node.id, node]));
  const nodes = graph.nodes.filter(
    ({ id, value, options }) =>
      !same(value, their.get(id)?.value) || !same(options, their.get(id)?.options),
  );
  const withDefaults = ({ exercise }: Graph) => ({ ...exerciseDefaults, ...exercise });
  const changed = settings.filter(
    (key) => !same(withDefaults(graph)[key], withDefaults(theirs)[key]),
  );
  return [...nodes.map(({ id }) => id), ...changed.map((key) => `exercise.${key}`)];
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
