import type { Tensor, Text } from '../../ops/index.ts';
import { emptyGraph, type Graph, type GraphNode } from '../graph.ts';
import type { Group } from '../group.ts';
import type { Position } from '../position.ts';

/** Nodes with places, and the boxes around them: what templates are put together from. */
export interface Part {
  readonly nodes: readonly GraphNode[];
  readonly groups: readonly Group[];
}

/** A leaf to be: its name and its number. */
export interface Given {
  readonly id: string;
  readonly value: Tensor;
}

/** Places cards stand at, left to right: wide enough that the numbers of edges fit between. */
export const grid = {
  /** From the top of a product to the top of the next: under each is its weight. */
  row: 160,
  /** The height of a field or a small card, and of a port of a taller one. */
  field: 64,
  card: 72,
  port: 22,
  /** From a column of cards to the next. */
  column: 270,
  /** From an input to the one neuron it goes to. */
  lead: 250,
  /** Between layers: room for edges that fan out, with their numbers. */
  gap: 440,
  /** Between two boxes, one under the other. */
  between: 130,
} as const;

/** An input node. */
export function input({ id, value }: Given, x: number, y: number): GraphNode {
  return { id, op: 'input', value, position: { x, y } };
}

/** A parameter node. */
export function parameter({ id, value }: Given, x: number, y: number): GraphNode {
  return { id, op: 'parameter', value, position: { x, y } };
}

/** A node that computes. */
export function operation(
  id: string,
  op: string,
  inputs: readonly string[],
  x: number,
  y: number,
): GraphNode {
  return { id, op, inputs, position: { x, y } };
}

/** The height of a card that takes so many operands and can grow by one. */
export function sumHeight(operands: number): number {
  return Math.max(grid.card, (operands + 1) * grid.port + 20);
}

/** Parts as one. */
export function join(...parts: readonly Partial<Part>[]): Part {
  return {
    nodes: parts.flatMap(({ nodes = [] }) => nodes),
    groups: parts.flatMap(({ groups = [] }) => groups),
  };
}

/** A part moved. */
export function moved({ nodes, groups }: Part, by: Position): Part {
  const shifted = nodes.map((node) => {
    const { x, y } = node.position ?? { x: 0, y: 0 };
    return { ...node, position: { x: Math.round(x + by.x), y: Math.round(y + by.y) } };
  });
  return { nodes: shifted, groups };
}

/** The graph of a part, its top left corner at the origin. */
export function graphOf(part: Part, title: Text, output: string): Graph {
  const places = part.nodes.map(({ position }) => position ?? { x: 0, y: 0 });
  const left = Math.min(...places.map(({ x }) => x));
  const top = Math.min(...places.map(({ y }) => y));
  const { nodes, groups } = moved(part, { x: -left, y: -top });
  return { ...emptyGraph, title, nodes, output, ...(groups.length > 0 && { groups }) };
}
