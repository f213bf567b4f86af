import { findNode, type Graph, outputOf } from '../../graph/index.ts';
import {
  directSolution,
  hasDirectSolution,
  Objective,
  type Samples,
  type Trained,
} from '../../training/index.ts';
import { boundOf } from './data.ts';
import { overRows } from './overRows.ts';
import { planOf } from './plan.ts';
import { difference, same } from './same.ts';

/** The loss over the rows to train with, and over those to test with where there are any. */
export interface Losses {
  readonly train: number;
  readonly test: number | undefined;
}

/** The best parameters as the normal equation has them. */
export interface Direct {
  readonly trained: readonly Trained[];
  readonly numbers: Float64Array;
  readonly losses: Losses;
}

let last: Graph | undefined;

/**
 * The graph as it stood when what it trains, or on which data, was changed last; undefined where that
 * has no direct solution. The parameters as they stand play no part in it, so it stays the same while
 * a run moves them.
 */
export function problemOf(graph: Graph): Graph | undefined {
  if (last === undefined || !isSameProblem(last, graph)) last = graph;
  const { frozen, move } = planOf(last);
  const output = outputOf(last);
  if (output === undefined || move.by === 'target') return undefined;
  return hasDirectSolution(last, output, frozen, boundOf(last)?.train) ? last : undefined;
}

function isSameProblem(a: Graph, b: Graph): boolean {
  const differs = difference(a, b);
  if (differs === 'graph' || !same(a.training?.reduction, b.training?.reduction)) return false;
  const { frozen = [], move } = planOf(b);
  const before = planOf(a);
  return (
    move.by === before.move.by &&
    same(before.frozen ?? [], frozen) &&
    frozen.every((id) => same(findNode(a, id)?.value, findNode(b, id)?.value))
  );
}

/** Solves a problem, some rows at a time; `ambiguous` where the data leave open which answer it is. */
export function* solve(problem: Graph): Generator<void, Direct | 'ambiguous' | undefined> {
  const { frozen } = planOf(problem);
  const output = outputOf(problem) ?? '';
  const solution = yield* directSolution(problem, output, frozen, boundOf(problem)?.train);
  if (typeof solution !== 'object') return solution;
  return { ...solution, losses: yield* lossesAt(problem, solution.numbers) };
}

/** The losses at some parameters, some rows at a time. */
export function* lossesAt(problem: Graph, numbers: Float64Array): Generator<void, Losses> {
  const bound = boundOf(problem);
  const train = yield* lossOver(problem, numbers, bound?.train);
  const hasTest = bound !== undefined && bound.test.count > 0;
  return { train, test: hasTest ? yield* lossOver(problem, numbers, bound.test) : undefined };
}

function lossOver(problem: Graph, numbers: Float64Array, samples: Samples | undefined) {
  const { frozen, reduction = 'mean' } = planOf(problem);
  const objective = new Objective(problem, outputOf(problem) ?? '', frozen, samples);
  return overRows(objective, numbers, reduction, samples);
}
