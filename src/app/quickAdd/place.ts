import {
  type Box,
  groupFlowId,
  nearestFree,
  outputAnchor,
  type Size,
  sizeOfNode,
  unionOf,
  whatIsShown,
} from '../../drawing/index.ts';
import { compile } from '../../engine/index.ts';
import {
  ancestorsOf,
  type Graph,
  moveNodes,
  moveToGroup,
  type Position,
} from '../../graph/index.ts';
import { groupAt, standing, toCanvas } from '../canvas/viewport.ts';
import type { QuickAdd } from '../store/view.ts';

/** Clear space kept around what a formula adds. */
const margin = 28;

/** Room between operands and what uses them: edges with their numbers. */
const lead = 120;

/**
 * Moves the nodes of a formula, which are laid out already, to where they were asked for, clear of
 * everything that stands there and to the right of the operands they take from the graph. In an open
 * box they join it.
 */
export function placed(
  graph: Graph,
  added: ReadonlySet<string>,
  output: string,
  request: QuickAdd,
): Graph {
  const block = blockOf(graph, added);
  if (block.length === 0) return graph;
  const size: Size = {
    width: Math.max(...block.map(({ x, width }) => x + width)),
    height: Math.max(...block.map(({ y, height }) => y + height)),
  };
  const result = block.find(({ id }) => id === output) ?? block[0];
  const corner = cornerFor(request, size, {
    x: result.x + result.width,
    y: result.y + outputAnchor(result).y,
  });
  const there = standing();
  const operands = isFree(request) ? unionOf(there.filter(isOperandOf(graph, added))) : undefined;
  const least = operands && operands.x + operands.width + lead;
  const wanted = operands ? behind(operands, corner, size, request) : corner;
  const home = request.isAnywhere ? undefined : groupAt(middleOf(wanted, size));
  const around = home === undefined ? [] : ancestorsOf(graph, home);
  const holding = new Set(around.map(({ id }) => groupFlowId(id)));
  const others = there.filter(({ id }) => !holding.has(id));
  const free = nearestFree(others, size, wanted, margin, least);
  const places = block.map(({ id, x, y }): [string, Position] => [
    id,
    { x: Math.round(free.x + x), y: Math.round(free.y + y) },
  ]);
  const moved = moveNodes(graph, new Map(places));
  return home === undefined ? moved : moveToGroup(moved, added, home);
}

/** Whether a formula is to stand by itself, and not at the end of a wire or on an edge. */
function isFree({ wire, edge }: QuickAdd): boolean {
  return wire === undefined && edge === undefined;
}

/** Tells what on the canvas holds an operand that new nodes take from the graph. */
function isOperandOf(graph: Graph, added: ReadonlySet<string>) {
  const { standIn } = whatIsShown(graph);
  const sources = graph.nodes
    .filter(({ id }) => added.has(id))
    .flatMap(({ inputs = [] }) => inputs);
  const taken = new Set(
    sources.flatMap((id) => (id === null || added.has(id) ? [] : [standIn(id)])),
  );
  return ({ id }: { readonly id: string }) => taken.has(id);
}

/** The corner of a block that stands to the right of its operands: at their height, unless pointed to. */
function behind(
  operands: Box,
  corner: Position,
  { height }: Size,
  { isAnywhere }: QuickAdd,
): Position {
  const x = operands.x + operands.width + lead;
  if (isAnywhere) return { x, y: operands.y + operands.height / 2 - height / 2 };
  return { x: Math.max(x, corner.x), y: corner.y };
}

function middleOf({ x, y }: Position, { width, height }: Size): Position {
  return { x: x + width / 2, y: y + height / 2 };
}

/** The boxes of the nodes that were added. */
function blockOf(graph: Graph, added: ReadonlySet<string>) {
  const { shapes } = compile(graph);
  return graph.nodes.flatMap((node, i) =>
    added.has(node.id)
      ? [{ id: node.id, x: 0, y: 0, ...node.position, ...sizeOfNode(node, shapes[i]) }]
      : [],
  );
}

/** The top left corner of a block that leads into a port, comes out of one, or stands by itself. */
function cornerFor({ at, wire }: QuickAdd, { width, height }: Size, end: Position): Position {
  const { x, y } = toCanvas(at);
  if (wire === undefined) return { x: x - width / 2, y: y - height / 2 };
  return wire.port === 'out' ? { x, y: y - height / 2 } : { x: x - end.x, y: y - end.y };
}
