import {
  type Box,
  inputAnchor,
  nearestFree,
  outputAnchor,
  sizeOfNode,
} from '../../drawing/index.ts';
import { compile } from '../../engine/index.ts';
import {
  addNode,
  connect,
  type Edge,
  type EditResult,
  edgesOf,
  findNode,
  type Graph,
  groupOf,
  moveNodes,
  type Position,
} from '../../graph/index.ts';
import type { Op } from '../../ops/index.ts';
import { addAt, boxesOf, newNode } from '../canvas/adding.ts';
import { joined } from '../canvas/groups/joining.ts';
import { addOnEdge } from '../canvas/inserting.ts';
import { revealNodes, toCanvas } from '../canvas/viewport.ts';
import { refusalText } from '../i18n/refusal.ts';
import { currentGraph, edit } from '../store/document.ts';
import { notify, type QuickAdd, select } from '../store/view.ts';

/** Adds a node for an op where it was asked for, connected, as one undo entry; gives its name. */
export function addOp(op: Op, request: QuickAdd): string | undefined {
  const { at, isAnywhere, wire } = request;
  const graph = currentGraph();
  const edge = edgeOf(graph, request);
  const node = newNode(graph, op);
  if (edge !== undefined) {
    const on = addOnEdge(graph, edge, node);
    return settle(
      on.ok ? { ok: true, graph: boxedOnEdge(on.graph, [node.id], request) } : on,
      node.id,
    );
  }
  if (wire === undefined) return addAt(op.id, isAnywhere ? undefined : at);
  const { node: other, port } = wire;
  const added = addNode(graph, node);
  const result =
    port === 'out' ? connect(added, other, node.id, 0) : connect(added, node.id, other, port);
  if (!result.ok) return settle(result, node.id);
  const place = placeByPort(result.graph, node.id, port === 'out' ? 0 : 'out', toCanvas(at));
  const free = isAnywhere ? nearestFree(boxesOf(graph), place, place, margin) : place;
  const { x, y } = { x: Math.round(free.x), y: Math.round(free.y) };
  const placed = moveNodes(result.graph, new Map([[node.id, { x, y }]]));
  const there = isAnywhere ? { x, y } : toCanvas(at);
  return settle({ ok: true, graph: joined(placed, [node.id], there) }, node.id);
}

/** The edge something is to be put on, if it is still there. */
export function edgeOf(graph: Graph, { edge }: QuickAdd): Edge | undefined {
  return edge && edgesOf(graph).find((it) => it.target === edge.target && it.port === edge.port);
}

/**
 * What was put on an edge stands in the box that holds both ends of it; where none does, it joins the
 * one it was put in.
 */
function boxedOnEdge(graph: Graph, added: readonly string[], { at }: QuickAdd): Graph {
  const isBoxed = added.every((id) => groupOf(graph, id) !== undefined);
  return isBoxed ? graph : joined(graph, added, toCanvas(at));
}

/** Clear space kept around what nobody has given a place. */
const margin = 28;

/** Where a node must stand for one of its ports to be at a point, and how large it is. */
function placeByPort(graph: Graph, id: string, port: number | 'out', { x, y }: Position): Box {
  const node = findNode(graph, id);
  const { shapes, index } = compile(graph);
  const size = node && sizeOfNode(node, shapes[index.get(id) ?? -1]);
  if (node === undefined || size === undefined) return { x, y, width: 0, height: 0 };
  const anchor = port === 'out' ? outputAnchor(size) : inputAnchor(node, size, port);
  return { x: x - anchor.x, y: y - anchor.y, ...size };
}

function settle(result: EditResult, id: string): string | undefined {
  if (!result.ok) {
    notify(refusalText(result.refusal), 'wrong');
    return undefined;
  }
  edit(result.graph);
  select([id]);
  requestAnimationFrame(() => revealNodes([id]));
  return id;
}
