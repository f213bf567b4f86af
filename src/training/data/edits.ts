import { type DataColumn, type Dataset, findNode, type Graph } from '../../graph/index.ts';
import type { Text } from '../../ops/index.ts';
import { inputsOf } from './binding.ts';
import { splitCells } from './cells.ts';
import { tooMuch } from './limits.ts';
import { numberIn, numberTyped, usesDecimalComma } from './numberIn.ts';

/** The data after an edit, or why it cannot be made. */
export type DataEdit =
  | { readonly ok: true; readonly dataset: Dataset }
  | { readonly ok: false; readonly reason: Text };

/** What stands in a cell, as it can be typed again. */
export function cellText({ values, labels }: DataColumn, row: number): string {
  const number = values[row];
  if (labels) return labels[number] ?? '';
  return Object.is(number, -0) ? '-0' : String(number);
}

/** Puts what was typed into a cell: a number, or in a column of words a word, known or new. */
export function setCell(dataset: Dataset, row: number, column: number, text: string): DataEdit {
  const changed = withCells(dataset.columns[column], [[row, text]]);
  if ('en' in changed) return { ok: false, reason: changed };
  return done(withColumn(dataset, column, changed));
}

/** Names a column anew; where it goes and how it is scaled stays. */
export function renameColumn(dataset: Dataset, column: number, typed: string): DataEdit {
  const name = typed.trim();
  const before = dataset.columns[column].name;
  if (name === before) return done(dataset);
  if (name === '') return { ok: false, reason: noName };
  if (dataset.columns.some((each) => each.name === name)) return { ok: false, reason: taken(name) };
  const renamed = withColumn(dataset, column, { ...dataset.columns[column], name });
  const bind = Object.entries(dataset.bind ?? {}).map(([id, to]) => [
    id,
    to === before ? name : to,
  ]);
  const scale = Object.entries(dataset.scale ?? {}).map(([of, how]) => [
    of === before ? name : of,
    how,
  ]);
  return done({
    ...renamed,
    ...(dataset.bind && { bind: Object.fromEntries(bind) }),
    ...(dataset.scale && { scale: Object.fromEntries(scale) }),
  });
}

/** Adds rows of zeros (in columns of words, of the first word) before the row at a place. */
export function addRows(dataset: Dataset, at: number, count: number): DataEdit {
  const { columns } = dataset;
  const reason = tooMuch(rowsOf(dataset) + count, columns.length);
  if (reason) return { ok: false, reason };
  const zeros = new Array<number>(count).fill(0);
  return done({
    ...dataset,
    columns: columns.map((column) => ({
      ...column,
      values: [...column.values.slice(0, at), ...zeros, ...column.values.slice(at)],
    })),
  });
}

/** Takes rows out; one must stay. */
export function removeRows(dataset: Dataset, from: number, to: number): DataEdit {
  if (to - from >= rowsOf(dataset)) return { ok: false, reason: lastRow };
  return done({
    ...dataset,
    columns: dataset.columns.map((column) => ({
      ...column,
      values: [...column.values.slice(0, from), ...column.values.slice(to)],
    })),
  });
}

/** Adds a column of zeros before the one at a place, under a name that is free. */
export function addColumn(dataset: Dataset, at: number): DataEdit {
  const { columns } = dataset;
  const reason = tooMuch(rowsOf(dataset), columns.length + 1);
  if (reason) return { ok: false, reason };
  const names = new Set(columns.map(({ name }) => name));
  let n = columns.length + 1;
  while (names.has(`c${n}`)) n++;
  const column = { name: `c${n}`, values: new Array<number>(rowsOf(dataset)).fill(0) };
  return done({ ...dataset, columns: [...columns.slice(0, at), column, ...columns.slice(at)] });
}

/** Takes a column out, and with it where it went; one must stay. */
export function removeColumn(dataset: Dataset, column: number): DataEdit {
  if (dataset.columns.length === 1) return { ok: false, reason: lastColumn };
  const gone = dataset.columns[column].name;
  const { bind, scale, ...rest } = dataset;
  const kept = Object.entries(bind ?? {}).filter(([, name]) => name !== gone);
  const scales = Object.entries(scale ?? {}).filter(([name]) => name !== gone);
  return done({
    ...rest,
    columns: dataset.columns.filter((_, i) => i !== column),
    ...(kept.length > 0 && { bind: Object.fromEntries(kept) }),
    ...(scales.length > 0 && { scale: Object.fromEntries(scales) }),
  });
}

/** Puts a column for each word of a column of words behind it: 1 in the rows that have the word, else 0. */
export function splitWords(dataset: Dataset, at: number): DataEdit {
  const { labels = [], values } = dataset.columns[at];
  const taken = new Set(dataset.columns.map(({ name }) => name));
  const reason = tooMuch(values.length, dataset.columns.length + labels.length);
  if (reason) return { ok: false, reason };
  const added = labels.map((label, place): DataColumn => {
    let name = label;
    for (let n = 2; taken.has(name); n++) name = `${label} (${n})`;
    taken.add(name);
    return { name, values: values.map((value) => (value === place ? 1 : 0)) };
  });
  const columns = [...dataset.columns.slice(0, at + 1), ...added, ...dataset.columns.slice(at + 1)];
  return done({ ...dataset, columns });
}

