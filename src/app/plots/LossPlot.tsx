import { useMemo } from 'react';
import { useSay } from '../i18n/say.ts';
import { currentPoint, useTraining } from '../training/store.ts';
import { lossChart } from './charts/loss.ts';
import { useFrames } from './frames.ts';
import { useLook } from './look.ts';
import { useMaker } from './maker.ts';
import { type PlotProps, PlotView } from './PlotView.tsx';
import parts from './parts.module.css';
import { useShownRuns } from './runs.ts';
import { usePlots } from './store.ts';
import { words } from './words.ts';

/** The loss over the iterations, of all runs. */
export default function LossPlot(props: PlotProps) {
  const say = useSay();
  const by = useMaker();
  const look = useLook();
  const runs = useShownRuns(look);
  const isLog = usePlots((plots) => plots.isLog);
  const point = currentPoint(useFrames(useTraining));
  const { count, lossOfAll: loss } = point ?? {};
  const wantsEpochs = usePlots((plots) => plots.byEpoch);
  const hasBatches = runs.some(({ run }) => run.plan.batch !== undefined);
  const byEpoch = hasBatches && wantsEpochs;
  const hasPoints = runs.some(({ run }) => run.history.length > 0);
  const chart = useMemo(() => {
    const here = count === undefined || loss === undefined ? undefined : { count, loss };
    return hasPoints ? lossChart(runs, { isLog, byEpoch, here }, look, by) : undefined;
  }, [hasPoints, runs, isLog, byEpoch, count, loss, look, by]);
  return (
    <PlotView
      {...props}
      chart={chart}
      empty={say(words.runFirst)}
      controls={
        chart && (
          <>
            <label className={parts.check}>
              <input
                type="checkbox"
                checked={isLog}
                onChange={({ target }) => usePlots.setState({ isLog: target.checked })}
              />
              {say(words.logScale)}
            </label>
            {hasBatches && (
              <label className={parts.check}>
                <input
                  type="checkbox"
                  checked={byEpoch}
                  onChange={({ target }) => usePlots.setState({ byEpoch: target.checked })}
                />
                {say(words.byEpoch)}
              </label>
            )}
          </>
        )
      }
    />
  );
}
