import {
  backward,
  checkGradients,
  compile,
  domainProblems,
  evaluateEdges,
  forward,
  lookUp,
  prepareEdges,
  setLeaf,
} from '../engine/index.ts';
import { edgesOf, type Graph, type Range, setValue } from '../graph/index.ts';
import { flatten, ops } from '../ops/index.ts';
import { assign } from './assignment.ts';
import { type Chance, chanceOf } from './chance.ts';
import { slipAt } from './diagnosis.ts';

/** How many draws are compared (of large graphs fewer), and how many of the best are good enough. */
const draws = { most: 64, fewest: 8, numbers: 50_000 };
const goodEnough = 8;

/**
 * The graph with the leaves that its exercise varies drawn anew: the same seed gives the same
 * numbers everywhere. Of many draws it takes one of the friendliest, in which no number leaves its
 * domain, is zero or stands on a kink if that can be helped, and most show in full with few
 * digits; the bug of a find-bug exercise stays one. A graph that varies nothing, or of which no draw is in its domain, stays as it is.
 */
export function variant(graph: Graph, seed: number): Graph {
  const ranges = Object.entries(graph.exercise?.variants?.ranges ?? {});
  if (ranges.length === 0) return graph;
  const chance = chanceOf(seed);
  const judge = judgeOf(graph);
  const affordable = Math.floor(draws.numbers / judge.numbers);
  const drawn = Array.from(
    { length: Math.max(draws.fewest, Math.min(draws.most, affordable)) },
    (): Leaves => ranges.map(([id, range]) => [id, drawFrom(range, chance)]),
  );
  const distinct = [...new Map(drawn.map((leaves) => [leaves.join(), leaves])).values()];
  const judged = distinct
    .map((leaves) => ({ leaves, cost: judge.cost(leaves) }))
    .filter(({ cost }) => Number.isFinite(cost));
  const byCost = judged.toSorted((a, b) => a.cost - b.cost);
  const limit = byCost[Math.min(goodEnough, byCost.length) - 1]?.cost;
  const friendly = judged.filter(
    ({ cost }) => cost <= limit && cost < byCost[0].cost + costOf.inexact,
  );
  const sound = [...friendly, ...byCost].find(
    ({ leaves }) => judge.isSmooth(leaves) && hasItsBug(withLeaves(graph, leaves)),
  );
  return withLeaves(graph, (sound ?? byCost[0])?.leaves ?? []);
}

function withLeaves(graph: Graph, leaves: Leaves): Graph {
  return leaves.reduce((varied, [id, number]) => setValue(varied, id, number), graph);
}

/** Whether the mistake that a find-bug exercise is about shows with these numbers. */
function hasItsBug(graph: Graph): boolean {
  const { exercise } = graph;
  if (exercise?.bug === undefined) return true;
  const { quantity, mistake } = exercise.bug;
  return slipAt(assign(graph, exercise), quantity, mistake) !== undefined;
}

/** Numbers for some leaves. */
type Leaves = readonly (readonly [id: string, number: number])[];

/** One number of a range. */
function drawFrom({ from, to, step }: Range, chance: Chance): number {
  const last = Math.floor((to - from) / step + 1e-9);
  return tidy(from + chance.whole(0, last) * step);
}

/** Judges what a graph becomes with other numbers in its leaves. */
interface Judge {
  /** How many numbers it looks at. */
  readonly numbers: number;
  /** The higher, the less friendly; infinite where a number leaves its domain. */
  readonly cost: (leaves: Leaves) => number;
  /** Whether no leaf stands on a kink, where derivatives are a matter of convention. */
  readonly isSmooth: (leaves: Leaves) => boolean;
}

/** Leaves of a large graph that are looked at for kinks. */
const mostLeaves = 64;

