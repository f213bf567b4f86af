import { type RefObject, useCallback, useLayoutEffect, useState } from 'react';

/** Sizes of the table, of which what is in view is reckoned. */
export interface Sizes {
  readonly row: number;
  readonly number: number;
  readonly column: number;
}

/** The rows in view, from 0 and without the last. */
export interface Rows {
  readonly from: number;
  readonly to: number;
}

/** Rows drawn above and below what is in view, so that none is missed while the table moves. */
const spare = 12;

/**
 * Which rows of many are in view. All are equally high, so that two divisions tell: nothing has to be
 * measured, and a hundred thousand rows cost no more than a hundred.
 */
export function useRowsInView(
  box: RefObject<HTMLElement | null>,
  count: number,
  { row }: Sizes,
): { readonly rows: Rows; readonly look: () => void } {
  const [rows, setRows] = useState<Rows>({ from: 0, to: Math.min(count, 60) });
  const look = useCallback(() => {
    const element = box.current;
    if (element === null) return;
    const from = Math.max(0, Math.floor(element.scrollTop / row) - spare);
    const shown = Math.ceil(element.clientHeight / row) + 2 * spare;
    const to = Math.min(count, from + shown);
    setRows((before) => (before.from === from && before.to === to ? before : { from, to }));
  }, [box, count, row]);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box, look]);
  return { rows, look };
}

/** Scrolls just so far that a cell is wholly in view, beside the names and the numbers of rows. */
export function showCell(
  box: HTMLElement,
  { row, column }: { readonly row: number; readonly column: number },
  sizes: Sizes,
): void {
  // The names stand above the first row, and always in view.
  if (row === 0) box.scrollTop = 0;
  else {
    const top = (row - 1) * sizes.row;
    const height = box.clientHeight - 2 * sizes.row;
    box.scrollTop = Math.max(top - height, Math.min(top, box.scrollTop));
  }
  if (column > 0) {
    const left = (column - 1) * sizes.column;
    const width = box.clientWidth - sizes.number - sizes.column;
    box.scrollLeft = Math.max(left - width, Math.min(left, box.scrollLeft));
  }
}
