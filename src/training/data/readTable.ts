import type { Text } from '../../ops/index.ts';
import { type CellRow, splitCells } from './cells.ts';
import { limits, tooMuch } from './limits.ts';
import { numberIn, usesDecimalComma } from './numberIn.ts';
import type { Column, Table } from './table.ts';

/** How a text is to be read; what is left out is found out. */
export interface TableForm {
  readonly delimiter?: Delimiter;
  readonly header?: boolean;
  readonly decimalComma?: boolean;
  /** Columns that are not wanted, by their names. */
  readonly without?: readonly string[];
}

/** What stands between two cells. */
export type Delimiter = ',' | ';' | '\t' | ' ';

/** A row that cannot be used, by the line of the text it begins on (from 1). */
export interface BadRow {
  readonly line: number;
  readonly reason: Text;
  /** The column it fails at, where it is one. */
  readonly column?: string;
}

/**
 * A table that was read, the form it was read in and the rows that were left out: every row of the
 * text is in one of them. Columns of many different words are left out by their names. Or why there
 * is no table.
 */
export type TableResult =
  | {
      readonly ok: true;
      readonly table: Table;
      readonly form: Required<TableForm>;
      readonly bad: readonly BadRow[];
      readonly leftOut: readonly string[];
    }
  | { readonly ok: false; readonly reason: Text; readonly bad: readonly BadRow[] };

/** Words that may stand for classes; a column with more of them is no column of classes. */
const mostLabels = 50;

/**
 * Reads comma-, semicolon-, tab- or space-separated text: numbers, and columns of words that stand
 * for classes. Quotes and the line ends of all systems are understood.
 */
export function readTable(text: string, given: TableForm = {}): TableResult {
  if (text.length > limits.text) return refused(tooLong);
  const lines = text.replace(/^\ufeff/, '');
  const delimiter = given.delimiter ?? likelyDelimiter(lines);
  const rows = withoutPadding(splitCells(lines, delimiter));
  if (rows.length === 0) return refused(nothing);
  const decimalComma = given.decimalComma ?? usesDecimalComma(rows.flatMap(({ cells }) => cells));
  const read = (cell: string) => numberIn(cell, decimalComma);
  const header = given.header ?? hasHeader(rows, read);
  const body = header ? rows.slice(1) : rows;
  if (body.length === 0) return refused(headerAlone);
  const names = header ? uniqueNames(rows[0].cells) : body[0].cells.map((_, i) => `c${i + 1}`);
  const much = tooMuch(body.length, names.length);
  if (much) return refused(much);
  const without = given.without ?? [];
  const kinds = names.map((name, i) =>
    without.includes(name) ? 'unwanted' : kindOf(body, i, read),
  );
  const columns = names.flatMap((name, at): ColumnPlan[] => {
    if (kinds[at] === 'text' || kinds[at] === 'unwanted') return [];
    return [{ name, at, ...(kinds[at] === 'words' && { labels: new Map<string, number>() }) }];
  });
  const leftOut = names.filter((_, i) => kinds[i] === 'text');
  const good: number[][] = [];
  const bad: BadRow[] = [];
  for (const row of body) {
    const numbers = readRow(row, names.length, columns, read);
    if (Array.isArray(numbers)) good.push(numbers);
    else bad.push({ line: row.line, ...numbers });
  }
  if (columns.length === 0) return refused(noColumn);
  if (good.length === 0) return refused(noneGood, bad);
  const table = columns.map(({ name, labels }, i): Column => {
    const values = Float64Array.from(good, (row) => row[i]);
    return labels ? { name, values, labels: [...labels.keys()] } : { name, values };
  });
  const form = { delimiter, header, decimalComma, without };
  return { ok: true, table: { columns: table }, form, bad, leftOut };
}

/** Rows without the empty lines among them, and without empty cells above and below the table. */
function withoutPadding(rows: readonly CellRow[]): readonly CellRow[] {
  const isFilled = ({ cells }: CellRow) => cells.some((cell) => cell !== '');
  return rows
    .slice(Math.max(0, rows.findIndex(isFilled)), rows.findLastIndex(isFilled) + 1)
    .filter((row) => row.cells.length > 1 || isFilled(row));
}

function refused(reason: Text, bad: readonly BadRow[] = []): TableResult {
  return { ok: false, reason, bad };
}

/** A column to be read: where it stands, and for one of words those that have come so far. */
interface ColumnPlan {
  readonly name: string;
  readonly at: number;
  readonly labels?: Map<string, number>;
}

/** The numbers of a row, or what is wrong with it. New words are taken up in their column. */
function readRow(
  { cells, isOpen }: CellRow,
  width: number,
  columns: readonly ColumnPlan[],
  read: (cell: string) => number | undefined,
): number[] | Omit<BadRow, 'line'> {
  if (isOpen) return { reason: unclosed };
  if (cells.length !== width) return { reason: countWrong(cells.length, width) };
  const numbers: number[] = [];
  for (const { name, at, labels } of columns) {
    const cell = cells[at];
    if (cell === '' || (labels && missingMark.test(cell))) {
      return { column: name, reason: missing(name) };
    }
    const number = labels ? 0 : read(cell);
    if (number === undefined) return { column: name, reason: noNumber(name, cell) };
    numbers.push(number);
  }
  // Only a row that is good to its end adds words.
  columns.forEach(({ at, labels }, i) => {
    if (labels === undefined) return;
    const place = labels.get(cells[at]) ?? labels.size;
    labels.set(cells[at], place);
    numbers[i] = place;
  });
  return numbers;
}

/** What programs write where there is no value. */
const missingMark = /^(n\/?a|nan|null|[+-]?inf(inity)?|\?)$/i;

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

/** A first line without numbers over lines with some is a line of names. */
function hasHeader(rows: readonly CellRow[], read: (cell: string) => number | undefined): boolean {
  const isNumber = (cell: string) => read(cell) !== undefined;
  if (rows[0].cells.some(isNumber)) return false;
  return rows.length === 1 || rows.slice(1).some(({ cells }) => cells.some(isNumber));
}

/** What a column mostly holds: numbers, words that may stand for classes, or text of other kinds. */
function kindOf(
  body: readonly CellRow[],
  column: number,
  read: (cell: string) => number | undefined,
): 'numbers' | 'words' | 'text' {
  const words = new Set<string>();
  let filled = 0;
  let numbers = 0;
  for (const { cells } of body) {
    const cell = cells[column];
    if (cell === undefined || cell === '' || missingMark.test(cell)) continue;
    filled++;
    if (read(cell) !== undefined) numbers++;
    else if (words.size <= mostLabels) words.add(cell);
  }
  if (2 * numbers >= filled) return 'numbers';
  return words.size <= mostLabels ? 'words' : 'text';
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
const tooLong: Text = {
  en: 'The text is too long; it may have up to 32 million characters.',
  'zh-CN': '文本过长，最多 3200 万个字符。',
};
const noColumn: Text = {
  en: 'No column holds numbers, or words of few kinds.',
  'zh-CN': '没有一列是数或少数几种文字。',
};
const unclosed: Text = {
  en: 'a quote is never closed',
  'zh-CN': '引号没有闭合',
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
    en: `“${shown}” for ${name} is not a number`,
    'zh-CN': `${name} 的“${shown}”不是数`,
  };
}
