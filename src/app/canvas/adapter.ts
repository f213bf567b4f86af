import type { Edge as FlowEdge, Node as FlowNode } from '@xyflow/react';
import { Position as Side } from '@xyflow/react';
import {
  formOf,
  inputAnchor,
  labelHeight,
  labelWidth,
  moreHeight,
  type NodeForm,
  outputAnchor,
  portCount,
  type Size,
  sizeOfNode,
  slotWidth,
  type Way,
  waysOf,
} from '../../drawing/index.ts';
import { edgesOf, type Graph, type GraphNode, type Position } from '../../graph/index.ts';
import type { Shape } from '../../ops/index.ts';

/** What a node component gets to know; its numbers it follows by itself. */
export type NodeData = { readonly node: GraphNode; readonly isOutput: boolean };
export type CanvasNode = FlowNode<NodeData, NodeForm>;

/** What an edge component gets to know. */
export type EdgeData = {
  readonly port: number;
  readonly way: Way;
  /** True on the paths from the selected nodes to the output. */
  readonly isLit: boolean;
};
export type CanvasEdge = FlowEdge<EdgeData, 'numbers'>;

interface Sight {
  readonly output: string | undefined;
  readonly selectedNodes: ReadonlySet<string>;
  /** What assistive tools call such a thing, where React Flow would say it in English. */
  readonly word: string;
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
  /** Whether the paths from what is selected to the output stand out. */
  readonly lightsSelection: boolean;
  readonly edgeLabel: (source: string, target: string, port: number) => string;
}

const handle = 12;
const unplaced: Position = { x: 0, y: 0 };
const plainWay: Way = { turn: 0.5, place: unplaced };

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
      old.ariaLabel === ariaLabel &&
      old.domAttributes?.['aria-roledescription'] === sight.word
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
      domAttributes: { 'aria-roledescription': sight.word },
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
  ways: ReadonlyMap<string, Way>,
  before: ReadonlyMap<string, CanvasEdge>,
): CanvasEdge[] {
  const lit = litEdges(graph, sight);
  const known = new Set(nodes.map((node) => node.id));
  return edgesOf(graph)
    .filter((edge) => known.has(edge.source))
    .map(({ id, source, target, port }) => {
      const way = ways.get(id) ?? plainWay;
      const isLit = lit.has(id);
      const selected = sight.selectedEdges.has(id);
      const ariaLabel = sight.edgeLabel(source, target, port);
      const old = before.get(id);
      if (
        old?.data !== undefined &&
        sameWay(old.data.way, way) &&
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
        data: { port, way, isLit },
        ariaLabel,
        domAttributes: { 'aria-roledescription': sight.word },
        zIndex: isLit || selected ? 1 : 0,
      };
    });
}

/** The edges through which a change of the selected nodes reaches the output. */
function litEdges(graph: Graph, sight: EdgeSight): ReadonlySet<string> {
  const { output, selectedNodes } = sight;
  const lit = new Set<string>();
  if (!sight.lightsSelection) return lit;
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

/** The numbers that stand on the edge into a port, as they are written there. */
export type EdgeTexts = (target: string, port: number) => readonly string[];

/** What stands on edges besides numbers, and wants room there. */
export interface Extras {
  readonly slots: boolean;
  readonly locals: boolean;
}

/**
 * How all edges run: around nodes where they can, each with a free place for its numbers. Widths
 * are taken in coarse steps, so that scrubbing a number does not make its label jump about.
 */
export function waysOfEdges(
  graph: Graph,
  nodes: readonly CanvasNode[],
  textsOf: EdgeTexts,
  extras: Extras = { slots: false, locals: false },
): Map<string, Way> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const wires = edgesOf(graph).flatMap(({ id, source, target, port }) => {
    const from = byId.get(source);
    const to = byId.get(target);
    if (from === undefined || to === undefined) return [];
    const start = placed(from, outputAnchor(boxOf(from)));
    const end = placed(to, inputAnchor(to.data.node, boxOf(to), port));
    const width = Math.max(extras.slots ? slotWidth : 0, labelWidth(textsOf(target, port)));
    return [{ id, from: start, to: end, ends: [source, target], width }];
  });
  const boxes = nodes.map((node) => ({ ...boxOf(node), id: node.id }));
  return waysOf(wires, boxes, extras.locals ? labelHeight + moreHeight : labelHeight);
}

function placed(node: CanvasNode, anchor: Position): Position {
  return { x: node.position.x + anchor.x, y: node.position.y + anchor.y };
}

function sameWay(a: Way, b: Way): boolean {
  return a.turn === b.turn && a.place.x === b.place.x && a.place.y === b.place.y;
}

function boxOf({ position, width = 0, height = 0 }: CanvasNode) {
  return { ...position, width, height };
}
