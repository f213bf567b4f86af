import { sizeOfNode } from '../../drawing/index.ts';
import { compile } from '../../engine/index.ts';
import {
  addNode,
  type Edge,
  type EditResult,
  findNode,
  type Graph,
  type GraphNode,
  insertOnEdge,
  moveNodes,
  openPorts,
  type Position,
} from '../../graph/index.ts';

/** Room between nodes that an edge with its numbers runs through. */
const gap = 88;

/** Whether a node waits for an operand that an edge could bring it, and can go on that edge. */
export function canGoOn(graph: Graph, edge: Edge, id: string): boolean {
  const node = findNode(graph, id);
  if (node === undefined || openPorts(node).length === 0) return false;
  return edge.source !== id && edge.target !== id && insertOnEdge(graph, edge, id).ok;
}

/** Puts a node that stands at `position` on an edge, and moves what is in its way to the right. */
export function putOnEdge(graph: Graph, edge: Edge, id: string, position?: Position): EditResult {
  const placed = position === undefined ? graph : moveNodes(graph, new Map([[id, position]]));
  const result = insertOnEdge(placed, edge, id);
  return result.ok ? { ok: true, graph: withRoom(result.graph, edge, id) } : result;
}

/** Adds a node on an edge, in its middle. */
export function addOnEdge(graph: Graph, edge: Edge, node: GraphNode): EditResult {
  const added = addNode(graph, node);
  const boxes = boxesIn(added);
  const [from, to, box] = [edge.source, edge.target, node.id].map(boxes);
  const position = {
    x: Math.round((from.x + from.width + to.x - box.width) / 2),
    y: Math.round((from.y + from.height / 2 + to.y + to.height / 2 - box.height) / 2),
  };
  return putOnEdge(added, edge, node.id, position);
}

/** Moves a node behind the source of an edge, and all that begins with its target behind the node. */
function withRoom(graph: Graph, { source, target }: Edge, id: string): Graph {
  const boxes = boxesIn(graph);
  const [from, to, box] = [source, target, id].map(boxes);
  // An edge that runs backwards has no room between its ends.
  if (to.x < from.x + from.width) return graph;
  const x = Math.max(box.x, from.x + from.width + gap);
  const push = x + box.width + gap - to.x;
  const places = new Map([[id, { x, y: box.y }]]);
  if (push > 0) {
    for (const { id: other, position } of graph.nodes) {
      if (other === id || position === undefined || position.x < to.x) continue;
      places.set(other, { x: position.x + push, y: position.y });
    }
  }
  return moveNodes(graph, places);
}

function boxesIn(graph: Graph) {
  const { shapes, index } = compile(graph);
  return (id: string) => {
    const at = index.get(id) ?? -1;
    return { x: 0, y: 0, ...graph.nodes[at]?.position, ...sizeOfNode(graph.nodes[at], shapes[at]) };
  };
}
