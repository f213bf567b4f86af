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
  if (port >= inputs) return { x: 0, y: Math.min(size.height - 7, first + inputs * gap) };
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
 * `turn` of the way (0 early, 1 late). With a bulge it goes around something that stands on its
 * height: its inner points are moved down by so much, or only the one far from an early or late turn.
 */
export function edgeCurve(from: Position, to: Position, turn = 0.5, bulge = 0): Curve {
  const distance = to.x - from.x;
  const out = distance >= 0 ? turn * distance : 8 * Math.sqrt(-distance);
  const back = distance >= 0 ? (1 - turn) * distance : out;
  if (bulge === 0) return [from, { x: from.x + out, y: from.y }, { x: to.x - back, y: to.y }, to];
  if (turn === 0.5) {
    const reach = Math.abs(distance) / 4;
    return [
      from,
      { x: from.x + reach, y: from.y + bulge },
      { x: to.x - reach, y: to.y + bulge },
      to,
    ];
  }
  const [first, last] = turn < 0.5 ? [0, bulge] : [bulge, 0];
  return [from, { x: from.x + out, y: from.y + first }, { x: to.x - back, y: to.y + last }, to];
}

/** How the line of an edge is drawn along its curve. */
export type LineStyle = 'curved' | 'straight' | 'stepped';

/** The SVG path of a curve, or of the straight or stepped line in its place. */
export function curvePath(curve: Curve, style: LineStyle = 'curved'): string {
  const [a, b, c, d] = curve;
  if (style !== 'curved') return roundedPath(cornersOf(curve, style));
  return `M${a.x},${a.y} C${b.x},${b.y} ${c.x},${c.y} ${d.x},${d.y}`;
}

/** The point at t in [0, 1] of a curve, or of the straight or stepped line in its place. */
export function pointOn(curve: Curve, t: number, style: LineStyle = 'curved'): Position {
  const [a, b, c, d] = curve;
  if (style !== 'curved') return pointAlong(cornersOf(curve, style), t);
  const s = 1 - t;
  const at = (w: number, x: number, y: number, z: number) =>
    s * s * s * w + 3 * s * s * t * x + 3 * s * t * t * y + t * t * t * z;
  return { x: at(a.x, b.x, c.x, d.x), y: at(a.y, b.y, c.y, d.y) };
}

/** How far from its ends a stepped line that goes around something leaves its height. */
const riser = 26;

/**
 * The ends and corners of a straight or stepped line: the points of its curve. A straight line goes
 * over the inner ones only where the curve bends around something, over one of them where they stand
 * above each other. A stepped one runs on right angles:
 * over them, or through a channel at their height where the curve bends around something; where the
 * edge runs back, halfway up.
 */
function cornersOf([a, b, c, d]: Curve, style: 'straight' | 'stepped'): readonly Position[] {
  const isBent = b.y !== a.y || c.y !== d.y;
  if (style === 'straight') {
    if (!isBent) return [a, d];
    return b.x === c.x ? [a, b.y === a.y ? c : b, d] : [a, b, c, d];
  }
  if (isBent) {
    const y = (b.y + c.y) / 2;
    const reach = d.x >= a.x ? Math.min(riser, (d.x - a.x) / 4) : riser;
    const [first, last] = [a.x + reach, d.x - reach];
    return [a, { x: first, y: a.y }, { x: first, y }, { x: last, y }, { x: last, y: d.y }, d];
  }
  if (d.x >= a.x) return [a, b, c, d];
  const y = (a.y + d.y) / 2;
  return [a, b, { x: b.x, y }, { x: c.x, y }, c, d];
}

/** How far from a corner its rounding begins, at most. */
const cornerRadius = 8;

function roundedPath(corners: readonly Position[]): string {
  const [start, ...rest] = corners;
  const end = rest[rest.length - 1];
  const turns = rest.slice(0, -1).map((corner, i) => {
    const [before, after] = [corners[i], corners[i + 2]];
    const [from, to] = [before, after].map((other) => {
      const reach = Math.min(cornerRadius, distance(corner, other) / 2);
      return between(corner, other, reach / (distance(corner, other) || 1));
    });
    return `L${from.x},${from.y} Q${corner.x},${corner.y} ${to.x},${to.y}`;
  });
  return [`M${start.x},${start.y}`, ...turns, `L${end.x},${end.y}`].join(' ');
}

/** The point that lies t of the whole length along a line with corners. */
function pointAlong(corners: readonly Position[], t: number): Position {
  const lengths = corners.slice(1).map((corner, i) => distance(corners[i], corner));
  let left = t * lengths.reduce((sum, length) => sum + length, 0);
  for (const [i, length] of lengths.entries()) {
    if (left <= length) return between(corners[i], corners[i + 1], left / (length || 1));
    left -= length;
  }
  return corners[corners.length - 1];
}

function between(a: Position, b: Position, t: number): Position {
  return { x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y) };
}

function distance(a: Position, b: Position): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}

/** The width so many digits take at the size of values, roughly. */
export function numberWidth(digits: number): number {
  return 7.9 * digits;
}

/** Size of a number in a leaf, in pixels, and the signs up to which it is set smaller to stay within. */
const inLeaf = { size: 13.5, width: 107, signs: 14 };

/** The size in pixels that a number of so many signs is set at in a leaf, whose width is the same for all. */
export function sizeInLeaf(signs: number): number {
  return Math.min(inLeaf.size, inLeaf.width / Math.min(inLeaf.signs, signs));
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
