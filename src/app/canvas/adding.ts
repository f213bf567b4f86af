import {
  addNode,
  freshName,
  type Graph,
  type GraphNode,
  type Position,
} from '../../graph/index.ts';
import { type Op, ops } from '../../ops/index.ts';
import { currentGraph, edit } from '../store/document.ts';
import { select } from '../store/view.ts';
import { sizeOfNode } from './geometry.ts';
import { middleOfView, toCanvas } from './viewport.ts';

/**
 * Adds a node for an op with its middle at a point of the window, or in the middle of the view,
 * moved aside as far as needed to cover no other node. Returns the new node's name.
 */
export function addAt(opId: string, client?: Position): string | undefined {
  const op = ops.get(opId);
  if (op === undefined) return undefined;
  const graph = currentGraph();
  const bare = newNode(graph, op);
  const size = sizeOfNode(bare, []);
  const { x, y } = toCanvas(client ?? middleOfView());
  const wanted = { x: Math.round(x - size.width / 2), y: Math.round(y - size.height / 2) };
  const position = client === undefined ? freePlace(graph, wanted) : wanted;
  edit(addNode(graph, { ...bare, position }));
  select([bare.id]);
  return bare.id;
}

const leafNames = { input: 'x', parameter: 'w', constant: 'c' } as const;

function newNode(graph: Graph, op: Op): GraphNode {
  if (op.kind === 'leaf') return { id: freshName(graph, leafNames[op.id]), op: op.id, value: 1 };
  const base = op.category === 'losses' ? 'L' : 'v';
  const ports = op.ports.kind === 'variadic' ? 2 : op.ports.names.length;
  const inputs = Array.from({ length: ports }, () => null);
  return { id: freshName(graph, base), op: op.id, inputs };
}

/** The first place down and right of the wanted one where the node keeps clear of all others. */
function freePlace(graph: Graph, wanted: Position): Position {
  const isTaken = ({ x, y }: Position) =>
    graph.nodes.some(({ position }) => {
      if (position === undefined) return false;
      return Math.abs(position.x - x) < 170 && Math.abs(position.y - y) < 84;
    });
  for (let ring = 0; ring < 40; ring++) {
    for (let step = 0; step <= ring; step++) {
      const place = { x: wanted.x + (ring - step) * 190, y: wanted.y + step * 96 };
      if (!isTaken(place)) return place;
    }
  }
  return wanted;
}
