import * as Plot from '@observablehq/plot';
import type { Graph } from '../../../graph/index.ts';
import { type Coordinate, evenly, Landscape, type Samples } from '../../../training/index.ts';
import { type Axis, marginsFor, padded, plotBetween, stacked } from '../axes.ts';
import type { Chart, Reading, Sheet } from '../chart.ts';
import type { Look } from '../look.ts';
import type { Named } from '../present.ts';
import type { ShownRun, Spot } from '../runs.ts';
import { type Maker, words } from '../words.ts';
import { itemsOf } from './items.ts';

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

/** The curve at one place: loss and derivative there. */
interface Place {
  readonly x: number;
  readonly y: number;
  readonly slope: number;
}

/** All that the picture is drawn from; runs that are hidden are not among them. */
interface Scene {
  readonly inputs: AlongInputs;
  readonly curve: readonly Place[];
  readonly here: Place;
  readonly runs: readonly Along[];
  readonly target: number | undefined;
  readonly look: Look;
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
  const { coordinate, output, now } = inputs;
  const { palette } = look;
  const visible = runs.filter(({ shown }) => !shown.isHidden);
  const curve = Array.from(xs.subarray(0, -1), (x, i) => ({ x, y: values[i], slope: slopes[i] }));
  const here = { x: now, y: values[count], slope: slopes[count] };
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
      ...itemsOf(runs, words.iterates, by),
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
    draw: drawing({ inputs, curve, here, runs: visible, target, look }),
  };
}

/** The loss above and its derivative below, over the same stretch. */
function drawing({ inputs, curve, here, runs, target, look }: Scene): Chart['draw'] {
  const { coordinate, output, domain, now } = inputs;
  const { palette } = look;
  const reached = runs
    .flatMap(({ spots }) => spots)
    .filter(({ at }) => at[0] >= domain[0] && at[0] <= domain[1])
    .map(({ loss }) => loss);
  const top: Axis = {
    label: `\`${output}\``,
    domain: heights(
      curve.map(({ y }) => y),
      [...reached, here.y],
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
  const lossMarks = () => [
    target === undefined
      ? null
      : Plot.ruleY([target], { stroke: palette.text, strokeDasharray: '1 3' }),
    Plot.line(curve, { x: 'x', y: 'y', stroke: palette.value, strokeWidth: 2, clip: true }),
    ...marksOf(runs, x, top, look, ({ loss }) => loss, true),
    Plot.line(tangent, {
      ...{ x: 'x', y: 'y', stroke: palette.gradient, strokeWidth: 2 },
      ...{ strokeDasharray: '6 3', clip: true },
    }),
    nowMark(here, x, top, look),
  ];
  const slopeMarks = () => [
    Plot.ruleY([0], { stroke: palette['line-strong'] }),
    Plot.line(curve, {
      x: 'x',
      y: 'slope',
      stroke: palette.gradient,
      strokeWidth: 2,
      clip: true,
    }),
    ...marksOf(runs, x, below, look, ({ gradients }) => gradients[0]),
    nowMark({ x: now, y: here.slope }, x, below, look),
  ];
  return ({ width, height }) => {
    const lower = { width, height: Math.round(height * 0.4) };
    const upper = { width, height: height - lower.height };
    const [margins, more] = [marginsFor(top, upper), marginsFor(below, lower)];
    const left = Math.max(margins.left, more.left);
    return stacked([
      plotBetween({ ...x, isMute: true }, top, upper, look, lossMarks(), {
        ...margins,
        left,
        bottom: 10,
      }),
      plotBetween(x, below, lower, look, slopeMarks(), { ...more, left }),
    ]);
  };
}

/** The iterates of runs at a height each, with a line from one to the next where asked for. */
function marksOf(
  runs: readonly Along[],
  x: Axis,
  y: Axis,
  { palette }: Look,
  height: (spot: Spot) => number,
  hasLine = false,
) {
  return runs.flatMap(({ shown, spots }) => {
    const few = spots.length <= 80;
    const all = spots.map((spot) => ({ x: spot.at[0], y: height(spot) }));
    return [
      hasLine
        ? Plot.line(all, {
            ...{ x: 'x', y: 'y', stroke: shown.colour, strokeWidth: 1 },
            ...{ strokeOpacity: 0.55, strokeDasharray: shown.dash, clip: true },
          })
        : null,
      Plot.dot(all.filter(isWithin(x, y)), {
        ...{ x: 'x', y: 'y', symbol: shown.symbol, r: few ? 3.6 : 2, fill: shown.colour },
        ...{ stroke: palette.surface, strokeWidth: few ? 1 : 0 },
      }),
    ];
  });
}

/** Where the number stands now. */
function nowMark(point: Point, x: Axis, y: Axis, { palette }: Look) {
  return Plot.dot([point].filter(isWithin(x, y)), {
    ...{ x: 'x', y: 'y', r: 6, fill: palette.surface, stroke: palette.text, strokeWidth: 2 },
  });
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function isWithin(across: Axis, up: Axis) {
  const holds = ([low, high]: readonly [number, number], at: number) => at >= low && at <= high;
  return ({ x, y }: Point) => holds(across.domain, x) && holds(up.domain, y);
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
  curve: readonly Place[],
  runs: readonly Along[],
  here: Place,
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
  curve: readonly Place[],
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
