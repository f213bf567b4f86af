import { useEffect, useRef } from 'react';
import type { GraphNode } from '../../graph/index.ts';
import { currentGraph, useDocument } from '../store/document.ts';
import { useView } from '../store/view.ts';
import styles from './outline.module.css';
import { rowsOf } from './rows.ts';
import { activate, type Cell, elementOf, focusCell, focusNewOp, useOutline } from './store.ts';

/** Follows what is marked elsewhere: by finding, by going to a problem, by undoing. */
export function useSelectionInStep(): void {
  const selected = useView((view) => view.selectedNodes);
  useEffect(() => {
    const [id, ...others] = selected;
    const { active } = useOutline.getState();
    if (id === undefined || others.length > 0 || active?.id === id) return;
    const cell: Cell = { id, column: active?.column ?? 'name' };
    const isHere = document.activeElement?.closest(`.${styles.table}`) != null;
    activate(cell);
    requestAnimationFrame(() => {
      const element = elementOf(cell);
      if (isHere || document.activeElement === document.body) element?.focus();
      else element?.scrollIntoView({ block: 'nearest' });
    });
  }, [selected]);
}

/**
 * A node that undo took away or named otherwise leaves the focus to the row in its place; `found` is
 * where the active row stands among all, -1 where it is none of them.
 */
export function useRowKept(rows: readonly GraphNode[], found: number): void {
  const lastRow = useRef(0);
  if (found >= 0) lastRow.current = found;
  const hasActive = useOutline(({ active }) => active !== null);
  const isLost = found < 0 && hasActive && rows.length > 0;
  useEffect(() => {
    if (!isLost) return;
    const { nodes } = currentGraph();
    const { order, active } = useOutline.getState();
    const next = rowsOf(currentGraph(), order)[Math.min(lastRow.current, nodes.length - 1)];
    if (next === undefined) return;
    const cell: Cell = { id: next.id, column: active?.column ?? 'name' };
    if (document.activeElement === document.body) focusCell(cell);
    else activate(cell);
  }, [isLost]);
}

/** Begins at the node that is marked, or at the first one; in another document anew. */
export function useFocusAtFirst(): void {
  const opened = useDocument((state) => state.opened);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another document begins at its beginning
  useEffect(() => {
    const [marked] = useView.getState().selectedNodes;
    const { nodes } = currentGraph();
    const id = nodes.some((node) => node.id === marked) ? marked : nodes[0]?.id;
    if (id !== undefined) focusCell({ id, column: 'name' });
    else focusNewOp();
  }, [opened]);
}
