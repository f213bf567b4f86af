import { printable } from './printable.ts';

/**
 * A table that spreadsheets open: comma-separated, CRLF, and with a byte order mark, without which
 * Excel reads UTF-8 as the local encoding and garbles Chinese names.
 */
export function csv(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

/** What spreadsheets may take for the beginning of a formula, in ASCII and full-width. */
const formula = /^\s*[=+\-@＝＋－＠]/u;

/** A text is quoted, and kept from being run as a formula by an apostrophe before it. */
function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = printable(value);
  return `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}
