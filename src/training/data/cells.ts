/** One row of a text, and the line it begins on, from 1. */
export interface CellRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * The cells of delimited text, trimmed (RFC 4180, with any delimiter). A cell in quotes may hold
 * delimiters, line ends and doubled quotes; a quote that is never closed ends with the text. Several
 * spaces in a row part cells once.
 */
export function splitCells(text: string, delimiter: string): CellRow[] {
  const rows: CellRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  let line = 1;
  let begun = 1;
  const endCell = () => {
    cells.push(cell.trim());
    cell = '';
  };
  const endRow = () => {
    endCell();
    rows.push({
      line: begun,
      cells: delimiter === ' ' ? cells.filter((each) => each !== '') : cells,
    });
    cells = [];
    begun = line;
  };
  for (let i = 0; i < text.length; i++) {
    const sign = text[i];
    const isLineEnd = sign === '\n' || (sign === '\r' && text[i + 1] !== '\n');
    if (isLineEnd) line++;
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (text[i + 1] === '"') cell += text[i++];
      else isQuoted = false;
    } else if (sign === '"' && cell.trim() === '') {
      isQuoted = true;
      cell = '';
    } else if (sign === delimiter) endCell();
    else if (isLineEnd) endRow();
    else if (sign !== '\r') cell += sign;
  }
  if (cell !== '' || cells.length > 0) endRow();
  return rows;
}
