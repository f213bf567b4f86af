import {
  type Edge,
  edgesOf,
  findNode,
  type Graph,
  type GraphNode,
  moveNodes,
  type Position,
} from '../../graph/index.ts';
import { arity, type Op } from '../../ops/index.ts';
import { currentGraph, edit } from '../store/document.ts';
import type { CanvasNode } from './adapter.ts';
import { edgeIdOf, offerDrop, takeDrop } from './edgeTools.ts';
import { addOnEdge, canGoOn, putOnEdge } from './inserting.ts';
import { toWindow } from './viewport.ts';

/** While one node is dragged: lights the edge under its middle or under the pointer, if it fits. */
export function offerNodes(moving: readonly CanvasNode[], pointer: Position): void {
  const [{ id, position, width = 0, height = 0 }] = moving;
  const graph = currentGraph();
  const middle = toWindow({ x: position.x + width / 2, y: position.y + height / 2 });
  const edge =
    moving.length === 1
      ? edgeUnder(graph, [middle, pointer], (edge) => canGoOn(graph, edge, id))
      : undefined;
  offerDrop(edge?.id ?? null);
}

/** While an operation is dragged from the palette: lights the edge under the pointer, if any. */
export function offerOp(op: Op, pointer: Position | undefined): void {
  const takesOperands = arity(op).most > 0;
  const edge =
    takesOperands && pointer ? edgeUnder(currentGraph(), [pointer], () => true) : undefined;
  offerDrop(edge?.id ?? null);
}

/** Adds a node to the graph on the lit edge, if there is one. */
export function addOffered(node: GraphNode): Graph | undefined {
  const edge = takeOffered();
  const result = edge && addOnEdge(currentGraph(), edge, node);
  return result?.ok ? result.graph : undefined;
}

/** The edge that is lit at the end of a drag; it no longer is. */
function takeOffered(): Edge | undefined {
  const id = takeDrop();
  return id === null ? undefined : edgesOf(currentGraph()).find((edge) => edge.id === id);
}

/** Inserts the node that was let go on the lit edge as one undo entry; false if there is none. */
export function dropOnEdge(places: ReadonlyMap<string, Position>): boolean {
  const edge = takeOffered();
  const [id] = places.keys();
  if (edge === undefined || places.size !== 1) return false;
  if (findNode(currentGraph(), id) === undefined) return false;
  const result = putOnEdge(moveNodes(currentGraph(), places), edge, id);
  if (result.ok) edit(result.graph);
  return result.ok;
}

/** The first edge of the graph under one of these points of the window that passes the test. */
function edgeUnder(
  graph: Graph,
  points: readonly Position[],
  passes: (edge: Edge) => boolean,
): Edge | undefined {
  const ids = points.flatMap(({ x, y }) => document.elementsFromPoint(x, y).map(edgeIdOf));
  const under = new Set(ids.filter((id) => id !== null));
  if (under.size === 0) return undefined;
  return edgesOf(graph).find((edge) => under.has(edge.id) && passes(edge));
}
