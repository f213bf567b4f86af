import type { Dataset, Graph } from '../../graph/index.ts';
import { type Bound, bindData, type Samples } from '../../training/index.ts';

let last: { dataset: Dataset; bound: Bound | undefined } | undefined;

/** The data of a graph as training sees it; worked out once for each data set, as far as it changed. */
export function boundOf(graph: Graph): Bound | undefined {
  const { dataset } = graph;
  if (dataset === undefined) return undefined;
  if (last?.dataset !== dataset) last = { dataset, bound: bindData(graph, last?.bound) };
  return last.bound;
}

/** Samples to be given away. */
export function copied(samples: Samples): Samples {
  const inputs = [...samples.inputs].map(([id, column]) => [id, column.slice()] as const);
  return { ...samples, inputs: new Map(inputs) };
}

/** How many rows there are to train with; 0 where there is no data, or none goes to an input. */
export function trainRows(graph: Graph): number {
  return boundOf(graph)?.train.count ?? 0;
}
