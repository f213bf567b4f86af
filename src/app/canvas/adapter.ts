import type { Edge as FlowEdge, Node as FlowNode } from '@xyflow/react';
import { Position as Side } from '@xyflow/react';
import { formatTensor } from '../../formula/index.ts';
import { edgesOf, type Graph, type GraphNode, type Position } from '../../graph/index.ts';
import type { Shape, Tensor } from '../../ops/index.ts';
import {
  type Curve,
  edgeCurve,
  formOf,
  inputAnchor,
  type NodeForm,
  numberWidth,
  outputAnchor,
  portCount,
  type Size,
  sizeOfNode,
} from './geometry.ts';
import { placeLabels } from './labels.ts';

/** What a node component gets to know; its numbers it follows by itself. */
export type NodeData = { readonly node: GraphNode; readonly isOutput: boolean };
export type CanvasNode = FlowNode<NodeData, NodeForm>;

/** What an edge component gets to know. */
export type EdgeData = {
  readonly port: number;
  readonly place: Position;
  /** True on the paths from the selected nodes to the output. */
  readonly isLit: boolean;
};
export type CanvasEdge = FlowEdge<EdgeData, 'numbers'>;

interface Sight {
  readonly output: string | undefined;
  readonly selectedNodes: ReadonlySet<string>;
}

/** What the picture of the nodes depends on besides the graph. */
export interface NodeSight extends Sight {
  /** Places of nodes that are being dragged. */
  readonly dragged: ReadonlyMap<string, Position>;
  readonly shapeOf: (id: string) => Shape | undefined;
  readonly nodeLabel: (node: GraphNode) => string;
}

/** What the picture of the edges depends on besides the graph. */
export interface EdgeSight extends Sight {
  readonly selectedEdges: ReadonlySet<string>;
  readonly edgeLabel: (source: string, target: string, port: number) => string;
}

const handle = 12;
const unplaced: Position = { x: 0, y: 0 };

/** React Flow's nodes for a graph. A node that did not change stays the same object. */
export function adaptNodes(
  graph: Graph,
  sight: NodeSight,
  before: ReadonlyMap<string, CanvasNode>,
): CanvasNode[] {
  return graph.nodes.map((node) => {
    const position = sight.dragged.get(node.id) ?? node.position ?? unplaced;
    const size = sizeOfNode(node, sight.shapeOf(node.id));
    const isOutput = node.id === sight.output;
    const selected = sight.selectedNodes.has(node.id);
    const ariaLabel = sight.nodeLabel(node);
    const old = before.get(node.id);
    if (
      old !== undefined &&
      old.data.node === node &&
      old.data.isOutput === isOutput &&
      old.selected === selected &&
      old.position.x === position.x &&
      old.position.y === position.y &&
      old.width === size.width &&
      old.height === size.height &&
      old.ariaLabel === ariaLabel
    ) {
      return old;
    }
    const data = old?.data.node === node && old.data.isOutput === isOutput ? old.data : undefined;
    return {
      id: node.id,
      type: formOf(node),
      position,
      data: data ?? { node, isOutput },
      selected,
      ...size,
      handles: handlesOf(node, size),
      ariaLabel,
    };
  });
}

function handlesOf(node: GraphNode, size: Size): CanvasNode['handles'] {
  const box = ({ x, y }: Position) => ({
    x: x - handle / 2,
    y: y - handle / 2,
    width: handle,
    height: handle,
  });
  const inputs = Array.from({ length: portCount(node) }, (_, port) => ({
    id: String(port),
    type: 'target' as const,
    position: Side.Left,
    ...box(inputAnchor(node, size, port)),
  }));
  const output = { id: 'out', type: 'source' as const, position: Side.Right };
  return [...inputs, { ...output, ...box(outputAnchor(size)) }];
}