/** A table to begin with: a column for each input, and one row of what they hold. */
export function datasetOfInputs(graph: Graph): Dataset {
  const inputs = inputsOf(graph);
  const held = (id: string) => {
    const value = findNode(graph, id)?.value;
    return typeof value === 'number' ? value : 0;
  };
  const columns = inputs.map((id) => ({ name: id, values: [held(id)] }));
  if (columns.length === 0) return { version: 1, columns: [{ name: 'x', values: [0] }] };
  return { version: 1, columns, bind: Object.fromEntries(inputs.map((id) => [id, id])) };
}

/**
 * Puts a block of cells, as spreadsheets copy them, with its first cell at a place; rows that are
 * missing below are added. One bad cell refuses all of it.
 */
export function pasteCells(dataset: Dataset, row: number, column: number, text: string): DataEdit {
  const block = splitCells(text.replace(/\r?\n$/, ''), '\t').map(({ cells }) => cells);
  const width = Math.max(0, ...block.map((cells) => cells.length));
  const room = dataset.columns.length - column;
  if (block.length === 0) return { ok: false, reason: nothing };
  if (width > room) return { ok: false, reason: tooWide(width, room) };
  const missing = row + block.length - rowsOf(dataset);
  const longer = missing > 0 ? addRows(dataset, rowsOf(dataset), missing) : done(dataset);
  if (!longer.ok) return longer;
  const columns = [...longer.dataset.columns];
  const decimalComma = usesDecimalComma(block.flat());
  const read = (cell: string) => numberIn(cell, decimalComma) ?? numberTyped(cell);
  for (let i = 0; i < width; i++) {
    const cells = block.flatMap((row, j): [number, string][] => (i in row ? [[j, row[i]]] : []));
    const changed = withCells(
      columns[column + i],
      cells.map(([j, cell]) => [row + j, cell]),
      read,
    );
    if ('en' in changed) return { ok: false, reason: changed };
    columns[column + i] = changed;
  }
  return done({ ...longer.dataset, columns });
}

/** A column with other cells at these rows, or what is wrong with one of them. */
function withCells(
  column: DataColumn,
  cells: readonly (readonly [row: number, text: string])[],
  read = numberTyped,
): DataColumn | Text {
  const values = column.values.slice();
  if (column.labels === undefined) {
    for (const [row, text] of cells) {
      const number = read(text);
      if (number === undefined) return noNumber(text, column.name, row);
      values[row] = number;
    }
    return { ...column, values };
  }
  const labels = [...column.labels];
  const known = new Map(labels.map((label, place) => [label, place]));
  for (const [row, text] of cells) {
    const word = text.trim();
    if (word === '') return noWord(column.name, row);
    const place = known.get(word) ?? labels.push(word) - 1;
    known.set(word, place);
    values[row] = place;
  }
  return { ...column, values, labels: withoutUnused(labels, values) };
}

/** Words at the end that no row has (any more) go; the others keep their numbers. */
function withoutUnused(labels: readonly string[], values: readonly number[]): readonly string[] {
  return labels.slice(0, 1 + values.reduce((most, place) => Math.max(most, place), 0));
}

function withColumn(dataset: Dataset, at: number, column: DataColumn): Dataset {
  return { ...dataset, columns: dataset.columns.map((each, i) => (i === at ? column : each)) };
}

function rowsOf({ columns }: Dataset): number {
  return columns[0]?.values.length ?? 0;
}

function done(dataset: Dataset): DataEdit {
  return { ok: true, dataset };
}

const noName: Text = { en: 'A column needs a name.', 'zh-CN': '列需要有名称。' };
const nothing: Text = { en: 'There is nothing to paste.', 'zh-CN': '没有可粘贴的内容。' };
const lastRow: Text = {
  en: 'One row has to stay. Data can be removed as a whole in the panel.',
  'zh-CN': '至少要保留一行。可在面板中移除全部数据。',
};
const lastColumn: Text = {
  en: 'One column has to stay. Data can be removed as a whole in the panel.',
  'zh-CN': '至少要保留一列。可在面板中移除全部数据。',
};

function taken(name: string): Text {
  return {
    en: `There is a column ${name} already.`,
    'zh-CN': `已有名为 ${name} 的列。`,
  };
}

function tooWide(width: number, room: number): Text {
  return {
    en: `${width} columns cannot be pasted where there are ${room}. Add columns first.`,
    'zh-CN': `这里只有 ${room} 列，无法粘贴 ${width} 列。请先添加列。`,
  };
}

function noNumber(text: string, name: string, row: number): Text {
  const shown = text.length > 24 ? `${text.slice(0, 24)}…` : text;
  return {
    en: `“${shown}” is not a number (${name}, row ${row + 1}).`,
    'zh-CN': `“${shown}”不是数（${name}，第 ${row + 1} 行）。`,
  };
}

function noWord(name: string, row: number): Text {
  return {
    en: `A word is missing (${name}, row ${row + 1}).`,
    'zh-CN': `缺少文字（${name}，第 ${row + 1} 行）。`,
  };
}
