import { setCover } from '../../store/cover.ts';

/** The id of the button in the panel that opens the table. */
export const openerId = 'open-data-table';

/** Gives the canvas back, with the focus where the table was opened. */
export function closeDataTable(): void {
  setCover(null);
  document.getElementById(openerId)?.focus();
}
