import * as Plot from '@observablehq/plot';
import {
  binaryAt,
  classesFrom,
  confusionOf,
  evenly,
  type Measures,
  measuresOf,
  sweep,
  type Task,
} from '../../../training/index.ts';
import { type Axis, plotBetween, stacked } from '../axes.ts';
import type { Chart, Drawn, Reading, Size } from '../chart.ts';
import { type Look, mixed } from '../look.ts';
import type { Scored } from '../model.ts';
import { svgElement, svgLine, svgText, textFont, widthOf } from '../svgText.ts';
import { type Maker, words } from '../words.ts';
import { nameOf } from './fit.ts';

/** The shares that tell how good a classification is; of several classes the accuracy alone. */
export function measuresAt(task: Task, rows: Scored, threshold: number): Measures {
  if (task.kind === 'binary') {
    return measuresOf(binaryAt(rows.scores[0] ?? [], rows.actual, threshold));
  }
  const taken = classesFrom(task, rows.scores, threshold);
  const right = rows.actual.reduce((sum, actual, i) => sum + (actual === taken[i] ? 1 : 0), 0);
  return { accuracy: rows.count === 0 ? undefined : right / rows.count };
}

/** How often each class is taken for each; for two classes, precision and recall by threshold under it. */
export function confusionChart(
  task: Task,
  rows: Scored,
  threshold: number,
  look: Look,
  by: Maker,
): Chart {
  const { palette } = look;
  const classes = task.classes.map(nameOf);
  const taken = classesFrom(task, rows.scores, threshold);
  const matrix = confusionOf(rows.actual, taken, classes.length);
  const isBinary = task.kind === 'binary';
  const lines = isBinary ? linesOf(task, rows) : [];
  const curve = (key: 'precision' | 'recall') =>
    lines.flatMap((line) => {
      const share = line[key];
      return share === undefined ? [] : [{ x: line.at, y: share }];
    });
  const [precision, recall] = [curve('precision'), curve('recall')];
  const x: Axis = { label: by.say(words.threshold), domain: task.ends };
  const y: Axis = { label: by.say(words.share), domain: [0, 1.04] };
  const [one, other] = look.runs;
  const cells = matrix.flatMap((row, actual) =>
    row.map(
      (count, column): Reading => ({
        ...{ x: column, y: actual, row: actual, panel: 0 },
        text: () =>
          `${by.say(words.is)} ${classes[actual]}, ${by.say(words.taken)} ${classes[column]}\n${count}`,
      }),
    ),
  );
  const along = (points: typeof precision, row: number, name: string) =>
    points.map(
      ({ x: at, y: share }): Reading => ({
        ...{ x: at, y: share, row, panel: 1 },
        text: () => `${by.say(words.threshold)} ${by.number(at)}\n${name} ${by.number(share)}`,
      }),
    );
  return {
    title: by.say(words.confusion),
    look,
    ratio: isBinary ? 1.3 : 0.9,
    notes: [],
    hasNoSpot: true,
    legend: isBinary
      ? [
          { text: by.say(words.precision), colour: one.colour },
          { text: by.say(words.recall), colour: other.colour, dash: '5 3' },
        ]
      : [],
    readings: [
      ...cells,
      ...along(precision, classes.length, by.say(words.precision)),
      ...along(recall, classes.length + 1, by.say(words.recall)),
    ],
    sheet: () => ({
      columns: [`${by.say(words.actual)} \\ ${by.say(words.taken)}`, ...classes],
      rows: matrix.map((row, actual) => [classes[actual], ...row]),
    }),
    draw: (size) => {
      const upper = isBinary ? Math.round(size.height * 0.5) : size.height;
      const above = drawMatrix(matrix, classes, { ...size, height: upper }, look, by);
      if (!isBinary) return above;
      const step = { x: 'x', y: 'y', strokeWidth: 2, clip: true } as const;
      return stacked([
        above,
        plotBetween(x, y, { width: size.width, height: size.height - upper }, look, [
          Plot.line(precision, { ...step, stroke: one.colour, curve: 'step-before' }),
          Plot.line(recall, {
            ...step,
            stroke: other.colour,
            strokeDasharray: '5 3',
            curve: 'step-before',
          }),
          Plot.ruleX([threshold], { stroke: palette.text, strokeWidth: 1.5 }),
        ]),
      ]);
    },
  };
}

