import { create } from 'zustand';
import type { DataEdit } from '../../../training/index.ts';
import type { Place } from '../../fields/gridPlace.ts';
import { currentGraph, edit } from '../../store/document.ts';
import { notify } from '../../store/view.ts';

interface TableState {
  /** The cell that keys go on from: row 0 holds the names, column 0 the numbers of rows. */
  readonly active: Place;
  /** The other corner of what is marked; the active cell alone where it is that. */
  readonly anchor: Place;
  /** Whether the active cell is being edited, and with what it was opened by typing. */
  readonly editing: { readonly typed?: string } | null;
}

/** Where somebody is in the table. */
export const useTable = create<TableState>()(() => ({
  active: { row: 1, column: 1 },
  anchor: { row: 1, column: 1 },
  editing: null,
}));

/** Makes a cell the active one; with `isMarking` what is marked reaches from where it began. */
export function activate(active: Place, isMarking = false): void {
  useTable.setState(({ anchor }) => ({
    active,
    anchor: isMarking ? anchor : active,
    editing: null,
  }));
}

/** Opens the active cell for editing, or the first of its row from the row's number. */
export function openEditor(typed?: string): void {
  const { active } = useTable.getState();
  if (active.column === 0 && active.row === 0) return;
  if (active.column === 0) activate({ ...active, column: 1 });
  useTable.setState({ editing: typed === undefined ? {} : { typed } });
}

/** Closes the editor. */
export function closeEditor(): void {
  useTable.setState({ editing: null });
}

/** The rows and columns of data within what is marked, from 0 and without the last. */
export function markedRange({ active, anchor }: Pick<TableState, 'active' | 'anchor'>) {
  const [top, bottom] = [active.row, anchor.row].sort((a, b) => a - b);
  const [left, right] = [active.column, anchor.column].sort((a, b) => a - b);
  return {
    rows: { from: Math.max(0, top - 1), to: bottom },
    columns: { from: Math.max(0, left - 1), to: right },
  };
}

/** Makes an edit of the data the document, or says why it cannot be made; gives which. */
export function apply(result: DataEdit): boolean {
  if (!result.ok) {
    notify(result.reason, 'wrong');
    return false;
  }
  const graph = currentGraph();
  if (result.dataset !== graph.dataset) edit({ ...graph, dataset: result.dataset });
  return true;
}
