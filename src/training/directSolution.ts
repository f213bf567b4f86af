import { compile, forward, type Program, setLanes, setLeaf } from '../engine/index.ts';
import { findNode, type Graph, upstreamOf } from '../graph/index.ts';
import { LeastSquares } from './leastSquares.ts';
import { fillable } from './objective.ts';
import type { Samples } from './samples.ts';
import { numbersIn, type Trained, tensorOf, trainedOf } from './trained.ts';

/** The parameters that gradient descent is on the way to, found at once. */
export interface DirectSolution {
  readonly trained: readonly Trained[];
  /** All their numbers, one after the other. */
  readonly numbers: Float64Array;
}

/** Rows that are worked out side by side. */
const mostLanes = 1024;

/** Whether the output is the square of a residual that is linear in what is trained. */
export function hasDirectSolution(
  graph: Graph,
  output: string,
  frozen: readonly string[] = [],
  samples?: Samples,
): boolean {
  const trained = trainedOf(graph, output, frozen);
  return trained.length > 0 && residualOf(graph, output, trained, samples) !== undefined;
}

/**
 * The parameters that make the mean (or sum) of the output over the samples least, by the normal
 * equation: possible where the output is the square of a residual that is linear in them, as in linear
 * and polynomial regression. Undefined for any other output; `ambiguous` where the data leave open
 * which of many equally good answers it is. Gives way after every block of rows.
 */
export function* directSolution(
  graph: Graph,
  output: string,
  frozen: readonly string[] = [],
  samples?: Samples,
): Generator<void, DirectSolution | 'ambiguous' | undefined> {
  const trained = trainedOf(graph, output, frozen);
  if (trained.length === 0) return undefined;
  const residual = residualOf(graph, output, trained, samples);
  if (residual === undefined) return undefined;
  const width = numbersIn(graph, trained).length;
  const equation = new LeastSquares(width);
  for (const { columns, offsets } of blocks(graph, residual, trained, width, samples)) {
    if (!offsets.every(Number.isFinite)) return undefined;
    equation.add(
      columns,
      offsets.map((offset) => -offset),
    );
    yield;
  }
  const numbers = equation.solve();
  return numbers === undefined ? 'ambiguous' : { trained, numbers };
}

/** What is squared: the difference of two nodes, or a node alone. */
interface Residual {
  readonly plus: string;
  readonly minus?: string;
}

/** The residual whose square the output is, a positive factor apart, if it is linear in the trained. */
function residualOf(
  graph: Graph,
  output: string,
  trained: readonly Trained[],
  samples: Samples | undefined,
): Residual | undefined {
  const degree = degrees(graph, trained);
  const program = compile(fillable(graph, samples));
  forward(program);
  const isLinear = (id: string | null | undefined): id is string => degree(id) <= 1;
  /** The same positive number for every sample. */
  const isFactor = (id: string | null) =>
    id !== null &&
    degree(id) === 0 &&
    ![...upstreamOf(graph, id)].some((other) => samples?.inputs.has(other)) &&
    inLane(program, id, 0) > 0;
  let id: string | null = output;
  while (id !== null) {
    const node = findNode(graph, id);
    const [a = null, b = null] = node?.inputs ?? [];
    switch (node?.op) {
      case 'squaredError':
      case 'halfSquaredError':
        return isLinear(a) && isLinear(b) ? { plus: a, minus: b } : undefined;
      case 'square':
        return isLinear(a) ? { plus: a } : undefined;
      case 'power':
        return isLinear(a) && isFactor(b) && inLane(program, b ?? '', 0) === 2
          ? { plus: a }
          : undefined;
      case 'identity':
        id = a;
        break;
      case 'divide':
        id = isFactor(b) ? a : null;
        break;
      case 'multiply': {
        const rest: readonly (string | null)[] = (node.inputs ?? []).filter((it) => !isFactor(it));
        if (rest.length === 2 && rest[0] === rest[1] && isLinear(rest[0])) return { plus: rest[0] };
        id = rest.length === 1 ? rest[0] : null;
        break;
      }
      default:
        id = null;
    }
  }
  return undefined;
}

/** By node: 0 where it does not depend on the trained, 1 where it is linear in them, else infinite. */
function degrees(graph: Graph, trained: readonly Trained[]) {
  const isTrained = new Set(trained.map(({ id }) => id));
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const known = new Map<string, number>();
  const degree = (id: string | null | undefined): number => {
    const node = nodes.get(id ?? '');
    if (node === undefined) return Number.POSITIVE_INFINITY;
    const before = known.get(node.id);
    if (before !== undefined) return before;
    // What leads back to itself has none.
    known.set(node.id, Number.POSITIVE_INFINITY);
    const of = (node.inputs ?? []).map(degree);
    const most = Math.max(0, ...of);
    const found = isTrained.has(node.id) ? 1 : most === 0 ? 0 : degreeOf(node.op, of);
    known.set(node.id, found);
    return found;
  };
  return degree;
}

function degreeOf(op: string, of: readonly number[]): number {
  switch (op) {
    case 'add':
    case 'subtract':
    case 'negate':
    case 'identity':
      return Math.max(...of);
    case 'multiply':
    case 'matmul': {
      const sum = of.reduce((a, b) => a + b, 0);
      return sum <= 1 ? sum : Number.POSITIVE_INFINITY;
    }
    case 'divide':
      return of[1] === 0 ? of[0] : Number.POSITIVE_INFINITY;
    default:
      return Number.POSITIVE_INFINITY;
  }
}

/**
 * The residuals of the samples (of the graph alone, without samples), some rows at a time. A linear
 * function is its value at 0 and what one unit of each number adds.
 */
function* blocks(
  graph: Graph,
  { plus, minus }: Residual,
  trained: readonly Trained[],
  width: number,
  samples: Samples | undefined,
) {
  const count = samples?.count ?? 1;
  const inputs = [...(samples?.inputs ?? [])];
  const varying = new Set(inputs.map(([id]) => id));
  const whole = fillable(graph, samples);
  let program: Program | undefined;
  for (let from = 0; from < count; from += mostLanes) {
    const lanes = Math.min(mostLanes, count - from);
    if (program?.lanes !== lanes) program = compile(whole, { count: lanes, varying });
    const rows = program;
    for (const [id, column] of inputs) setLanes(rows, id, column.subarray(from, from + lanes));
    const residualsAt = (numbers: Float64Array) => {
      for (const each of trained) setLeaf(rows, each.id, tensorOf(each, numbers));
      forward(rows);
      return Float64Array.from({ length: lanes }, (_, lane) => {
        const less = minus === undefined ? 0 : inLane(rows, minus, lane);
        return inLane(rows, plus, lane) - less;
      });
    };
    const offsets = residualsAt(new Float64Array(width));
    const columns = Array.from({ length: width }, (_, k) =>
      residualsAt(new Float64Array(width).fill(1, k, k + 1)).map((moved, i) => moved - offsets[i]),
    );
    yield { columns, offsets };
  }
}

/** The number of a node in one lane. */
function inLane({ values, slots, varies, index }: Program, id: string, lane: number): number {
  const node = index.get(id) ?? -1;
  return values[slots[node] + (varies[node] === 1 ? lane : 0)] ?? Number.NaN;
}
