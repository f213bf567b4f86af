import { useMemo } from 'react';
import { useSay } from '../i18n/say.ts';
import { useJob } from '../training/useJob.ts';
import { boundaryChart, regionsOf } from './charts/boundary.ts';
import { useLook } from './look.ts';
import { useMaker } from './maker.ts';
import { useDrawnRows } from './model.ts';
import { type PlotProps, PlotView } from './PlotView.tsx';
import { ThresholdSlider, useThreshold } from './threshold.tsx';
import { words } from './words.ts';

/** Which class is taken where over two features, with the data. */
export default function BoundaryPlot(props: PlotProps) {
  const say = useSay();
  const by = useMaker();
  const look = useLook();
  const { graph, task, scores, notes } = useDrawnRows(by);
  const threshold = useThreshold(task);
  const inputs = useMemo(
    () => (task?.features.length === 2 ? { graph, task } : undefined),
    [graph, task],
  );
  const done = useJob(inputs, regionsOf);
  const chart = useMemo(() => {
    if (task === undefined || scores === undefined || done?.inputs.task !== task) return undefined;
    return boundaryChart(task, done.value, scores, threshold, notes, look, by);
  }, [task, scores, done, threshold, notes, look, by]);
  return (
    <PlotView
      {...props}
      chart={chart}
      empty={say(words.noData)}
      isDrawing={inputs !== undefined}
      controls={task && task.kind !== 'classes' && <ThresholdSlider task={task} />}
    />
  );
}
