import type { Graph } from '../../../graph/index.ts';
import { classesFrom, Model, type Task } from '../../../training/index.ts';
import { briefly } from '../axes.ts';
import type { Chart, Drawn, Size } from '../chart.ts';
import type { Look } from '../look.ts';
import { svgElement, svgLine, svgText, textFont } from '../svgText.ts';
import { type Maker, words } from '../words.ts';
import { partName } from './boundary.ts';
import { nameOf } from './fit.ts';

/** A row of a truth table: inputs, what is predicted, and what it is, where that is known. */
interface TruthRow {
  readonly features: readonly number[];
  readonly score: number;
  readonly taken: number;
  readonly actual?: number;
}

/** Rows a table can have. */
const mostRows = 16;

/** What comes out for every combination of yes and no. */
export function truthOf(graph: Graph, task: Task, threshold: number): readonly TruthRow[] {
  const count = task.features.length;
  const combinations = Array.from({ length: Math.min(mostRows, 2 ** count) }, (_, i) =>
    Array.from({ length: count }, (_, k) => (i >> (count - 1 - k)) & 1),
  );
  const columns = task.features.map((_, k) => Float64Array.from(combinations, (row) => row[k]));
  const scores = new Model(graph, task).predict(columns);
  const taken = classesFrom(task, scores, threshold);
  return combinations.map((features, i) => {
    const place = Array.from({ length: task.train.count }, (_, row) => row).find((row) =>
      features.every((value, k) => task.train.features[k][row] === value),
    );
    return {
      ...{ features, score: scores[0][i], taken: taken[i] },
      actual:
        place === undefined || task.train.actual.length === 0
          ? undefined
          : task.train.actual[place],
    };
  });
}

/** A truth table, with how near each number is to yes. */
export function truthChart(rows: readonly TruthRow[], task: Task, look: Look, by: Maker): Chart {
  const hasActual = rows.some(({ actual }) => actual !== undefined);
  const score = partName(task, 0);
  const columns = [
    ...task.features.map(({ id, column }) => nameOf(column ?? id)),
    ...(hasActual ? [nameOf(task.target ?? '')] : []),
    score,
    by.say(words.taken),
  ];
  const cells = rows.map(({ features, actual, taken, score: value }) => [
    ...features,
    ...(hasActual ? [actual === undefined ? '' : task.classes[actual]] : []),
    value,
    task.classes[taken] ?? String(taken),
  ]);
  return {
    title: by.say(words.truth),
    look,
    ratio: (46 + rows.length * 34) / 300,
    notes: [],
    legend: [],
    readings: rows.map((row, i) => ({
      ...{ x: 0, y: i, row: i },
      text: () =>
        columns
          .map((column, k) => {
            const cell = cells[i][k];
            return `${column} ${typeof cell === 'number' ? by.number(cell) : cell}`;
          })
          .concat(
            row.actual === undefined ? [] : by.say(row.actual === row.taken ? words.yes : words.no),
          )
          .join('\n'),
    })),
    sheet: () => ({ columns, rows: cells }),
    draw: (size) => drawTable(rows, columns, cells, task, size, look),
  };
}

function drawTable(
  rows: readonly TruthRow[],
  columns: readonly string[],
  cells: readonly (readonly (string | number)[])[],
  task: Task,
  { width, height }: Size,
  { palette, wrong }: Look,
): Drawn {
  const svg = svgElement('svg', {
    ...{ width, height, viewBox: `0 0 ${width} ${height}`, style: 'display:block' },
    'font-family': textFont,
  });
  const head = 34;
  const high = Math.min(44, (height - head - 8) / rows.length);
  const total = Math.min(width, 640);
  // The column of the predicted number has a bar in it, the last one a word over it.
  const scoreAt = columns.length - 2;
  const unit = total / (columns.length + 2.2);
  const from = (column: number) =>
    unit * (column + (column > scoreAt ? 1.4 : 0) + (column > scoreAt + 1 ? 0.8 : 0));
  const middle = (column: number) => (from(column) + from(column + 1)) / 2;
  const text = { 'text-anchor': 'middle', 'font-size': 13 };
  columns.forEach((name, k) => {
    const room = from(k + 1) - from(k) - 6;
    svg.append(svgLine(name, room, { x: middle(k), y: 20, ...text, fill: palette.muted }));
  });
  const [low, up] = task.ends;
  rows.forEach((row, i) => {
    const top = head + i * high;
    const line = top + high / 2 + 5;
    svg.append(
      svgElement('path', { d: `M0 ${top}H${total}`, stroke: palette.line, 'stroke-width': 1 }),
    );
    cells[i].forEach((cell, k) => {
      if (k === scoreAt) return;
      const isLast = k === columns.length - 1;
      const isWrong = row.actual !== undefined && row.actual !== row.taken;
      const mark = !isLast || row.actual === undefined ? '' : isWrong ? ' ✗' : ' ✓';
      svg.append(
        svgText(`${cell}${mark}`, {
          ...{ x: middle(k), y: line, ...text },
          fill: isLast && isWrong ? wrong : palette.text,
          'font-weight': isLast ? 650 : 400,
        }),
      );
    });
    const share = Math.max(0, Math.min(1, (row.score - low) / (up - low)));
    const [start, wide] = [from(scoreAt) + 8, unit * 2.4 - 70];
    const bar = { y: top + high / 2 - 4, height: 8, rx: 4 };
    svg.append(
      svgElement('rect', { x: start, width: wide, ...bar, fill: palette.line }),
      svgElement('rect', {
        ...{ x: start, width: Number.isFinite(share) ? wide * share : 0, ...bar },
        fill: palette.value,
      }),
      svgText(briefly(row.score), {
        ...{ x: start + wide + 8, y: line, 'font-size': 13, 'font-weight': 650 },
        fill: palette.value,
      }),
    );
  });
  return {
    svg,
    toPixel: ({ y }) => ({ x: from(columns.length - 1) - 12, y: head + (y + 0.5) * high }),
  };
}
