import { useMemo } from 'react';
import { useSay } from '../i18n/say.ts';
import { truthChart, truthOf } from './charts/truth.ts';
import { useLook } from './look.ts';
import { useMaker } from './maker.ts';
import { useTask } from './model.ts';
import { type PlotProps, PlotView } from './PlotView.tsx';
import { usePresent } from './present.ts';
import { ThresholdSlider, useThreshold } from './threshold.tsx';
import { words } from './words.ts';

/** What a gate gives for every combination of its inputs. */
export default function TruthPlot(props: PlotProps) {
  const say = useSay();
  const by = useMaker();
  const look = useLook();
  const present = usePresent();
  const { graph } = present;
  const task = useTask(present);
  const threshold = useThreshold(task);
  const chart = useMemo(
    () =>
      task === undefined ? undefined : truthChart(truthOf(graph, task, threshold), task, look, by),
    [graph, task, threshold, look, by],
  );
  return (
    <PlotView
      {...props}
      chart={chart}
      empty={say(words.noData)}
      controls={task && <ThresholdSlider task={task} />}
    />
  );
}
