import { type Box, BoxIndex, nearestFree, type Size, sizeOfNode } from '../../drawing/index.ts';
import {
  addNode,
  freshName,
  type Graph,
  type GraphNode,
  type Position,
} from '../../graph/index.ts';
import { arity, type Op, ops } from '../../ops/index.ts';
import { currentGraph, edit } from '../store/document.ts';
import { select } from '../store/view.ts';
import { joined } from './groups/joining.ts';
import { currentTools } from './later.ts';
import { fitView, toCanvas, visiblePart } from './viewport.ts';

/**
 * Adds a node for an op with its middle at a point of the window, or beside that where another node
 * stands there; without a point at a free place in view, which widens where there is none. Where the
 * point is on an edge that was offered for it, the node goes on that edge; in a box it joins that.
 * Returns the node's name.
 */
export function addAt(opId: string, client?: Position): string | undefined {
  const op = ops.get(opId);
  if (op === undefined) return undefined;
  const graph = currentGraph();
  const bare = newNode(graph, op);
  const onEdge = currentTools()?.addOffered(bare);
  if (onEdge !== undefined) {
    edit(onEdge);
    select([bare.id]);
    return bare.id;
  }
  const size = sizeOfNode(bare, []);
  const free = client === undefined ? freePlace(graph, size, op) : beside(graph, client, size);
  const { x, y } = free ?? placeBelow(graph);
  const added = addNode(graph, { ...bare, position: { x: Math.round(x), y: Math.round(y) } });
  const middle = { x: x + size.width / 2, y: y + size.height / 2 };
  edit(joined(added, [bare.id], client === undefined ? middle : toCanvas(client)));
  select([bare.id]);
  if (free === undefined) requestAnimationFrame(fitView);
  return bare.id;
}

function beside(graph: Graph, client: Position, size: Size): Position {
  const { x, y } = toCanvas(client);
  return nearestFree(boxesOf(graph), size, { x: x - size.width / 2, y: y - size.height / 2 }, 0);
}

/** The boxes of all nodes, their numbers taken for single ones. */
export function boxesOf(graph: Graph): Box[] {
  return graph.nodes.flatMap((node) =>
    node.position ? [{ ...node.position, ...sizeOfNode(node, []) }] : [],
  );
}

const leafNames = { input: 'x', parameter: 'w', constant: 'c' } as const;

/** A node for an op, with a name of its own and nothing connected yet. */
export function newNode(graph: Graph, op: Op): GraphNode {
  if (op.kind === 'leaf') return { id: freshName(graph, leafNames[op.id]), op: op.id, value: 1 };
  const base = op.category === 'losses' ? 'L' : 'v';
  const inputs = Array.from({ length: arity(op).least }, () => null);
  return { id: freshName(graph, base), op: op.id, inputs };
}

/** Columns of the view by kind of node, so that a graph grows the way its values flow. */
function columnOf(op: Op): number {
  if (op.kind === 'leaf') return 0.25;
  return op.category === 'losses' ? 0.75 : 0.5;
}

/** The place in view nearest to the wanted one where the node keeps clear of all others, if any. */
function freePlace(graph: Graph, size: Size, op: Op): Position | undefined {
  const view = visiblePart();
  if (view === null) return { x: 0, y: 0 };
  const { from, to } = view;
  const wanted = {
    x: from.x + columnOf(op) * (to.x - from.x) - size.width / 2,
    y: (from.y + to.y - size.height) / 2,
  };
  const margin = 28;
  const index = new BoxIndex(boxesOf(graph));
  const places: Position[] = [];
  for (let x = from.x + margin; x + size.width + margin <= to.x; x += 32) {
    for (let y = from.y + margin; y + size.height + margin <= to.y; y += 32) places.push({ x, y });
  }
  const distance = ({ x, y }: Position) => 3 * Math.abs(x - wanted.x) + Math.abs(y - wanted.y);
  return [wanted, ...places]
    .sort((a, b) => distance(a) - distance(b))
    .find(({ x, y }) => {
      const box = {
        x: x - margin,
        y: y - margin / 2,
        width: size.width + 2 * margin,
        height: size.height + margin,
      };
      return index.touching(box) === 0;
    });
}

/** Where there is no room in view: below everything else. */
function placeBelow(graph: Graph): Position {
  const lowest = Math.max(...graph.nodes.map(({ position }) => position?.y ?? 0));
  const left = Math.min(...graph.nodes.map(({ position }) => position?.x ?? 0));
  return { x: left, y: lowest + 120 };
}