/** Precision and recall at every threshold that makes a difference, or evenly where those are many. */
function linesOf({ ends: [low, high] }: Task, { scores, actual }: Scored) {
  const [own = []] = scores;
  const steps =
    actual.length <= 500
      ? sweep(own, actual)
      : Array.from(evenly(low, high, 101), (threshold) => ({
          threshold,
          counts: binaryAt(own, actual, threshold),
        }));
  return steps.map(({ threshold, counts }) => ({ at: threshold, ...measuresOf(counts) }));
}

/** Cells as dark as their share of the row, right ones in one colour and wrong ones in another. */
function drawMatrix(
  matrix: readonly (readonly number[])[],
  classes: readonly string[],
  { width, height }: Size,
  { palette, wrong, runs }: Look,
  by: Maker,
): Drawn {
  const svg = svgElement('svg', {
    ...{ width, height, viewBox: `0 0 ${width} ${height}`, style: 'display:block' },
    'font-family': textFont,
  });
  const count = classes.length;
  const top = 46;
  const head = by.say(words.actual);
  const beside = 2 + widthOf(head, 12) + 10;
  const longest = Math.max(...classes.map((name) => widthOf(name, 12.5)));
  const left = Math.max(92, Math.min(beside + longest + 10, 0.42 * width));
  const wide = Math.min(150, (width - left - 8) / count);
  const high = Math.min(96, (height - top - 10) / count);
  const muted = { fill: palette.muted, 'font-size': 12 };
  svg.append(
    svgText(by.say(words.taken), {
      x: left + (wide * count) / 2,
      y: 14,
      'text-anchor': 'middle',
      ...muted,
    }),
    svgText(head, { x: 2, y: top + (high * count) / 2 + 4, ...muted }),
  );
  const label = { fill: palette.text, 'font-size': 12.5, 'font-weight': 500 };
  classes.forEach((name, i) => {
    svg.append(
      svgLine(name, wide - 6, {
        ...{ x: left + wide * (i + 0.5), y: top - 10, 'text-anchor': 'middle' },
        ...label,
      }),
      svgLine(name, left - 10 - beside, {
        x: left - 10,
        y: top + high * (i + 0.5) + 4,
        'text-anchor': 'end',
        ...label,
      }),
    );
  });
  matrix.forEach((row, actual) => {
    const all = row.reduce((sum, one) => sum + one, 0);
    row.forEach((cell, column) => {
      const isRight = actual === column;
      const share = all === 0 ? 0 : cell / all;
      const [x, y] = [left + wide * column, top + high * actual];
      const fill = mixed(palette.surface, isRight ? runs[0].colour : wrong, 0.06 + 0.34 * share);
      svg.append(
        svgElement('rect', {
          ...{ x: x + 1.5, y: y + 1.5, width: wide - 3, height: high - 3, rx: 6 },
          fill: cell === 0 ? palette.canvas : fill,
          stroke: palette.line,
        }),
        svgText(String(cell), {
          ...{ x: x + wide / 2, y: y + high / 2 + (high > 40 ? 1 : 5), 'text-anchor': 'middle' },
          ...{ fill: palette.text, 'font-size': 16, 'font-weight': 650 },
        }),
      );
      if (high <= 40) return;
      svg.append(
        svgText(by.say(isRight ? words.yes : words.no), {
          ...{ x: x + wide / 2, y: y + high / 2 + 18, 'text-anchor': 'middle' },
          ...{ fill: palette.muted, 'font-size': 11 },
        }),
      );
    });
  });
  return {
    svg,
    toPixel: ({ x, y }) => ({ x: left + wide * (x + 0.5), y: top + high * (y + 0.5) }),
  };
}
