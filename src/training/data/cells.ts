/** One row of a text, and the line it begins on, from 1. */
export interface CellRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** A quote in it is never closed: its line was parted as if it had no quotes. */
  readonly isOpen?: true;
}

/**
 * The cells of delimited text, trimmed (RFC 4180, with any delimiter). A cell in quotes may hold
 * delimiters, line ends and doubled quotes; a quote that is never closed spoils its own line alone.
 * Several spaces in a row part cells once.
 */
export function splitCells(text: string, delimiter: string): CellRow[] {
  const rows: CellRow[] = [];
  let line = 1;
  let at = 0;
  while (at < text.length) {
    // Looking in vain for the end of a quote goes through all of the text, but once at most: behind one
    // that is never closed quotes stand in pairs, and those are closed.
    const whole = rowAt(text, delimiter, at, true);
    const row = whole ?? rowAt(text, delimiter, at, false);
    if (row === undefined) break;
    const isOpen = whole === undefined;
    const cells = delimiter === ' ' ? row.cells.filter((cell) => cell !== '') : row.cells;
    rows.push(isOpen ? { line, cells, isOpen } : { line, cells });
    line += row.lines;
    at = row.end;
  }
  return rows;
}

interface RowAt {
  readonly cells: readonly string[];
  /** Where the next row begins. */
  readonly end: number;
  /** How many lines it takes. */
  readonly lines: number;
}

/** The row that begins at a place; none if a quote in it is never closed. */
function rowAt(text: string, delimiter: string, from: number, quotes: boolean): RowAt | undefined {
  const cells: string[] = [];
  let lines = 1;
  let at = from;
  for (;;) {
    let inQuotes = '';
    let start = at;
    let isBlank = true;
    for (; at < text.length; at++) {
      const sign = text[at];
      if (sign === delimiter || sign === '\n' || sign === '\r') break;
      if (quotes && isBlank && sign === '"') {
        const quoted = quotedAt(text, at + 1);
        if (quoted === undefined) return undefined;
        inQuotes = quoted.text;
        lines += quoted.lines;
        start = quoted.end;
        at = start - 1;
      }
      isBlank &&= sign === ' ' || sign === '\t';
    }
    cells.push((inQuotes + text.slice(start, at)).trim());
    if (at >= text.length || text[at] !== delimiter) break;
    at++;
  }
  const isPair = text[at] === '\r' && text[at + 1] === '\n';
  return { cells, end: Math.min(text.length, at + (isPair ? 2 : 1)), lines };
}

/** What stands in quotes from a place on, and where it ends; none if they are never closed. */
function quotedAt(text: string, from: number) {
  let inside = '';
  for (let start = from; ; ) {
    const quote = text.indexOf('"', start);
    if (quote === -1) return undefined;
    inside += text.slice(start, quote);
    if (text[quote + 1] !== '"') {
      const lines = inside.match(/\r\n|\r|\n/g)?.length ?? 0;
      return { text: inside, end: quote + 1, lines };
    }
    inside += '"';
    start = quote + 2;
  }
}
