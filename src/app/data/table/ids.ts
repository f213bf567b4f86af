import type { Place } from '../../fields/gridPlace.ts';

/** The id of a cell on the page. */
export function cellId({ row, column }: Place): string {
  return `data-${row}-${column}`;
}

/** The cell an element stands in. */
export function placeOf(element: Element): Place | undefined {
  const cell = element.closest<HTMLElement>('[data-column]');
  const row = cell?.closest<HTMLElement>('[data-row]');
  if (!cell || !row) return undefined;
  return { row: Number(row.dataset.row), column: Number(cell.dataset.column) };
}
