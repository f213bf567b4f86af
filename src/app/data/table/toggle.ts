import { setCover } from '../../store/cover.ts';

/** Puts the table of the data in front of the canvas. */
export function openDataTable(): void {
  setCover(null);
}
