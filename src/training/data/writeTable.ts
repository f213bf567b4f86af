import type { DataColumn } from '../../graph/index.ts';
import { cellText } from './edits.ts';

/**
 * Columns as text, a line for each row: the names first, if wanted. `readTable` and spreadsheets read
 * it; what they would take for a formula stands behind an apostrophe in a file (`isFile`).
 */
export function writeTable(
  columns: readonly DataColumn[],
  delimiter: ',' | '\t',
  { header = true, from = 0, to = columns[0]?.values.length ?? 0, isFile = false } = {},
): string {
  const special = new RegExp(`["\\r\\n${delimiter}]|^\\s|\\s$`);
  const word = (text: string) => {
    const safe = isFile && formula.test(text) ? `'${text}` : text;
    return special.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const lines = header ? [columns.map(({ name }) => word(name)).join(delimiter)] : [];
  for (let row = from; row < to; row++) {
    const cells = columns.map((column) => {
      const text = cellText(column, row);
      return column.labels ? word(text) : text;
    });
    lines.push(cells.join(delimiter));
  }
  return lines.join('\r\n');
}

/** What spreadsheets may take for the beginning of a formula, in ASCII and full-width. */
const formula = /^\s*[=+\-@＝＋－＠]/u;
