import * as Plot from '@observablehq/plot';
import type { Graph } from '../../../graph/index.ts';
import { classesFrom, evenly, Model, type Task } from '../../../training/index.ts';
import { type Axis, plotBetween } from '../axes.ts';
import type { Chart, Place, Reading, Sheet } from '../chart.ts';
import type { Look } from '../look.ts';
import { extentOf, type Scored } from '../model.ts';
import { type Maker, words } from '../words.ts';
import { nameOf } from './fit.ts';

/** What the scores over two features are computed from. */
export interface RegionInputs {
  readonly graph: Graph;
  readonly task: Task;
}

/** Scores on a grid over two features, row by row from the lower left. */
export interface Regions {
  readonly size: number;
  readonly domains: readonly [readonly [number, number], readonly [number, number]];
  /** By part of the prediction. */
  readonly scores: readonly Float64Array[];
}

const size = 71;

/** Computes the scores over two features, somewhat beyond the data. */
export function* regionsOf({ graph, task }: RegionInputs): Generator<void, Regions> {
  const [across, up] = [0, 1].map((i) => domainOf(task, i));
  const [xs, ys] = [evenly(...across, size), evenly(...up, size)];
  const model = new Model(graph, task);
  const scores: Float64Array[] = [];
  for (let row = 0; row < size; row++) {
    const line = new Float64Array(size).fill(ys[row]);
    model.predict([xs, line]).forEach((some, k) => {
      scores[k] ??= new Float64Array(size * size);
      scores[k].set(some, row * size);
    });
    if (row % 8 === 7) yield;
  }
  return { size, domains: [across, up], scores };
}

function domainOf({ train, test }: Task, feature: number): [number, number] {
  const extent = extentOf(train.features[feature] ?? [], test.features[feature] ?? []);
  if (extent === undefined) return [-2, 2];
  const room = (extent[1] - extent[0] || 1) * 0.12;
  return [extent[0] - room, extent[1] + room];
}

interface Point extends Place {
  readonly actual: number;
  readonly taken: number;
  readonly isTest: boolean;
  readonly text: () => string;
}

/** Which class is taken where, how surely, and the data on it. */
export function boundaryChart(
  task: Task,
  regions: Regions,
  rows: { readonly train: Scored; readonly test: Scored },
  threshold: number,
  notes: readonly string[],
  look: Look,
  by: Maker,
): Chart {
  const { palette } = look;
  const [across, up] = task.features.map(({ id, column }) => nameOf(column ?? id));
  const x: Axis = { label: across, domain: regions.domains[0] };
  const y: Axis = { label: up, domain: regions.domains[1] };
  const margins = marginsOf(task, regions, threshold);
  const styles = task.classes.map((_, k) => look.classes[k % look.classes.length]);
  const points = [
    ...pointsOf(task, rows.train, threshold, false, [across, up], by),
    ...pointsOf(task, rows.test, threshold, true, [across, up], by),
  ];
  const wrong = points.filter(({ actual, taken }) => actual !== taken);
  const [dx, dy] = regions.domains.map(([low, high]) => (high - low) / (size - 1) / 2);
  const grid = {
    ...{ x1: x.domain[0] - dx, x2: x.domain[1] + dx, y1: y.domain[0] - dy, y2: y.domain[1] + dy },
    ...{ width: size, height: size, clip: true },
  };
  return {
    title: by.say(words.boundaryOf(partName(task, 0))),
    look,
    ratio: 0.95,
    notes,
    legend: [
      ...task.classes.map((name, k) => ({
        text: `${targetName(task)}${nameOf(name)}`,
        ...{ colour: styles[k].colour, symbol: styles[k].symbol, isArea: true },
      })),
      { text: by.say(words.boundary), colour: palette.text },
      ...(wrong.length > 0
        ? [
            {
              text: by.say(words.missed),
              end: String(wrong.length),
              colour: look.wrong,
              isRing: true,
              isArea: true,
            },
          ]
        : []),
    ],
    readings: points
      .map((point): Reading => ({ x: point.x, y: point.y, row: point.actual, text: point.text }))
      .sort((a, b) => a.row - b.row || a.x - b.x),
    between: (at) => {
      const column = Math.round(((at.x - x.domain[0]) / (x.domain[1] - x.domain[0])) * (size - 1));
      const line = Math.round(((at.y - y.domain[0]) / (y.domain[1] - y.domain[0])) * (size - 1));
      const cell = line * size + column;
      const scores = regions.scores.map((row) => Float64Array.of(row[cell]));
      const [taken] = classesFrom(task, scores, threshold);
      return [
        `${across} = ${short(at.x)}`,
        `${up} = ${short(at.y)}`,
        ...scores.map(([score], k) => `${partName(task, k)} ≈ ${short(score)}`),
        `${by.say(words.taken)} ${nameOf(task.classes[taken] ?? '')}`,
      ].join('\n');
    },
    sheet: () => sheetOfRows(task, rows, threshold, by),
    draw: (room) =>
      plotBetween(x, y, room, look, [
        Plot.rect([0], {
          ...{ x1: x.domain[0], x2: x.domain[1], y1: y.domain[0], y2: y.domain[1] },
          fill: palette.surface,
        }),
        ...margins.map((margin, k) =>
          Plot.contour(margin, {
            ...grid,
            thresholds: [0, 0.25, 0.5, 0.75],
            fill: styles[k].colour,
            fillOpacity: look.theme === 'light' ? 0.1 : 0.12,
            stroke: 'none',
          }),
        ),
        ...(task.kind === 'classes' ? margins : margins.slice(1)).map((margin) =>
          Plot.contour(margin, {
            ...{ ...grid, thresholds: [0], fill: 'none', stroke: palette.text, strokeWidth: 1.6 },
          }),
        ),
        ...styles.map(({ colour, symbol }, k) =>
          Plot.dot(
            points.filter(({ actual }) => actual === k),
            {
              ...{
                x: 'x',
                y: 'y',
                symbol,
                r: points.length > 400 ? 2.6 : points.length > 24 ? 4.2 : 6.5,
                clip: true,
              },
              ...{ fill: colour, stroke: palette.surface, strokeWidth: 1.2 },
            },
          ),
        ),
        Plot.dot(wrong, {
          ...{
            x: 'x',
            y: 'y',
            r: points.length > 24 ? 7.5 : 10,
            stroke: look.wrong,
            strokeWidth: 1.8,
            clip: true,
          },
        }),
      ]),
  };
}

