import { findNode, type Graph, outputOf } from '../../graph/index.ts';
import { directSolution, Objective, type Samples, type Trained } from '../../training/index.ts';
import { boundOf } from './data.ts';
import { planOf } from './plan.ts';
import { difference, same } from './same.ts';

/** The best parameters as the normal equation has them, and how to tell the loss of any. */
export interface Direct {
  readonly trained: readonly Trained[];
  /** Undefined where the data leave open which ones they are. */
  readonly numbers: Float64Array | undefined;
  readonly loss: (numbers: Float64Array) => number;
  /** The same over the rows set aside to test with, where there are any. */
  readonly testLoss: ((numbers: Float64Array) => number) | undefined;
}

let last: { readonly graph: Graph; readonly direct: Direct | undefined } | undefined;

/**
 * The direct solution of what a graph trains; undefined where there is none. The parameters as they
 * stand play no part in it, so it stays the same while a run moves them.
 */
export function directOf(graph: Graph): Direct | undefined {
  if (last === undefined || !sameProblem(last.graph, graph)) last = { graph, direct: solve(graph) };
  return last.direct;
}

function sameProblem(a: Graph, b: Graph): boolean {
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

function solve(graph: Graph): Direct | undefined {
  const { frozen, move, reduction = 'mean' } = planOf(graph);
  const output = outputOf(graph);
  if (output === undefined || move.by === 'target') return undefined;
  const data = boundOf(graph);
  const solution = directSolution(graph, output, frozen, data?.train);
  if (solution === undefined) return undefined;
  const lossOver = (samples: Samples | undefined) => {
    const objective = new Objective(graph, output, frozen, samples);
    const order = samples && Uint32Array.from({ length: samples.count }, (_, i) => i);
    return {
      trained: objective.trained,
      loss: (numbers: Float64Array) => objective.evaluate(numbers, reduction, order),
    };
  };
  const { trained, loss } = lossOver(data?.train);
  return {
    trained,
    numbers: solution === 'ambiguous' ? undefined : solution.numbers,
    loss,
    testLoss: data && data.test.count > 0 ? lossOver(data.test).loss : undefined,
  };
}
