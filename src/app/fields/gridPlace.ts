/** A cell of a grid by its place: which row, and which of the columns that are shown, from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** Where a key leads from a cell, or undefined for keys that lead nowhere. */
export function placeAfter(
  key: string,
  isFar: boolean,
  { row, column }: Place,
  rows: number,
  columns: number,
): Place | undefined {
  const last = { row: rows - 1, column: columns - 1 };
  const within = (at: number, most: number) => Math.max(0, Math.min(most, at));
  switch (key) {
    case 'ArrowUp':
      return { row: isFar ? 0 : within(row - 1, last.row), column };
    case 'ArrowDown':
      return { row: isFar ? last.row : within(row + 1, last.row), column };
    case 'ArrowLeft':
      return { row, column: isFar ? 0 : within(column - 1, last.column) };
    case 'ArrowRight':
      return { row, column: isFar ? last.column : within(column + 1, last.column) };
    case 'PageUp':
      return { row: within(row - 10, last.row), column };
    case 'PageDown':
      return { row: within(row + 10, last.row), column };
    case 'Home':
      return isFar ? { row: 0, column: 0 } : { row, column: 0 };
    case 'End':
      return isFar ? last : { row, column: last.column };
    default:
      return undefined;
  }
}
