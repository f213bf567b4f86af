import { useMemo } from 'react';
import type { Graph } from '../../graph/index.ts';
import { evenly, Model, type Task } from '../../training/index.ts';
import { useSay } from '../i18n/say.ts';
import { useJob } from '../training/useJob.ts';
import { fitChart } from './charts/fit.ts';
import { useLook } from './look.ts';
import { useMaker } from './maker.ts';
import { extentOf, useDrawnRows } from './model.ts';
import { type PlotProps, PlotView } from './PlotView.tsx';
import parts from './parts.module.css';
import { usePlots } from './store.ts';
import { words } from './words.ts';

/** The data with the fitted curve and residuals. */
export default function DataPlot(props: PlotProps) {
  const say = useSay();
  const by = useMaker();
  const look = useLook();
  const { graph, task, scores, notes } = useDrawnRows(by);
  const hasResiduals = usePlots((plots) => plots.hasResiduals);
  const inputs = useMemo(
    () => (task?.features.length === 1 ? { graph, task } : undefined),
    [graph, task],
  );
  const done = useJob(inputs, curveOf);
  const curve = done?.inputs.task === task ? done?.value : undefined;
  const isWaiting = task?.features.length === 1 && curve === undefined;
  const chart = useMemo(() => {
    if (task === undefined || scores === undefined || isWaiting) return undefined;
    return fitChart({ task, ...scores, curve }, hasResiduals, notes, look, by);
  }, [task, scores, isWaiting, curve, hasResiduals, notes, look, by]);
  return (
    <PlotView
      {...props}
      chart={chart}
      empty={say(words.noData)}
      isDrawing={task !== undefined}
      controls={
        <label className={parts.check}>
          <input
            type="checkbox"
            checked={hasResiduals}
            onChange={({ target }) => usePlots.setState({ hasResiduals: target.checked })}
          />
          {say(words.residuals)}
        </label>
      }
    />
  );
}

/** What is predicted over the only feature, somewhat beyond the data. */
function* curveOf({
  graph,
  task,
}: {
  graph: Graph;
  task: Task;
}): Generator<void, { xs: Float64Array; ys: Float64Array }> {
  const [low, high] = extentOf(task.train.features[0], task.test.features[0]) ?? [0, 1];
  const room = (high - low || 1) * 0.06;
  const xs = evenly(low - room, high + room, 241);
  yield;
  return { xs, ys: new Model(graph, task).predict([xs])[0] };
}
