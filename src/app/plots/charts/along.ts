import * as Plot from '@observablehq/plot';
import type { Graph } from '../../../graph/index.ts';
import { type Coordinate, evenly, Landscape, type Samples } from '../../../training/index.ts';
import { type Axis, marginsFor, padded, plotBetween, stacked } from '../axes.ts';
import type { Chart, Reading, Sheet } from '../chart.ts';
import type { Look } from '../look.ts';
import type { Named } from '../present.ts';
import type { ShownRun, Spot } from '../runs.ts';
import { type Maker, words } from '../words.ts';

/** What a curve along one number is computed from. */
export interface AlongInputs {
  readonly graph: Graph;
  readonly shape: Graph;
  readonly output: string;
  readonly coordinate: Named;
  readonly samples?: Samples;
  readonly reduction: 'mean' | 'sum';
  readonly domain: readonly [number, number];
  /** Where the number stands now. */
  readonly now: number;
}

/** Loss and derivative along one number; the last of each belongs to where it stands now. */
export interface Curve {
  readonly xs: Float64Array;
  readonly values: Float64Array;
  readonly slopes: Float64Array;
}

const count = 241;

/** Computes a curve, some points at a time. */
export function* curveAlong(inputs: AlongInputs): Generator<void, Curve> {
  const { graph, output, coordinate, samples, reduction, domain, now } = inputs;
  const xs = Float64Array.of(...evenly(domain[0], domain[1], count), now);
  const [values, slopes] = [new Float64Array(count + 1), new Float64Array(count + 1)];
  const landscape = new Landscape(graph, output, [coordinate as Coordinate], samples, reduction);
  for (let at = 0; at <= count; at += 8) {
    landscape.evaluate([xs], values, [slopes], at, Math.min(at + 8, count + 1));
    yield;
  }
  return { xs, values, slopes };
}

