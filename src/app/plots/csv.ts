import type { Sheet } from './chart.ts';
import { plain } from './svgText.ts';

/** A table as CSV (RFC 4180), with a line of names. */
export function csvOf({ columns, rows }: Sheet): string {
  const cell = (value: string | number | undefined) => {
    const text = typeof value === 'string' ? plain(value) : String(value ?? '');
    return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}
