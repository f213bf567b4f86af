import type { Text } from '../../ops/index.ts';
import { splitCells } from './cells.ts';
import { numberIn } from './numberIn.ts';
import type { Column, Table } from './table.ts';

/** How a text is to be read; what is left out is found out. */
export interface TableForm {
  readonly delimiter?: Delimiter;
  readonly header?: boolean;
  readonly decimalComma?: boolean;
}

/** What stands between two cells. */
export type Delimiter = ',' | ';' | '\t' | ' ';

/** A row that cannot be used, by the line of the text it begins on (from 1). */
export interface BadRow {
  readonly line: number;
  readonly reason: Text;
}

/**
 * A table that was read, the form it was read in and the rows that were left out: every row of the
 * text is in one of them. Or why there is no table.
 */
export type TableResult =
  | {
      readonly ok: true;
      readonly table: Table;
      readonly form: Required<TableForm>;
      readonly bad: readonly BadRow[];
    }
  | { readonly ok: false; readonly reason: Text; readonly bad: readonly BadRow[] };

/** Words that may stand for classes; a column with more of them is no column of classes. */
const mostLabels = 50;

/**
 * Reads comma-, semicolon-, tab- or space-separated text: numbers, and columns of words that stand
 * for classes. Quotes and the line ends of all systems are understood.
 */
export function readTable(text: string, given: TableForm = {}): TableResult {
  const lines = text.replace(/^\ufeff/, '');
  const delimiter = given.delimiter ?? likelyDelimiter(lines);
  const rows = splitCells(lines, delimiter).filter(({ cells }) => cells.join('') !== '');
  if (rows.length === 0) return { ok: false, reason: nothing, bad: [] };
  const decimalComma = given.decimalComma ?? usesDecimalComma(rows, delimiter);
  const read = (cell: string) => numberIn(cell, decimalComma);
  const header = given.header ?? hasHeader(rows, read);
  const body = header ? rows.slice(1) : rows;
  if (body.length === 0) return { ok: false, reason: headerAlone, bad: [] };
  const names = header ? uniqueNames(rows[0].cells) : body[0].cells.map((_, i) => `c${i + 1}`);
  const width = names.length;
  const words = names.map((_, i) => isOfWords(body, i, read));
  const labels: (Map<string, number> | undefined)[] = words.map((is) =>
    is ? new Map() : undefined,
  );
  const good: number[][] = [];
  const bad: BadRow[] = [];
  for (const { line, cells } of body) {
    const row = readRow(cells, width, names, labels, read);
    if (Array.isArray(row)) good.push(row);
    else bad.push({ line, reason: row });
  }
  if (good.length === 0) return { ok: false, reason: noneGood, bad };
  const columns = names.map((name, i): Column => {
    const values = Float64Array.from(good, (row) => row[i]);
    const known = labels[i];
    return known ? { name, values, labels: [...known.keys()] } : { name, values };
  });
  return { ok: true, table: { columns }, form: { delimiter, header, decimalComma }, bad };
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The numbers of a row, or what is wrong with it. New words are taken up in their column. */
function readRow(
  cells: readonly string[],
  width: number,
  names: readonly string[],
  labels: readonly (Map<string, number> | undefined)[],
  read: (cell: string) => number | undefined,
): number[] | Text {
  if (cells.length !== width) return countWrong(cells.length, width);
  const numbers: number[] = [];
  for (let i = 0; i < width; i++) {
    if (cells[i] === '') return missing(names[i]);
    const number = labels[i] ? 0 : read(cells[i]);
    if (number === undefined) return noNumber(names[i], cells[i]);
    numbers.push(number);
  }
  // Only a row that is good to its end adds words.
  labels.forEach((known, i) => {
    if (known === undefined) return;
    const place = known.get(cells[i]) ?? known.size;
    known.set(cells[i], place);
    numbers[i] = place;
  });
  return numbers;
}

/** The delimiter that parts the most of the first lines into equally many cells, more than one. */
function likelyDelimiter(text: string): Delimiter {
  const head = text.split(/\r\n|\r|\n/, 20).filter((line) => line.trim() !== '');
  const delimiters: readonly Delimiter[] = ['\t', ';', ',', ' '];
  const counts = delimiters.map((delimiter) => {
    const widths = head.map((line) => splitCells(line, delimiter)[0]?.cells.length ?? 0);
    return Math.min(...widths) > 1 && new Set(widths).size === 1 ? 1 : 0;
  });
  const consistent = delimiters[counts.indexOf(1)];
  return consistent ?? delimiters.find((delimiter) => text.includes(delimiter)) ?? ',';
}

/** Where commas do not part cells, a comma between digits and no point in any cell are decimals. */
function usesDecimalComma(rows: readonly Row[], delimiter: Delimiter): boolean {
  if (delimiter === ',') return false;
  const cells = rows.flatMap((row) => row.cells);
  return cells.some((cell) => /^[+-]?\d*,\d+(e[+-]?\d+)?$/i.test(cell));
}

/** A first line without numbers over lines with some is a line of names. */
function hasHeader(rows: readonly Row[], read: (cell: string) => number | undefined): boolean {
  const isNumber = (cell: string) => read(cell) !== undefined;
  if (rows[0].cells.some(isNumber)) return false;
  return rows.length === 1 || rows.slice(1).some(({ cells }) => cells.some(isNumber));
}

/** Whether a column is one of words: it holds no number at all, and few different words. */
function isOfWords(
  body: readonly Row[],
  column: number,
  read: (cell: string) => number | undefined,
): boolean {
  const cells = body.flatMap((row) => row.cells[column] || []);
  if (cells.length === 0 || cells.some((cell) => read(cell) !== undefined)) return false;
  return new Set(cells).size <= mostLabels;
}

/** Names as they stand, numbered where they repeat and made up where they are missing. */
function uniqueNames(cells: readonly string[]): string[] {
  const taken = new Set<string>();
  return cells.map((cell, i) => {
    const stem = cell === '' ? `c${i + 1}` : cell;
    let name = stem;
    for (let n = 2; taken.has(name); n++) name = `${stem} (${n})`;
    taken.add(name);
    return name;
  });
}

const nothing: Text = { en: 'There is no data in it.', 'zh-CN': '里面没有数据。' };
const headerAlone: Text = {
  en: 'There is a line of names and no row of data under it.',
  'zh-CN': '只有一行列名，下面没有数据行。',
};
const noneGood: Text = {
  en: 'No row of it can be used.',
  'zh-CN': '没有一行数据可用。',
};

function countWrong(count: number, width: number): Text {
  return {
    en: `${count} cells instead of ${width}`,
    'zh-CN': `有 ${count} 格，应为 ${width} 格`,
  };
}

function missing(name: string): Text {
  return { en: `no value for ${name}`, 'zh-CN': `${name} 缺少数值` };
}

function noNumber(name: string, cell: string): Text {
  const shown = cell.length > 24 ? `${cell.slice(0, 24)}…` : cell;
  return {
    en: `“${shown}” for ${name} is no number`,
    'zh-CN': `${name} 的“${shown}”不是数`,
  };
}