/** The iterates of a run along one number. */
export interface Along {
  readonly shown: ShownRun;
  readonly spots: readonly Spot[];
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The loss along one number with the iterates on it and the tangent; its derivative under it. */
export function alongChart(
  inputs: AlongInputs,
  { xs, values, slopes }: Curve,
  runs: readonly Along[],
  target: number | undefined,
  notes: readonly string[],
  look: Look,
  by: Maker,
): Chart {
  const { coordinate, output, domain, now } = inputs;
  const { palette } = look;
  const visible = runs.filter(({ shown }) => !shown.isHidden);
  const curve = Array.from(xs.subarray(0, -1), (x, i) => ({ x, y: values[i], slope: slopes[i] }));
  const here = { x: now, y: values[count], slope: slopes[count] };
  const spots = visible.flatMap((run) => run.spots.map((spot) => ({ ...spot, shown: run.shown })));
  const top: Axis = {
    label: `\`${output}\``,
    domain: heights(
      curve.map(({ y }) => y),
      [
        ...spots
          .filter(({ at }) => at[0] >= domain[0] && at[0] <= domain[1])
          .map(({ loss }) => loss),
        here.y,
      ],
      target,
    ),
  };
  const below: Axis = {
    label: `\`∂${output}\` / \`∂${coordinate.id}\``,
    domain: heights(
      curve.map(({ slope }) => slope),
      [here.slope, 0],
    ),
  };
  const x: Axis = { label: coordinate.name, domain };
  const reach = (domain[1] - domain[0]) * 0.16;
  const tangent = [-reach, reach].map((dx) => ({ x: now + dx, y: here.y + dx * here.slope }));
  const isSeen = (axis: Axis) => (point: Point) =>
    point.x >= domain[0] &&
    point.x <= domain[1] &&
    point.y >= axis.domain[0] &&
    point.y <= axis.domain[1];
  const marksOf = (axis: Axis, height: (spot: Spot) => number, hasLine = false) =>
    visible.flatMap(({ shown, spots: own }) => {
      const few = own.length <= 80;
      const all = own.map((spot) => ({ x: spot.at[0], y: height(spot) }));
      return [
        hasLine
          ? Plot.line(all, {
              ...{ x: 'x', y: 'y', stroke: shown.colour, strokeWidth: 1 },
              ...{ strokeOpacity: 0.55, strokeDasharray: shown.dash, clip: true },
            })
          : null,
        Plot.dot(all.filter(isSeen(axis)), {
          ...{ x: 'x', y: 'y', symbol: shown.symbol, r: few ? 3.6 : 2, fill: shown.colour },
          ...{ stroke: palette.surface, strokeWidth: few ? 1 : 0 },
        }),
      ];
    });
  const nowMark = (axis: Axis, point: Point) =>
    Plot.dot([point].filter(isSeen(axis)), {
      ...{ x: 'x', y: 'y', r: 6, fill: palette.surface, stroke: palette.text, strokeWidth: 2 },
    });
  return {
    title: by.say(words.alongOne(`\`${output}\``, coordinate.name)),
    look,
    ratio: 1.12,
    notes,
    legend: [
      { text: `\`${output}\``, colour: palette.value },
      {
        text: by.say(words.tangent),
        end: `${by.say(words.slope)} ${by.number(here.slope)}`,
        colour: palette.gradient,
        dash: '6 3',
      },
      ...runs.map(({ shown }) => ({
        text: shown.name === '' ? by.say(words.iterates) : shown.name,
        end: shown.isDiverged ? by.say(words.diverged) : undefined,
        isWrong: shown.isDiverged,
        colour: shown.colour,
        symbol: shown.symbol,
        dash: shown.dash,
        run: runs.length > 1 ? shown.run.id : undefined,
      })),
      ...(target === undefined
        ? []
        : [
            {
              text: by.say(words.target),
              end: by.number(target),
              colour: palette.text,
              dash: '1 3',
            },
          ]),
    ],
    readings: readingsOf(inputs, curve, visible, here, by),
    sheet: () => sheetOf(inputs, curve, visible, by),
    draw: (size) => {
      const lower = Math.round(size.height * 0.4);
      const upper = { width: size.width, height: size.height - lower };
      const margins = marginsFor(top, upper);
      const more = marginsFor(below, { width: size.width, height: lower });
      const left = Math.max(margins.left, more.left);
      return stacked([
        plotBetween(
          { ...x, isMute: true },
          top,
          upper,
          look,
          [
            target === undefined
              ? null
              : Plot.ruleY([target], { stroke: palette.text, strokeDasharray: '1 3' }),
            Plot.line(curve, { x: 'x', y: 'y', stroke: palette.value, strokeWidth: 2, clip: true }),
            ...marksOf(top, ({ loss }) => loss, true),
            Plot.line(tangent, {
              ...{ x: 'x', y: 'y', stroke: palette.gradient, strokeWidth: 2 },
              ...{ strokeDasharray: '6 3', clip: true },
            }),
            nowMark(top, here),
          ],
          { ...margins, left, bottom: 10 },
        ),
        plotBetween(
          x,
          below,
          { width: size.width, height: lower },
          look,
          [
            Plot.ruleY([0], { stroke: palette['line-strong'] }),
            Plot.line(curve, {
              x: 'x',
              y: 'slope',
              stroke: palette.gradient,
              strokeWidth: 2,
              clip: true,
            }),
            ...marksOf(below, ({ gradients }) => gradients[0]),
            nowMark(below, { x: now, y: here.slope }),
          ],
          { ...more, left },
        ),
      ]);
    },
  };
}

/**
 * The range of a curve: where the iterates are, with some room above, since what lies far above them
 * would make all that matters flat.
 */
function heights(
  curve: readonly number[],
  spots: readonly number[],
  target?: number,
): readonly [number, number] {
  const finite = [...curve, ...(target === undefined ? [] : [target])].filter(Number.isFinite);
  const marked = spots.filter(Number.isFinite);
  if (finite.length === 0) return [-1, 1];
  const low = Math.min(...finite);
  const high = Math.max(...finite);
  const reached = Math.max(...marked, target ?? Number.NEGATIVE_INFINITY);
  const steep = reached - low > 0.01 * (high - low) ? low + 6 * (reached - low) : high;
  return padded(low, Math.min(high, Math.max(steep, reached)), 0.06);
}

function readingsOf(
  { coordinate, output, domain }: AlongInputs,
  curve: readonly { x: number; y: number; slope: number }[],
  runs: readonly Along[],
  here: { x: number; y: number; slope: number },
  by: Maker,
): readonly Reading[] {
  const text = (x: number, y: number, slope: number) =>
    `${coordinate.name} = ${by.number(x)}\n\`${output}\` = ${by.number(y)}\n\`∂${output}\`/\`∂${coordinate.id}\` = ${by.number(slope)}`;
  const both = (x: number, y: number, slope: number, row: number, head = ''): Reading[] => {
    const says = () => head + text(x, y, slope);
    return [
      { x, y, row, text: says },
      { x, y: slope, row: row + 1, text: says, panel: 1 },
    ];
  };
  const now = both(here.x, here.y, here.slope, 0, `${by.say(words.now)}\n`);
  const line = curve
    .filter((_, i) => i % 4 === 0)
    .flatMap(({ x, y, slope }) => both(x, y, slope, 2));
  const iterates = runs.flatMap(({ shown, spots }, k) =>
    spots
      .filter(({ at }) => at[0] >= domain[0] && at[0] <= domain[1])
      .flatMap(({ count: updates, at, loss, gradients }) => {
        const head = `${shown.name === '' ? '' : `${shown.name} · `}${by.say(words.iteration)} ${updates}\n`;
        return both(at[0], loss, gradients[0], 4 + 2 * k, head);
      }),
  );
  return [...now, ...iterates, ...line];
}

function sheetOf(
  { coordinate, output }: AlongInputs,
  curve: readonly { x: number; y: number; slope: number }[],
  runs: readonly Along[],
  by: Maker,
): Sheet {
  return {
    columns: [
      '',
      by.say(words.iteration),
      coordinate.name,
      `\`${output}\``,
      `\`∂${output}\`/\`∂${coordinate.id}\``,
    ],
    rows: [
      ...runs.flatMap(({ shown, spots }) =>
        spots.map(({ count: updates, at, loss, gradients }) => [
          shown.name === '' ? by.say(words.iterates) : shown.name,
          updates,
          at[0],
          loss,
          gradients[0],
        ]),
      ),
      ...curve
        .filter((_, i) => i % 4 === 0)
        .map(({ x, y, slope }) => [by.say(words.curve), undefined, x, y, slope]),
    ],
  };
}
