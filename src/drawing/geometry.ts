import { isWrittenOut, mathName } from '../formula/index.ts';
import type { GraphNode, Position } from '../graph/index.ts';
import { arity, ops, type Shape } from '../ops/index.ts';

/** Width and height in pixels at zoom 1. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** How a node is drawn: constants as pills, other leaves as fields, operations as cards. */
export type NodeForm = 'pill' | 'field' | 'card';

const cell = { width: 80, height: 19 };
const signWidth = 42;
const portGap = 22;

/** The form of a node. */
export function formOf(node: GraphNode): NodeForm {
  if (node.op === 'constant') return 'pill';
  return ops.get(node.op)?.kind === 'leaf' ? 'field' : 'card';
}

/** The size of a node. It depends on name, ports and shape, never on the numbers themselves. */
export function sizeOfNode(node: GraphNode, shape: Shape | undefined): Size {
  const form = formOf(node);
  const grid = gridSize(shape);
  const name = nameWidth(node.label ?? node.id);
  if (form === 'pill') {
    return grid ? { width: grid.width + 28, height: grid.height + 20 } : { width: 68, height: 40 };
  }
  if (form === 'field') {
    return grid
      ? { width: Math.max(120, name + grid.width + 44), height: 2 * grid.height + 34 }
      : { width: Math.max(124, name + 110), height: 64 };
  }
  const ports = portCount(node);
  const lines = grid ? 2 * grid.height + 30 : 72;
  const body = grid ? name + grid.width + 12 : Math.max(102, name + 84);
  return {
    width: signWidth + 20 + body,
    height: Math.max(lines, ports * portGap + 20),
  };
}

/** How many input ports are drawn: all there are, and one to grow by when a variadic op is full. */
export function portCount(node: GraphNode): number {
  const op = ops.get(node.op);
  if (op === undefined || op.kind === 'leaf') return 0;
  const { least, most } = arity(op);
  const inputs = node.inputs ?? [];
  const taken = Math.max(least, inputs.length);
  const isFull = inputs.length >= least && inputs.every((source) => source !== null);
  return taken < most && isFull ? taken + 1 : taken;
}

/** Where an input port sits, relative to the node's top left corner. */
export function inputAnchor(node: GraphNode, size: Size, port: number): Position {
  const op = ops.get(node.op);
  const inputs = Math.max(op ? arity(op).least : 0, (node.inputs ?? []).length);
  const hasSpare = portCount(node) > inputs;
  const gap = Math.min(portGap + 2, size.height / (inputs + (hasSpare ? 1.2 : 0)));
  const first = size.height / 2 - ((inputs - 1) * gap) / 2;
  if (port >= inputs) return { x: 0, y: Math.min(size.height - 8, first + inputs * gap - 4) };
  return { x: 0, y: first + port * gap };
}

/** Where the output port sits, relative to the node's top left corner. */
export function outputAnchor(size: Size): Position {
  return { x: size.width, y: size.height / 2 };
}

/** A cubic Bézier curve by its four points. */
export type Curve = readonly [Position, Position, Position, Position];

/**
 * The curve of an edge: leaves to the right, arrives from the left, and changes height around
 * `turn` of the way (0 early, 1 late).
 */
export function edgeCurve(from: Position, to: Position, turn = 0.5): Curve {
  const distance = to.x - from.x;
  const out = distance >= 0 ? turn * distance : 8 * Math.sqrt(-distance);
  const back = distance >= 0 ? (1 - turn) * distance : out;
  return [from, { x: from.x + out, y: from.y }, { x: to.x - back, y: to.y }, to];
}

/** The SVG path of a curve. */
export function curvePath([a, b, c, d]: Curve): string {
  return `M${a.x},${a.y} C${b.x},${b.y} ${c.x},${c.y} ${d.x},${d.y}`;
}

/** The point of a curve at t in [0, 1]. */
export function pointOn([a, b, c, d]: Curve, t: number): Position {
  const s = 1 - t;
  const at = (w: number, x: number, y: number, z: number) =>
    s * s * s * w + 3 * s * s * t * x + 3 * s * t * t * y + t * t * t * z;
  return { x: at(a.x, b.x, c.x, d.x), y: at(a.y, b.y, c.y, d.y) };
}

/** The width so many digits take at the size of values, roughly. */
export function numberWidth(digits: number): number {
  return 7.9 * digits;
}

function nameWidth(name: string): number {
  const { stem, subscript } = mathName(name);
  return 8.5 * stem.length + 6.5 * subscript.length;
}

function gridSize(shape: Shape | undefined): Size | undefined {
  if (shape === undefined || shape.length === 0) return undefined;
  if (!isWrittenOut(shape)) return { width: cell.width, height: cell.height };
  const [rows, columns] = shape.length === 1 ? [1, shape[0]] : shape;
  return { width: columns * cell.width + 8, height: rows * cell.height };
}
