import { useMemo } from 'react';
import { useSay } from '../i18n/say.ts';
import { gradientsChart } from './charts/gradients.ts';
import { useLook } from './look.ts';
import { useMaker } from './maker.ts';
import { type PlotProps, PlotView } from './PlotView.tsx';
import { useShownRuns } from './runs.ts';
import { words } from './words.ts';

/** How large gradients are over the iterations of the run that is looked at. */
export default function GradientsPlot(props: PlotProps) {
  const say = useSay();
  const by = useMaker();
  const look = useLook();
  const runs = useShownRuns(look);
  const shown = runs.find(({ isCurrent }) => isCurrent) ?? runs.at(-1);
  const chart = useMemo(
    () => (shown && shown.run.history.length > 0 ? gradientsChart(shown, look, by) : undefined),
    [shown, look, by],
  );
  return <PlotView {...props} chart={chart} empty={say(words.runFirst)} />;
}