/** By class: how far it is ahead of all others, 0 at the boundary and about 1 where it is sure. */
function marginsOf(task: Task, { scores }: Regions, threshold: number): Float64Array[] {
  if (task.kind === 'classes') {
    return scores.map((own, k) =>
      own.map((score, i) => {
        const other = scores.reduce(
          (most, row, j) => (j === k ? most : Math.max(most, row[i])),
          Number.NEGATIVE_INFINITY,
        );
        return score - other;
      }),
    );
  }
  const [low, high] = task.ends;
  const [own] = scores;
  return [
    own.map((score) => (threshold - score) / Math.max(1e-9, threshold - low)),
    own.map((score) => (score - threshold) / Math.max(1e-9, high - threshold)),
  ];
}

function pointsOf(
  task: Task,
  rows: Scored,
  threshold: number,
  isTest: boolean,
  names: readonly string[],
  by: Maker,
): Point[] {
  if (rows.actual.length === 0) return [];
  const taken = classesFrom(task, rows.scores, threshold);
  return Array.from(rows.actual, (actual, i) => ({
    ...{ x: rows.features[0][i], y: rows.features[1][i], actual, taken: taken[i], isTest },
    text: () =>
      [
        `${by.say(words.row)} ${rows.places[i] + 1}${isTest ? ` · ${by.say(words.test)}` : ''}`,
        ...names.map((name, k) => `${name} = ${by.number(rows.features[k][i])}`),
        ...rows.scores.map((row, k) => `${partName(task, k)} = ${by.number(row[i])}`),
        `${by.say(words.is)} ${nameOf(task.classes[actual])}, ${by.say(words.taken)} ${nameOf(task.classes[taken[i]])}`,
      ].join('\n'),
  }));
}

/** What a part of the prediction is called. */
export function partName({ prediction: { parts } }: Task, part: number): string {
  const node = parts[part]?.node ?? parts[0].node;
  return parts.length > part ? `\`${node}\`` : `\`${node}\`[${part + 1}]`;
}

/** `y = ` before the name of a class, where that is a number of one target. */
function targetName({ kind, target }: Task): string {
  return kind === 'binary' && target !== undefined ? `${nameOf(target)} = ` : '';
}

function short(value: number): string {
  return String(Number(value.toPrecision(3)));
}

/** Every row with what it is and what it is taken for. */
function sheetOfRows(
  task: Task,
  rows: { readonly train: Scored; readonly test: Scored },
  threshold: number,
  by: Maker,
): Sheet {
  const hasTests = rows.test.count > 0;
  return {
    columns: [
      by.say(words.row),
      ...(hasTests ? [''] : []),
      ...task.features.map(({ id, column }) => nameOf(column ?? id)),
      by.say(words.actual),
      ...(rows.train.scores.length > 0 ? rows.train.scores : [0]).map((_, k) => partName(task, k)),
      by.say(words.taken),
    ],
    rows: [rows.train, rows.test].flatMap((scored) => {
      const taken = classesFrom(task, scored.scores, threshold);
      return Array.from({ length: scored.count }, (_, i) => [
        scored.places[i] + 1,
        ...(hasTests ? [by.say(scored === rows.test ? words.test : words.training)] : []),
        ...scored.features.map((column) => column[i]),
        nameOf(task.classes[scored.actual[i]] ?? ''),
        ...scored.scores.map((row) => row[i]),
        nameOf(task.classes[taken[i]] ?? ''),
      ]);
    }),
  };
}
