import * as Plot from '@observablehq/plot';
import type { Task } from '../../../training/index.ts';
import { type Axis, padded, plotBetween } from '../axes.ts';
import type { Chart, Reading } from '../chart.ts';
import type { Look } from '../look.ts';
import { extentOf, type Scored } from '../model.ts';
import { type Maker, words } from '../words.ts';

/** Data, what is predicted for it, and the curve of predictions over one feature. */
export interface Fit {
  readonly task: Task;
  readonly train: Scored;
  readonly test: Scored;
  /** Over the only feature; absent where there are several. */
  readonly curve?: { readonly xs: Float64Array; readonly ys: Float64Array };
}

interface Row {
  readonly x: number;
  readonly y: number;
  readonly fit: number;
  readonly place: number;
  readonly isTest: boolean;
}

/**
 * Data with the fitted curve and the residuals; with several features what is predicted over what is,
 * where a fit without residuals stands on the diagonal.
 */
export function fitChart(
  { task, train, test, curve }: Fit,
  hasResiduals: boolean,
  notes: readonly string[],
  look: Look,
  by: Maker,
): Chart {
  const { palette } = look;
  const [feature] = task.features;
  const target = nameOf(task.target ?? '');
  const predicted = `\`${task.prediction.parts[0].node}\``;
  const value = (actual: number) => (task.kind === 'binary' ? task.ends[actual] : actual);
  const rowsOf = (scored: Scored, isTest: boolean): Row[] =>
    Array.from(scored.actual, (actual, i) => {
      const fit = scored.scores[0][i];
      const y = value(actual);
      return curve
        ? { x: scored.features[0][i], y, fit, place: scored.places[i], isTest }
        : { x: y, y: fit, fit: y, place: scored.places[i], isTest };
    });
  const rows = [...rowsOf(train, false), ...rowsOf(test, true)];
  const xs = extentOf(
    rows.map(({ x }) => x),
    curve ? [] : rows.map(({ y }) => y),
  ) ?? [0, 1];
  const ys = extentOf(
    rows.map(({ y }) => y),
    curve ? curve.ys : xs,
  ) ?? [0, 1];
  const x: Axis = {
    label: curve ? nameOf(feature.column ?? feature.id) : target,
    domain: padded(...xs, 0.04),
  };
  const y: Axis = {
    label: curve ? target : `${by.say(words.predicted)} ${predicted}`,
    domain: limited(padded(...ys, 0.06), rows),
  };
  const line = curve
    ? Array.from(curve.xs, (at, i) => ({ x: at, y: curve.ys[i] }))
    : x.domain.map((at) => ({ x: at, y: at }));
  const isSeen = passes(line, y.domain);
  const squares = rows.filter(({ isTest }) => !isTest).map(({ y: at, fit }) => (at - fit) ** 2);
  const spread = Math.sqrt(
    squares.reduce((sum, one) => sum + one, 0) / Math.max(1, squares.length),
  );
  const data = look.runs[0];
  const tests = look.runs[1];
  return {
    title: by.say(curve ? words.dataAndFit : words.predictedOver),
    look,
    ratio: 0.86,
    notes,
    legend: [
      { text: by.say(words.training), colour: data.colour, symbol: data.symbol, isArea: true },
      ...(test.count > 0
        ? [{ text: by.say(words.test), colour: tests.colour, symbol: tests.symbol, isArea: true }]
        : []),
      {
        text: curve ? `${by.say(words.fit)} ${predicted}` : by.say(words.exact),
        colour: isSeen ? palette.value : 'none',
        ...(!isSeen && { end: by.say(words.outside), isWrong: true }),
      },
      {
        text: by.say(words.residuals),
        end: `RMS ${by.number(spread)}`,
        colour: palette.gradient,
        dash: '3 2',
      },
    ],
    readings: [
      ...rows
        .map((row): Reading => {
          const head = `${by.say(words.row)} ${row.place + 1}${row.isTest ? ` · ${by.say(words.test)}` : ''}`;
          const [is, fit] = curve ? [row.y, row.fit] : [row.x, row.y];
          const at = curve ? `${x.label} = ${by.number(row.x)}\n` : '';
          return {
            ...{ x: row.x, y: row.y, row: row.isTest ? 1 : 0 },
            text: () =>
              `${head}\n${at}${target} = ${by.number(is)}\n${predicted} = ${by.number(fit)}\n${by.say(words.residual)} ${by.number(is - fit)}`,
          };
        })
        .sort((a, b) => a.row - b.row || a.x - b.x),
      ...(curve
        ? line
            .filter((_, i) => i % 4 === 0)
            .map((at) => ({
              ...{ ...at, row: 2 },
              text: () =>
                `${by.say(words.fit)}\n${x.label} = ${by.number(at.x)}\n${predicted} = ${by.number(at.y)}`,
            }))
        : []),
    ],
    sheet: () => ({
      columns: [
        by.say(words.row),
        '',
        ...task.features.map(({ id, column }) => nameOf(column ?? id)),
        target,
        predicted,
        by.say(words.residual),
      ],
      rows: [train, test].flatMap((scored) =>
        Array.from(scored.actual, (actual, i) => [
          scored.places[i] + 1,
          by.say(scored === test ? words.test : words.training),
          ...scored.features.map((column) => column[i]),
          value(actual),
          scored.scores[0][i],
          value(actual) - scored.scores[0][i],
        ]),
      ),
    }),
    draw: (size) => {
      const radius = rows.length > 400 ? 2 : 3.2;
      const dots = (isTest: boolean, { colour, symbol }: typeof data) =>
        Plot.dot(
          rows.filter((row) => row.isTest === isTest),
          {
            ...{ x: 'x', y: 'y', symbol, r: radius, fill: colour, fillOpacity: 0.85, clip: true },
            ...{ stroke: palette.surface, strokeWidth: 0.8 },
          },
        );
      return plotBetween(x, y, size, look, [
        hasResiduals
          ? Plot.link(rows, {
              ...{ x1: 'x', x2: 'x', y1: 'y', y2: 'fit', clip: true },
              ...{ stroke: palette.gradient, strokeWidth: 1.1, strokeDasharray: '3 2' },
            })
          : null,
        dots(false, data),
        dots(true, tests),
        Plot.line(line, {
          ...{ x: 'x', y: 'y', stroke: palette.value, strokeWidth: 2.2, clip: true },
          strokeDasharray: curve ? undefined : '6 3',
        }),
      ]);
    },
  };
}

/** A fit that is far off does not make the data flat. */
function limited(
  [low, high]: readonly [number, number],
  rows: readonly Row[],
): readonly [number, number] {
  const data = extentOf(rows.map(({ y }) => y));
  if (data === undefined) return [low, high];
  const room = 1.5 * (data[1] - data[0] || 1);
  return [Math.max(low, data[0] - room), Math.min(high, data[1] + room)];
}

/** Whether a line is anywhere between two heights, or goes through from below to above. */
export function passes(
  line: readonly { readonly y: number }[],
  [low, high]: readonly [number, number],
): boolean {
  const sides = line.map(({ y }) => (y < low ? -1 : y > high ? 1 : y >= low ? 0 : Number.NaN));
  return sides.some((side, i) => side === 0 || (i > 0 && side * sides[i - 1] === -1));
}

/** A column as it is called; one with the name of a variable is set as that. */
export function nameOf(column: string): string {
  return /^[A-Za-z\u0370-\u03ff_][\w\u0370-\u03ff]*$/.test(column) && column.length <= 8
    ? `\`${column}\``
    : column.replaceAll('`', '');
}
