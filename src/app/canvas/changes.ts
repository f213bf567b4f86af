import type { EdgeChange, NodeChange } from '@xyflow/react';
import { moveNodes, type Position } from '../../graph/index.ts';
import { currentGraph, edit } from '../store/document.ts';
import { useView } from '../store/view.ts';
import type { CanvasEdge, CanvasNode } from './adapter.ts';

/** Takes over what was marked or unmarked on the canvas. */
export function applySelection(
  changes: readonly (NodeChange<CanvasNode> | EdgeChange<CanvasEdge>)[],
  which: 'selectedNodes' | 'selectedEdges',
): void {
  const marks = changes.filter((change) => change.type === 'select');
  if (marks.length === 0) return;
  useView.setState((view) => {
    const selected = new Set(view[which]);
    for (const { id, selected: isOn } of marks) {
      if (isOn) selected.add(id);
      else selected.delete(id);
    }
    return { [which]: selected };
  });
}

/** Moves nodes as one undo entry, or as part of a gesture. */
export function commitMoves(places: ReadonlyMap<string, Position>, gesture: string | null): void {
  const rounded = new Map<string, Position>();
  for (const node of currentGraph().nodes) {
    const place = places.get(node.id);
    if (place === undefined) continue;
    const { x, y } = { x: Math.round(place.x), y: Math.round(place.y) };
    if (node.position?.x !== x || node.position?.y !== y) rounded.set(node.id, { x, y });
  }
  if (rounded.size > 0) edit(moveNodes(currentGraph(), rounded), gesture);
}
