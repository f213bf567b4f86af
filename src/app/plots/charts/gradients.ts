import * as Plot from '@observablehq/plot';
import type { History, Trained } from '../../../training/index.ts';
import { type Axis, plotBetween } from '../axes.ts';
import type { Chart, LegendItem, Sheet } from '../chart.ts';
import type { Look } from '../look.ts';
import type { ShownRun } from '../runs.ts';
import { type Maker, words } from '../words.ts';

/** Numbers whose gradients go together, e.g. those of a layer. */
interface Group {
  readonly name: string;
  readonly places: readonly number[];
}

/** Lines that can still be told apart. */
const mostLines = 8;

/** How large the gradient by each parameter is over the iterations of a run. */
export function gradientsChart(shown: ShownRun, look: Look, by: Maker): Chart {
  const { run } = shown;
  const groups = groupsOf(run.trained);
  const lines = groups.map(({ name, places }, i) => {
    const all = sizesOf(shown.points, places);
    const { colour, symbol } = look.runs[i % look.runs.length];
    const dash = i < look.runs.length ? undefined : '5 3';
    return { name, all, colour, symbol, dash };
  });
  const shownLines = lines.map((line) => ({
    ...line,
    points: line.all.filter(({ size }) => size > 0 && Number.isFinite(size)),
  }));
  const sizes = shownLines.flatMap(({ points }) => points.map(({ size }) => size));
  const low = sizes.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const high = sizes.reduce((a, b) => Math.max(a, b), 0);
  const last = Math.max(1, run.history.at(-1)?.count ?? 1);
  const x: Axis = { label: by.say(words.iteration), domain: [0, last], isWhole: true };
  const y: Axis = {
    label: by.say(words.gradientSize),
    domain: sizes.length === 0 ? [0.1, 1] : [low / 1.3, high * 1.4],
    isLog: true,
  };
  const isGrouped = groups.some(({ places }) => places.length > 1);
  const isNoisy = run.plan.batch !== undefined && shown.points.length > 60;
  const zero = lines.filter(({ all }) => all.some(({ size }) => size === 0));
  return {
    title: by.say(words.gradientsOver),
    look,
    ratio: 0.8,
    notes: [
      by.say(words.vanishing),
      ...(isNoisy ? [by.say(words.smoothed)] : []),
      ...(isGrouped ? [by.say(words.norms)] : []),
      ...(zero.length > 0 ? [by.say(words.zeroGradients)] : []),
    ],
    legend: shownLines.map(
      ({ name, colour, symbol, dash, all }): LegendItem => ({
        ...{ text: name, colour, symbol, dash },
        end: by.number(all.at(-1)?.size ?? Number.NaN),
      }),
    ),
    readings: shownLines.flatMap(({ name, points }, row) =>
      points.map(({ count, size }) => ({
        ...{ x: count, y: size, row },
        text: () => `${name}\n${by.say(words.iteration)} ${count}\n|∇| = ${by.number(size)}`,
      })),
    ),
    sheet: () => ({
      columns: [by.say(words.iteration), ...lines.map(({ name }) => `|∇| ${name}`)],
      rows: rowsOf(run.history, groups),
    }),
    draw: (size) =>
      plotBetween(
        x,
        y,
        size,
        look,
        shownLines.flatMap(({ points: raw, colour, symbol, dash }) => {
          const points = isNoisy ? smoothed(raw) : raw;
          const line = { x: 'count', y: 'size', stroke: colour };
          return [
            isNoisy ? Plot.line(raw, { ...line, strokeWidth: 0.8, strokeOpacity: 0.3 }) : null,
            Plot.line(points, {
              ...{ ...line, strokeWidth: 1.8, strokeDasharray: dash },
            }),
            Plot.dot(
              points.filter((_, i) => i % Math.max(1, Math.round(points.length / 7)) === 0),
              {
                ...{ x: 'count', y: 'size', symbol, r: 3, fill: colour },
                ...{ stroke: look.palette.surface, strokeWidth: 1 },
              },
            ),
          ];
        }),
      ),
  };
}

/** The norm of some of the gradients at each point. */
function sizesOf(history: History, places: readonly number[]) {
  return history.map(({ count, gradients }) => ({
    count,
    size: Math.hypot(...places.map((place) => gradients[place])),
  }));
}

function rowsOf(history: History, groups: readonly Group[]): Sheet['rows'] {
  const sizes = groups.map(({ places }) => sizesOf(history, places));
  return history.map(({ count }, i) => [count, ...sizes.map((of) => of[i].size)]);
}

/** Geometric means over neighbours: what batches have in common. */
function smoothed(points: readonly { count: number; size: number }[]) {
  const reach = Math.max(1, Math.round(points.length / 40));
  return points.map(({ count }, i) => {
    const some = points.slice(Math.max(0, i - reach), i + reach + 1);
    const sum = some.reduce((all, { size }) => all + Math.log(size), 0);
    return { count, size: Math.exp(sum / some.length) };
  });
}

/** A line for each number while there are few, for each parameter, or for parameters of one stem. */
function groupsOf(trained: readonly Trained[]): readonly Group[] {
  const places = ({ from, size }: Trained) => Array.from({ length: size }, (_, i) => from + i);
  const each = trained.map((one) => ({ name: `\`${one.id}\``, places: places(one) }));
  if (each.length <= mostLines) return each;
  const stems = new Map<string, number[]>();
  for (const one of trained) {
    const stem = /^[^_]+(?=_)/.exec(one.id)?.[0] ?? one.id;
    stems.set(stem, [...(stems.get(stem) ?? []), ...places(one)]);
  }
  const grouped = [...stems].map(([stem, of]) => ({ name: `\`${stem}\``, places: of }));
  return grouped.slice(0, 2 * mostLines);
}
