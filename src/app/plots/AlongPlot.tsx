import { useMemo } from 'react';
import { useSay } from '../i18n/say.ts';
import { useJob } from '../training/useJob.ts';
import { type AlongInputs, alongChart, curveAlong } from './charts/along.ts';
import { CoordinateChoice, Zoom } from './controls.tsx';
import { useLook } from './look.ts';
import { useMaker } from './maker.ts';
import { type PlotProps, PlotView } from './PlotView.tsx';
import { numberAt, useCoordinates, usePresent, useSamples } from './present.ts';
import { rangeOf, spotsOf, useShownRuns } from './runs.ts';
import { usePlots } from './store.ts';
import { words } from './words.ts';

/** The loss along one parameter, with the iterates, the tangent and the derivative. */
export default function AlongPlot(props: PlotProps) {
  const say = useSay();
  const by = useMaker();
  const look = useLook();
  const present = usePresent();
  const { graph, shape, output } = present;
  const data = useSamples(present);
  const coordinates = useCoordinates(present);
  const along = usePlots((plots) => plots.along);
  const zoom = usePlots((plots) => plots.zoom);
  const shownRuns = useShownRuns(look);
  const coordinate = coordinates.find(({ key }) => key === along) ?? coordinates[0];
  const runs = useMemo(
    () =>
      coordinate === undefined
        ? []
        : shownRuns
            .map((shown) => ({ shown, spots: spotsOf(shown, present, [coordinate]) }))
            .filter(({ spots }) => spots.length > 0),
    [shownRuns, present, coordinate],
  );
  const now = coordinate ? numberAt(graph, coordinate) : Number.NaN;
  const [low, high] = rangeOf(
    runs.filter(({ shown }) => !shown.isHidden),
    0,
    now,
    zoom,
  );
  const reduction = graph.training?.reduction ?? 'mean';
  const inputs = useMemo(
    (): AlongInputs | undefined =>
      coordinate === undefined || output === undefined
        ? undefined
        : {
            ...{ graph, shape, output, coordinate, reduction, now },
            samples: data?.samples,
            domain: [low, high],
          },
    [graph, shape, output, coordinate, data, reduction, now, low, high],
  );
  const done = useJob(inputs, curveAlong);
  const move = graph.training?.move;
  const target = move?.by === 'target' ? move.target : undefined;
  const chart = useMemo(() => {
    if (done === undefined || done.inputs.shape !== shape) return undefined;
    if (done.inputs.coordinate !== coordinate || done.inputs.output !== output) return undefined;
    const moving = runs.some(
      ({ shown: { run } }) => run.trained.some(({ size }) => size > 1) || run.trained.length > 1,
    );
    const notes = [
      ...(moving ? [by.say(words.othersMove)] : []),
      ...(data && data.samples.count < data.all
        ? [by.say(words.someRows(data.samples.count, data.all))]
        : []),
    ];
    return alongChart(done.inputs, done.value, runs, target, notes, look, by);
  }, [done, shape, coordinate, output, runs, target, data, look, by]);
  return (
    <PlotView
      {...props}
      chart={chart}
      empty={say(words.noParameter)}
      isDrawing={inputs !== undefined}
      controls={
        coordinates.length > 0 && (
          <>
            <CoordinateChoice
              label={words.parameter}
              coordinates={coordinates}
              chosen={coordinate}
              onChoose={(key) => usePlots.setState({ along: key })}
            />
            <Zoom />
          </>
        )
      }
    />
  );
}
