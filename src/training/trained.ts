import { type Graph, upstreamOf } from '../graph/index.ts';
import { flatten, shapeOf, sizeOf, type Tensor, unflatten } from '../ops/index.ts';

/** One parameter that is trained, and where its numbers stand among all that are. */
export interface Trained {
  readonly id: string;
  readonly shape: readonly number[];
  readonly from: number;
  readonly size: number;
}

/** The parameters a node depends on, without the frozen ones, in file order. */
export function trainedOf(
  graph: Graph,
  output: string,
  frozen: readonly string[] = [],
): readonly Trained[] {
  const needed = upstreamOf(graph, output);
  let from = 0;
  return graph.nodes.flatMap(({ id, op, value }) => {
    if (op !== 'parameter' || value === undefined || !needed.has(id) || frozen.includes(id)) {
      return [];
    }
    const shape = shapeOf(value);
    const trained = { id, shape, from, size: sizeOf(shape) };
    from += trained.size;
    return [trained];
  });
}

/** The numbers of trained parameters as they stand in a graph, one after the other. */
export function numbersIn(graph: Graph, trained: readonly Trained[]): Float64Array {
  const values = new Map(graph.nodes.map(({ id, value }) => [id, value]));
  return Float64Array.from(trained.flatMap(({ id }) => flatten(values.get(id) ?? 0)));
}

/** The value of one parameter among all numbers. */
export function tensorOf({ shape, from }: Trained, numbers: Float64Array): Tensor {
  return unflatten(numbers, shape, from);
}

/** The graph with other parameters. */
export function graphWith(graph: Graph, trained: readonly Trained[], numbers: Float64Array): Graph {
  const byId = new Map(trained.map((each) => [each.id, each]));
  const nodes = graph.nodes.map((node) => {
    const each = byId.get(node.id);
    return each === undefined ? node : { ...node, value: tensorOf(each, numbers) };
  });
  return { ...graph, nodes };
}
