import { groupFlowId } from '../../../drawing/index.ts';
import { findGroup, setCollapsed } from '../../../graph/index.ts';
import { currentGraph, edit } from '../../store/document.ts';
import { select } from '../../store/view.ts';
import { focusNode } from '../viewport.ts';

/** Opens a collapsed group in its place, or collapses an open one; the focus stays with it. */
export function toggleGroup(id: string): void {
  const group = findGroup(currentGraph(), id);
  if (group === undefined) return;
  edit(setCollapsed(currentGraph(), id, !group.collapsed));
  select([], [], { groups: [id] });
  focusNode(groupFlowId(id));
}
