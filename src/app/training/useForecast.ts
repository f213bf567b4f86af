import { useMemo } from 'react';
import { type Graph, outputOf } from '../../graph/index.ts';
import { type Forecast, forecast } from '../../training/index.ts';
import { useJob } from '../plots/jobs.ts';
import { boundOf } from './data.ts';
import { obstacle } from './plan.ts';
import { difference } from './same.ts';

/** What the first updates of a graph would lead to, where they would lead far away; see `forecast`. */
export function useForecast(graph: Graph | undefined): Forecast | undefined {
  const inputs = useMemo(
    () => (graph?.dataset && obstacle(graph) === undefined ? { graph } : undefined),
    [graph],
  );
  const done = useJob(inputs, lookAhead);
  if (inputs === undefined || done === undefined) return undefined;
  return difference(done.inputs.graph, inputs.graph) === null ? done.value : undefined;
}

function* lookAhead({ graph }: { graph: Graph }) {
  const output = outputOf(graph);
  return output === undefined ? undefined : yield* forecast(graph, output, boundOf(graph)?.train);
}
