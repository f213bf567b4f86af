import { useMemo, useRef } from 'react';
import { type Graph, outputOf } from '../../graph/index.ts';
import { type Forecast, forecast } from '../../training/index.ts';
import { boundOf } from './data.ts';
import { obstacle } from './plan.ts';
import { difference } from './same.ts';
import { useJob } from './useJob.ts';

/** What the first updates of a graph would lead to, where they would lead far away; see `forecast`. */
export function useForecast(graph: Graph | undefined): Forecast | undefined {
  // Where nodes stand makes no difference: nothing is tried anew because one is moved.
  const kept = useRef(graph);
  const before = kept.current;
  if (!(graph && before && difference(before, graph) === null)) kept.current = graph;
  const same = kept.current;
  const inputs = useMemo(
    () => (same?.dataset && obstacle(same) === undefined ? { graph: same } : undefined),
    [same],
  );
  const done = useJob(inputs, lookAhead);
  return inputs !== undefined && done?.inputs === inputs ? done.value : undefined;
}

function* lookAhead({ graph }: { graph: Graph }) {
  const output = outputOf(graph);
  return output === undefined ? undefined : yield* forecast(graph, output, boundOf(graph)?.train);
}
