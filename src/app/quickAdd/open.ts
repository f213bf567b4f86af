import { type Edge, edgesOf, findNode } from '../../graph/index.ts';
import { pointedAt } from '../canvas/pointer.ts';
import { middleOfCanvas, toWindow } from '../canvas/viewport.ts';
import { currentGraph } from '../store/document.ts';
import { openQuickAdd, useView } from '../store/view.ts';

/** The edge that is marked, if nothing else is. */
export function edgeOnItsOwn(): Edge | undefined {
  const { selectedEdges, selectedNodes } = useView.getState();
  const [id, ...more] = selectedEdges;
  if (id === undefined || more.length > 0 || selectedNodes.size > 0) return undefined;
  return edgesOf(currentGraph()).find((edge) => edge.id === id);
}

/** Opens quick-add at the pointer, or in the middle of the canvas where the pointer is elsewhere. */
export function openAtPointer(): void {
  const pointer = pointedAt();
  openQuickAdd(
    pointer === undefined ? { at: middleOfCanvas(), isAnywhere: true } : { at: pointer },
  );
}

/** Opens quick-add for an edge, in its middle. */
export function openOnEdge(edge: Edge): void {
  const [from, to] = [edge.source, edge.target].map(
    (id) => findNode(currentGraph(), id)?.position ?? { x: 0, y: 0 },
  );
  const at = toWindow({ x: (from.x + to.x) / 2 + 80, y: (from.y + to.y) / 2 + 60 });
  openQuickAdd({ at, edge });
}
