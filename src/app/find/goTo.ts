import { ancestorsOf, groupOf, setCollapsed } from '../../graph/index.ts';
import { focusNode, showNodes } from '../canvas/viewport.ts';
import { useCover } from '../store/cover.ts';
import { currentGraph, edit } from '../store/document.ts';
import { select, useView } from '../store/view.ts';

/** Marks nodes and brings them into view; a collapsed group that hides one of them is opened. */
export function goTo(ids: readonly string[]): void {
  // The graph of an exercise stays as it was set.
  if (useView.getState().mode !== 'practise') openGroupsOf(ids);
  select(ids);
  requestAnimationFrame(() => showNodes(ids, document.querySelector('main search')));
}

/** Puts the focus on a node, if it is the canvas that is seen. */
export function focusIfSeen(id: string | undefined): void {
  if (id !== undefined && useCover.getState().Cover === null) focusNode(id);
}

function openGroupsOf(ids: readonly string[]): void {
  const before = currentGraph();
  let graph = before;
  for (const id of ids) {
    const group = groupOf(graph, id);
    if (group === undefined) continue;
    for (const { id: box, collapsed } of ancestorsOf(graph, group.id)) {
      if (collapsed) graph = setCollapsed(graph, box, false);
    }
  }
  if (graph !== before) edit(graph);
}
