import * as Plot from '@observablehq/plot';
import { type Axis, plotBetween } from '../axes.ts';
import type { Chart } from '../chart.ts';
import { rampOf } from '../look.ts';
import { words } from '../words.ts';
import { levelsOf } from './field.ts';
import { bands, betweenOver, legendOver, type Over, readingsOver, sheetOver } from './over.ts';

/** A map of the loss over two numbers, with the path of each run on it. */
export function contourChart(over: Over): Chart {
  const { inputs, field, runs, target, notes, look, by } = over;
  const { across, up, output, domains, now } = inputs;
  const { palette } = look;
  const x: Axis = { label: across.name, domain: domains[0] };
  const y: Axis = { label: up.name, domain: domains[1] };
  const levels = levelsOf(field, bands - 1);
  const colours = rampOf(look, bands);
  const isSeen = (point: { x: number; y: number }) =>
    point.x >= x.domain[0] &&
    point.x <= x.domain[1] &&
    point.y >= y.domain[0] &&
    point.y <= y.domain[1];
  // What is not defined or endless is as high as it gets.
  const values = Array.from(field.values, (value) => (Number.isFinite(value) ? value : field.high));
  // Plot takes each value for the middle of a cell, so the outer cells stand out by a half.
  const half = (domain: readonly [number, number]) =>
    (domain[1] - domain[0]) / (field.size - 1) / 2;
  const [dx, dy] = [half(x.domain), half(y.domain)];
  const grid = {
    ...{ x1: x.domain[0] - dx, x2: x.domain[1] + dx, y1: y.domain[0] - dy, y2: y.domain[1] + dy },
    ...{ width: field.size, height: field.size, clip: true },
  };
  return {
    title: by.say(words.overTwo(`\`${output}\``, across.name, up.name)),
    look,
    ratio: 0.95,
    notes,
    legend: legendOver(over),
    readings: readingsOver(over),
    between: betweenOver(over),
    sheet: () => sheetOver(over),
    draw: (size) =>
      plotBetween(
        x,
        y,
        size,
        look,
        [
          Plot.contour(values, {
            ...grid,
            fill: (value: number) => value,
            thresholds: [field.low, ...levels],
            stroke: palette.value,
            strokeOpacity: 0.35,
            strokeWidth: 0.8,
          }),
          target === undefined
            ? null
            : Plot.contour(values, {
                ...grid,
                thresholds: [target],
                fill: 'none',
                stroke: palette.text,
                strokeDasharray: '4 3',
                strokeWidth: 1.4,
              }),
          ...runs.flatMap(({ shown, spots }) => {
            if (shown.isHidden) return [];
            const path = spots.map(({ at }) => ({ x: at[0], y: at[1] }));
            const few = path.length <= 80;
            const line = { x: 'x', y: 'y', clip: true, strokeLinejoin: 'round' } as const;
            return [
              Plot.line(path, {
                ...line,
                stroke: palette.surface,
                strokeWidth: 4,
                strokeOpacity: 0.8,
              }),
              Plot.line(path, {
                ...{ ...line, stroke: shown.colour, strokeWidth: 1.8 },
                strokeDasharray: shown.dash,
              }),
              Plot.dot((few ? path : [path[0], ...path.slice(-1)]).filter(isSeen), {
                ...{ x: 'x', y: 'y', symbol: shown.symbol, r: 3.6, fill: shown.colour },
                ...{ stroke: palette.surface, strokeWidth: 1 },
              }),
            ];
          }),
          Plot.dot([{ x: now[0], y: now[1] }].filter(isSeen), {
            ...{
              x: 'x',
              y: 'y',
              r: 6,
              fill: palette.surface,
              stroke: palette.text,
              strokeWidth: 2,
            },
          }),
        ],
        undefined,
        { type: 'threshold', domain: levels, range: [...colours] },
      ),
  };
}