/** React Flow's edges for a graph, each with the place of its numbers. */
export function adaptEdges(
  graph: Graph,
  nodes: readonly CanvasNode[],
  sight: EdgeSight,
  places: ReadonlyMap<string, Position>,
  before: ReadonlyMap<string, CanvasEdge>,
): CanvasEdge[] {
  const lit = litEdges(graph, sight);
  const known = new Set(nodes.map((node) => node.id));
  return edgesOf(graph)
    .filter((edge) => known.has(edge.source))
    .map(({ id, source, target, port }) => {
      const place = places.get(id) ?? unplaced;
      const isLit = lit.has(id);
      const selected = sight.selectedEdges.has(id);
      const ariaLabel = sight.edgeLabel(source, target, port);
      const old = before.get(id);
      if (
        old?.data !== undefined &&
        old.data.place.x === place.x &&
        old.data.place.y === place.y &&
        old.data.isLit === isLit &&
        old.selected === selected &&
        old.ariaLabel === ariaLabel
      ) {
        return old;
      }
      return {
        id,
        type: 'numbers',
        source,
        target,
        sourceHandle: 'out',
        targetHandle: String(port),
        selected,
        data: { port, place, isLit },
        ariaLabel,
        zIndex: isLit || selected ? 1 : 0,
      };
    });
}

/** The edges through which a change of the selected nodes reaches the output. */
function litEdges(graph: Graph, { output, selectedNodes }: EdgeSight): ReadonlySet<string> {
  const lit = new Set<string>();
  if (output === undefined || selectedNodes.size === 0 || selectedNodes.size > 3) return lit;
  const edges = edgesOf(graph);
  const reached = closure(selectedNodes, edges, (edge) => [edge.source, edge.target]);
  const needed = closure(new Set([output]), edges, (edge) => [edge.target, edge.source]);
  for (const edge of edges) {
    if (reached.has(edge.source) && needed.has(edge.target)) lit.add(edge.id);
  }
  return lit;
}

function closure(
  start: ReadonlySet<string>,
  edges: readonly { source: string; target: string }[],
  direction: (edge: { source: string; target: string }) => [string, string],
): Set<string> {
  const next = new Map<string, string[]>();
  for (const edge of edges) {
    const [from, to] = direction(edge);
    next.set(from, [...(next.get(from) ?? []), to]);
  }
  const seen = new Set(start);
  for (const id of seen) for (const other of next.get(id) ?? []) seen.add(other);
  return seen;
}

/** The numbers that stand on the edge into a port. */
export type EdgeTexts = (target: string, port: number) => readonly (Tensor | undefined)[];

/** Above this many edges numbers simply stand in the middle: finding free places costs too much. */
const mostPlaced = 400;

/**
 * Places for the numbers of all edges. Widths are taken in coarse steps, so that scrubbing a
 * number does not make its label jump about.
 */
export function placesOfNumbers(
  graph: Graph,
  nodes: readonly CanvasNode[],
  numbersOf: EdgeTexts,
): Map<string, Position> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const edges = edgesOf(graph).flatMap(({ id, source, target, port }) => {
    const from = byId.get(source);
    const to = byId.get(target);
    if (from === undefined || to === undefined) return [];
    const widest = Math.max(
      2,
      ...numbersOf(target, port).map((tensor) =>
        tensor === undefined ? 0 : formatTensor(tensor).length,
      ),
    );
    const width = numberWidth(String('0').repeat(widest <= 3 ? 3 : widest <= 7 ? 7 : widest)) + 6;
    return [{ id, curve: curveBetween(from, to, port), width }];
  });
  if (edges.length > mostPlaced) {
    return new Map(
      edges.map(({ id, curve: [a, , , d] }) => [id, { x: (a.x + d.x) / 2, y: (a.y + d.y) / 2 }]),
    );
  }
  return placeLabels(edges, nodes.map(boxOf));
}

function curveBetween(from: CanvasNode, to: CanvasNode, port: number): Curve {
  const start = outputAnchor(boxOf(from));
  const end = inputAnchor(to.data.node, boxOf(to), port);
  return edgeCurve(
    { x: from.position.x + start.x, y: from.position.y + start.y },
    { x: to.position.x + end.x, y: to.position.y + end.y },
  );
}

function boxOf({ position, width = 0, height = 0 }: CanvasNode) {
  return { ...position, width, height };
}
