import { create } from 'zustand';
import type { Column, RowOrder } from './rows.ts';

/** A cell of the outline. */
export interface Cell {
  readonly id: string;
  readonly column: Column;
}

interface OutlineState {
  readonly order: RowOrder;
  /** The cell that Tab leads to and keys go on from. */
  readonly active: Cell | null;
  /** Whether the active cell is being edited, and with what it was opened by typing. */
  readonly editing: { readonly typed?: string } | null;
}

/** Where somebody is in the outline. */
export const useOutline = create<OutlineState>()(() => ({
  order: 'file',
  active: null,
  editing: null,
}));

/** Makes a cell the active one; what was being edited is left. */
export function activate(active: Cell): void {
  useOutline.setState({ active, editing: null });
}

/** Makes a cell the active one and puts the focus on it once it is there. */
export function focusCell(cell: Cell): void {
  activate(cell);
  requestAnimationFrame(() => {
    // A key pressed meanwhile may have gone on to another cell, or opened this one.
    const { active, editing } = useOutline.getState();
    if (active === cell && editing === null) elementOf(cell)?.focus();
  });
}

/** Puts the focus on the active cell, where there is one. */
export function focusActive(): void {
  const { active } = useOutline.getState();
  if (active !== null) focusCell(active);
}

/** The id of the field that says of which operation a new node is. */
export const newOpId = 'outline-new-op';

/** Puts the focus where nodes are added: there is no row to have it. */
export function focusNewOp(): void {
  document.getElementById(newOpId)?.focus();
}

/** Opens the active cell for editing. */
export function openEditor(typed?: string): void {
  useOutline.setState({ editing: typed === undefined ? {} : { typed } });
}

/** Closes the editor of a cell if it is still open; the cell may go by another name by now. */
export function closeEditor(cell: Cell, now = cell): void {
  useOutline.setState(({ active }) =>
    active?.id === cell.id && active.column === cell.column ? { active: now, editing: null } : {},
  );
}

/** What a cell is called on the page. */
export function cellName({ id, column }: Cell): string {
  return `${id}:${column}`;
}

/** The element of a cell, if its page is the one that is shown. */
export function elementOf(cell: Cell): HTMLElement | null {
  return document.querySelector(`[data-cell="${CSS.escape(cellName(cell))}"]`);
}
