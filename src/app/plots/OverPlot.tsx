import { useMemo } from 'react';
import { useSay } from '../i18n/say.ts';
import { useJob } from '../training/useJob.ts';
import { contourChart } from './charts/contour.ts';
import { type FieldInputs, fieldOver } from './charts/field.ts';
import { surfaceChart } from './charts/surface.ts';
import { CoordinateChoice, Zoom } from './controls.tsx';
import { useLook } from './look.ts';
import { useMaker } from './maker.ts';
import styles from './OverPlot.module.css';
import { type PlotProps, PlotView } from './PlotView.tsx';
import { numberAt, useCoordinates, usePresent, useSamples } from './present.ts';
import { rangeOf, spotsOf, useShownRuns } from './runs.ts';
import { turnBy, usePlots } from './store.ts';
import { words } from './words.ts';

/** Rows of data a field goes by: it has many points. */
const mostRows = 250;

/** The loss over two parameters, as a map or as a surface, with the path of each run. */
export default function OverPlot(props: PlotProps) {
  const say = useSay();
  const by = useMaker();
  const look = useLook();
  const present = usePresent();
  const { graph, shape, output } = present;
  const data = useSamples(present, mostRows);
  const coordinates = useCoordinates(present);
  const { over, zoom, isSurface, turn } = usePlots();
  const shownRuns = useShownRuns(look);
  const across = coordinates.find(({ key }) => key === over[0]) ?? coordinates[0];
  const others = coordinates.filter((one) => one !== across);
  const up = others.find(({ key }) => key === over[1]) ?? others[0];
  const runs = useMemo(
    () =>
      across === undefined || up === undefined
        ? []
        : shownRuns
            .map((shown) => ({ shown, spots: spotsOf(shown, present, [across, up]) }))
            .filter(({ spots }) => spots.length > 0),
    [shownRuns, present, across, up],
  );
  const now = [across, up].map((one) => (one ? numberAt(graph, one) : Number.NaN));
  const visible = runs.filter(({ shown }) => !shown.isHidden);
  const [[left, right], [bottom, top]] = now.map((at, axis) => rangeOf(visible, axis, at, zoom));
  const reduction = graph.training?.reduction ?? 'mean';
  const [x, y] = now;
  const inputs = useMemo(
    (): FieldInputs | undefined =>
      across === undefined || up === undefined || output === undefined
        ? undefined
        : {
            ...{ graph, shape, output, across, up, reduction, now: [x, y] },
            samples: data?.samples,
            domains: [
              [left, right],
              [bottom, top],
            ],
          },
    [graph, shape, output, across, up, data, reduction, x, y, left, right, bottom, top],
  );
  const done = useJob(inputs, fieldOver);
  const move = graph.training?.move;
  const target = move?.by === 'target' ? move.target : undefined;
  const parts = useMemo(() => {
    if (done === undefined || done.inputs.shape !== shape) return undefined;
    const { inputs: used, value: field } = done;
    if (used.across !== across || used.up !== up || used.output !== output) return undefined;
    const moving = runs.some(
      ({ shown }) => shown.run.trained.reduce((sum, { size }) => sum + size, 0) > 2,
    );
    const notes = [
      ...(moving ? [by.say(words.othersMoveOver)] : []),
      ...(data && data.samples.count < data.all
        ? [by.say(words.someRows(data.samples.count, data.all))]
        : []),
    ];
    return { inputs: used, field, runs, target, notes, look, by };
  }, [done, shape, across, up, output, runs, target, data, look, by]);
  const chart = useMemo(() => {
    if (parts === undefined || !Number.isFinite(parts.field.low)) return undefined;
    return isSurface ? surfaceChart(parts, turn, turnBy) : contourChart(parts);
  }, [parts, isSurface, turn]);
  return (
    <PlotView
      {...props}
      chart={chart}
      empty={say(parts === undefined ? words.noTwo : words.noNumbers)}
      isDrawing={inputs !== undefined && parts === undefined}
      controls={
        up !== undefined && (
          <>
            <CoordinateChoice
              label={words.sideways}
              coordinates={coordinates}
              chosen={across}
              onChoose={(key) =>
                usePlots.setState({ over: [key, over[1] === key ? null : over[1]] })
              }
            />
            <CoordinateChoice
              label={words.upwards}
              coordinates={others}
              chosen={up}
              onChoose={(key) => usePlots.setState({ over: [across?.key ?? null, key] })}
            />
            <fieldset className={styles.segments} aria-label={say(words.view)}>
              {[false, true].map((one) => (
                <button
                  key={String(one)}
                  type="button"
                  aria-pressed={isSurface === one}
                  onClick={() => usePlots.setState({ isSurface: one })}
                >
                  {say(one ? words.surface : words.map)}
                </button>
              ))}
            </fieldset>
            <Zoom />
          </>
        )
      }
    />
  );
}
