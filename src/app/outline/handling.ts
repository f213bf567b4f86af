import { type KeyboardEvent, useCallback, useRef } from 'react';
import { findNode, type GraphNode, removeNodes, setOutput } from '../../graph/index.ts';
import { ops } from '../../ops/index.ts';
import { type Place, placeAfter } from '../fields/gridPlace.ts';
import { currentGraph, edit } from '../store/document.ts';
import { select, useView } from '../store/view.ts';
import type { Column } from './rows.ts';
import { type Cell, focusCell, focusNewOp, openEditor } from './store.ts';

interface Shown {
  readonly rows: readonly GraphNode[];
  readonly shown: readonly Column[];
  /** The active cell among them. */
  readonly place: Place;
}

/** What keys and presses do in the table; `onAct` stays the same from render to render. */
export function useHandling({ rows, shown, place }: Shown) {
  const remove = (row: number) => {
    edit(removeNodes(currentGraph(), new Set([rows[row].id])));
    const next = rows[row + 1] ?? rows[row - 1];
    if (next === undefined) {
      select([]);
      focusNewOp();
    } else focusCell({ id: next.id, column: shown[place.column] });
  };
  const act = ({ id, column }: Cell) => {
    if (column === 'output') edit(setOutput(currentGraph(), id));
    else if (column === 'remove') remove(rows.findIndex((node) => node.id === id));
    else if (isEditable(id, column)) openEditor();
  };
  // Rows keep what they were given first, and must reach what is now.
  const latest = useRef(act);
  latest.current = act;
  const onAct = useCallback((cell: Cell) => latest.current(cell), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (rows.length === 0 || event.altKey || event.nativeEvent.isComposing) return;
    const cell: Cell = { id: rows[place.row].id, column: shown[place.column] };
    // The focus follows the active cell a moment later: keys pressed meanwhile go on from there.
    if (!(event.target instanceof Element && event.target.matches('[data-cell]'))) return;
    const isFar = event.ctrlKey || event.metaKey;
    const to = placeAfter(event.key, isFar, place, rows.length, shown.length);
    if (to !== undefined) focusCell({ id: rows[to.row].id, column: shown[to.column] });
    else if (event.key === ' ' && (isFar || event.shiftKey)) toggle(cell.id);
    else if (isFar) return;
    else if (event.key === 'Enter' || event.key === 'F2' || event.key === ' ') act(cell);
    else if (event.key === 'Delete' || event.key === 'Backspace') remove(place.row);
    else if (/^[0-9.[(-]$/.test(event.key) && cell.column === 'value') {
      if (isEditable(cell.id, 'value')) openEditor(event.key);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { onKeyDown, onAct };
}

/** Ops can be changed, leaves have values, operations have operands; numbers that follow are read. */
function isEditable(id: string, column: Column): boolean {
  const kind = ops.get(findNode(currentGraph(), id)?.op ?? '')?.kind;
  if (column === 'value') return kind === 'leaf';
  if (column === 'operands') return kind === 'operation';
  return column === 'name' || column === 'op' || column === 'group';
}

function toggle(id: string): void {
  const marked = new Set(useView.getState().selectedNodes);
  if (!marked.delete(id)) marked.add(id);
  select(marked);
}
