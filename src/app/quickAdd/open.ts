import { outputAnchor } from '../../drawing/index.ts';
import { type Edge, edgesOf, findNode, type GraphNode } from '../../graph/index.ts';
import { pointedAt } from '../canvas/pointer.ts';
import { boxOnCanvas, middleOfCanvas, toWindow } from '../canvas/viewport.ts';
import { currentGraph } from '../store/document.ts';
import { openQuickAdd, useView } from '../store/view.ts';

/** The edge that is marked, if nothing else is. */
export function edgeOnItsOwn(): Edge | undefined {
  const { selectedEdges, selectedNodes } = useView.getState();
  const [id, ...more] = selectedEdges;
  if (id === undefined || more.length > 0 || selectedNodes.size > 0) return undefined;
  return edgesOf(currentGraph()).find((edge) => edge.id === id);
}

/** The node that is marked, if nothing else is. */
export function nodeOnItsOwn(): GraphNode | undefined {
  const { selectedEdges, selectedNodes } = useView.getState();
  const [id, ...more] = selectedNodes;
  if (id === undefined || more.length > 0 || selectedEdges.size > 0) return undefined;
  return findNode(currentGraph(), id);
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

/** How far to the right of a node what uses it is put, if there is room. */
const reach = 120;

/** Opens quick-add at the end of a wire from the value of a node. */
export function openOnNode(id: string): void {
  const box = boxOnCanvas(id);
  if (box === undefined) return;
  const start = { x: box.x + box.width, y: box.y + outputAnchor(box).y };
  const at = toWindow({ x: start.x + reach, y: start.y });
  openQuickAdd({ at, isAnywhere: true, wire: { node: id, port: 'out', start } });
}