function judgeOf(graph: Graph): Judge {
  const program = compile(graph);
  const edges = prepareEdges(program);
  const numbers = lookUp(program, edges);
  const ids = [
    ...graph.nodes.flatMap(({ id }) => [`value:${id}`, `gradient:${id}`]),
    ...edgesOf(graph).flatMap(({ id }) => [`local:${id}`, `contribution:${id}`]),
  ];
  const set = (leaves: Leaves) => {
    for (const [id, number] of leaves) setLeaf(program, id, number);
  };
  return {
    numbers: ids.length,
    cost: (leaves) => {
      set(leaves);
      forward(program);
      backward(program);
      if (domainProblems(program).length > 0) return Number.POSITIVE_INFINITY;
      evaluateEdges(program, edges);
      const all = ids.flatMap((id) => flatten(numbers(id) ?? []));
      return sum(all.map(costOfNumber)) + costOf.alike * alike(leaves);
    },
    isSmooth: (leaves) => {
      set(leaves);
      return checkGradients(program, mostLeaves).every(
        ({ gradient, central }) =>
          !(Math.abs(gradient - central) > 1e-3 * Math.max(1, Math.abs(gradient))),
      );
    },
  };
}

/** What makes numbers unfriendly; a digit to be written costs 1. */
const costOf = {
  /** A zero swallows whatever it is multiplied by, and every mistake with it. */
  zero: 1000,
  /** More digits than are shown: worse than any length of a number that shows in full. */
  inexact: 50,
  /** Leaves that are equal, or ±1, hide which of them an answer was made of. */
  alike: 3,
};

/** How many digits beyond two a number has, and how far it is from 1 in powers of ten. */
function costOfNumber(number: number): number {
  const size = Math.abs(number);
  if (!Number.isFinite(size)) return Number.POSITIVE_INFINITY;
  if (size < 1e-9) return costOf.zero;
  const [mantissa, exponent] = size.toExponential(8).split('e');
  const digits = mantissa.replace('.', '').replace(/0+$/, '').length;
  const far = Math.max(0, Math.abs(Number(exponent)) - 2);
  return (digits > 6 ? costOf.inexact : Math.max(0, digits - 2)) + far;
}

function alike(leaves: Leaves): number {
  const sizes = leaves.map(([, number]) => Math.abs(number));
  return sizes.length - new Set(sizes.filter((size) => size !== 1)).size;
}

/**
 * Ranges to start from, for every leaf that holds a single number: friendly numbers of about the
 * size and of the sign it has now. Constants belong to the formula, and targets that name a class
 * (0 or ±1, into a loss or called y or t) stay what they are.
 */
export function suggestRanges(graph: Graph): Readonly<Record<string, Range>> {
  const targets = new Set(
    graph.nodes
      .filter(({ op }) => ops.get(op)?.category === 'losses')
      .map(({ inputs = [] }) => inputs.at(-1)),
  );
  const namesClass = (id: string, value: number) =>
    [0, 1, -1].includes(value) && (targets.has(id) || /^[yt]/.test(id));
  const ranges = graph.nodes.flatMap(({ id, op, value }) =>
    op === 'constant' ||
    typeof value !== 'number' ||
    Math.abs(value) > largest ||
    namesClass(id, value)
      ? []
      : [[id, rangeAround(value)] as const],
  );
  return Object.fromEntries(ranges);
}

/** What is smaller counts as 0; what is larger is nothing to work with by hand. */
const smallest = 1e-6;
const largest = 1e12;

/** From one step up to half as much again as the number is, in steps that lead to it. */
function rangeAround(number: number): Range {
  const size = Math.abs(number);
  if (size < smallest) return { from: -2, to: 2, step: 1 };
  const decade = 10 ** Math.floor(Math.log10(size));
  const isMultiple = (unit: number) => Math.abs(size / unit - Math.round(size / unit)) < 1e-9;
  const step = tidy([decade, decade / 2].find(isMultiple) ?? decade / 10);
  const steps = Math.round(size / step);
  const least = tidy(step * (steps > 10 ? Math.floor(steps / 2) : 1));
  const most = tidy(step * Math.max(5, Math.ceil(1.5 * steps)));
  return number > 0 ? { from: least, to: most, step } : { from: -most, to: -least, step };
}

/** A decimal number without the noise of binary arithmetic in its last digits. */
function tidy(number: number): number {
  return Number(number.toPrecision(12));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
