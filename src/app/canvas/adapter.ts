import type { Edge as FlowEdge, Node as FlowNode } from '@xyflow/react';
import { Position as Side } from '@xyflow/react';
import {
  type Box,
  formOf,
  inputAnchor,
  type LineStyle,
  labelHeight,
  labelWidth,
  moreHeight,
  type NodeForm,
  type Obstacle,
  outputAnchor,
  portCount,
  type Shown,
  type ShownBox,
  type ShownCard,
  type ShownEdge,
  type Size,
  sizeOfNode,
  slotWidth,
  titleRoom,
  type Way,
  type Wire,
  waysOf,
} from '../../drawing/index.ts';
import {
  edgesOf,
  type Graph,
  type GraphNode,
  type Note,
  type Position,
} from '../../graph/index.ts';
import type { Shape } from '../../ops/index.ts';

/** What a node component gets to know; its numbers it follows by itself. */
export type NodeData = {
  readonly node: Omit<GraphNode, 'value' | 'options' | 'position'>;
  readonly isOutput: boolean;
};

/** A node of the graph. */
export type OpNode = FlowNode<NodeData, NodeForm>;

/** An open group: a box behind what is in it. */
export type BoxNode = FlowNode<{ readonly box: ShownBox }, 'box'>;

/** A collapsed group: a card with the ports of what is in it. */
export type GroupNode = FlowNode<{ readonly card: ShownCard }, 'group'>;

/** A text. */
export type NoteNode = FlowNode<{ readonly note: Note }, 'note'>;

/** Whatever React Flow calls a node. Of those that are none of the graph the id has a colon. */
export type CanvasNode = OpNode | BoxNode | GroupNode | NoteNode;

/** What an edge component gets to know. */
export type EdgeData = {
  /** Its ends in the graph; what is seen of them can be a card. */
  readonly source: string;
  readonly target: string;
  readonly port: number;
  readonly way: Way;
  /** True on the paths from what is selected to the output. */
  readonly isLit: boolean;
  /** True where its numbers are out of view, so that it has none. */
  readonly isBare?: boolean;
};
export type CanvasEdge = FlowEdge<EdgeData, 'numbers'>;

interface Sight {
  readonly output: string | undefined;
  /** What assistive tools call such a thing, where React Flow would say it in English. */
  readonly word: string;
}

/** What the picture of the nodes depends on besides the graph. */
export interface NodeSight extends Sight {
  readonly selectedNodes: ReadonlySet<string>;
  /** Places of nodes that are being dragged. */
  readonly dragged: ReadonlyMap<string, Position>;
  readonly shapeOf: (id: string) => Shape | undefined;
  readonly nodeLabel: (node: GraphNode) => string;
}

/** What the picture of the edges depends on besides the graph. */
export interface EdgeSight extends Sight {
  readonly selectedEdges: ReadonlySet<string>;
  /** The nodes whose paths to the output stand out. */
  readonly lightFrom: ReadonlySet<string>;
  readonly edgeLabel: (source: string, target: string, port: number) => string;
}

const handle = 12;
const unplaced: Position = { x: 0, y: 0 };
const plainWay: Way = { turn: 0.5, place: unplaced };

/** React Flow's nodes for a graph. A node that did not change stays the same object. */
export function adaptNodes(
  graph: Graph,
  { standIn }: Shown,
  sight: NodeSight,
  before: ReadonlyMap<string, OpNode>,
): OpNode[] {
  const visible = graph.nodes.filter(({ id }) => standIn(id) === id);
  return visible.map((node) => {
    const position = sight.dragged.get(node.id) ?? node.position ?? unplaced;
    const size = sizeOfNode(node, sight.shapeOf(node.id));
    const isOutput = node.id === sight.output;
    const selected = sight.selectedNodes.has(node.id);
    const ariaLabel = sight.nodeLabel(node);
    const old = before.get(node.id);
    if (
      old !== undefined &&
      looksLike(old.data.node, node) &&
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
    const isSame =
      old !== undefined && looksLike(old.data.node, node) && old.data.isOutput === isOutput;
    return {
      id: node.id,
      type: formOf(node),
      position,
      data: isSame ? old.data : { node, isOutput },
      selected,
      ...size,
      handles: handlesOf(node, size),
      ariaLabel,
      domAttributes: { 'aria-roledescription': sight.word, tabIndex: -1 },
    };
  });
}

/** Whether one component draws both alike. */
function looksLike(a: NodeData['node'], b: NodeData['node']): boolean {
  return a.op === b.op && a.label === b.label && a.inputs === b.inputs;
}

function handlesOf(node: GraphNode, size: Size): Handles {
  const inputs = Array.from({ length: portCount(node) }, (_, port) =>
    inHandle(String(port), inputAnchor(node, size, port)),
  );
  return [...inputs, outHandle('out', outputAnchor(size))];
}

type Handles = NonNullable<CanvasNode['handles']>;

/** A port where a value enters, for React Flow. */
export function inHandle(id: string, at: Position): Handles[number] {
  return { id, type: 'target', position: Side.Left, ...around(at) };
}

/** A port where a value leaves, for React Flow. */
export function outHandle(id: string, at: Position): Handles[number] {
  return { id, type: 'source', position: Side.Right, ...around(at) };
}

function around({ x, y }: Position) {
  return { x: x - handle / 2, y: y - handle / 2, width: handle, height: handle };
}

/** Where a port is on the canvas. */
function anchorOf({ position, handles = [] }: CanvasNode, port: string): Position {
  const { x = 0, y = 0 } = handles?.find(({ id }) => id === port) ?? {};
  return { x: position.x + x + handle / 2, y: position.y + y + handle / 2 };
}

/** React Flow's edges for a graph, each with the place of its numbers. */
export function adaptEdges(
  graph: Graph,
  shown: Shown,
  nodes: readonly CanvasNode[],
  sight: EdgeSight,
  ways: ReadonlyMap<string, Way>,
  before: ReadonlyMap<string, CanvasEdge>,
): CanvasEdge[] {
  const lit = litEdges(graph, sight);
  const known = new Set(nodes.map((node) => node.id));
  return shown.edges
    .filter(({ from }) => known.has(from.node))
    .map(({ id, source, target, port, from, to }) => {
      const way = ways.get(id) ?? plainWay;
      const isLit = lit.has(id);
      const selected = sight.selectedEdges.has(id);
      const ariaLabel = sight.edgeLabel(source, target, port);
      const old = before.get(id);
      if (
        old?.data !== undefined &&
        sameWay(old.data.way, way) &&
        old.data.isLit === isLit &&
        old.source === from.node &&
        old.target === to.node &&
        old.selected === selected &&
        old.ariaLabel === ariaLabel
      ) {
        return old;
      }
      return {
        id,
        type: 'numbers',
        source: from.node,
        target: to.node,
        sourceHandle: from.port,
        targetHandle: to.port,
        selected,
        data: { source, target, port, way, isLit },
        ariaLabel,
        domAttributes: { 'aria-roledescription': sight.word, tabIndex: -1 },
        zIndex: isLit || selected ? 1 : 0,
      };
    });
}

/** The edges through which a change of some nodes reaches the output. */
function litEdges(graph: Graph, { output, lightFrom }: EdgeSight): ReadonlySet<string> {
  const lit = new Set<string>();
  if (output === undefined || lightFrom.size === 0) return lit;
  const edges = edgesOf(graph);
  const reached = closure(lightFrom, edges, (edge) => [edge.source, edge.target]);
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

/** What stands on edges besides numbers and wants room there, and how their lines are drawn. */
export interface Extras {
  readonly slots: boolean;
  readonly locals: boolean;
  readonly style: LineStyle;
}

/** How all edges run, with what that was made from. */
export interface Ways {
  readonly ways: ReadonlyMap<string, Way>;
  readonly wires: readonly Wire[];
  readonly boxes: readonly Obstacle[];
  readonly height: number;
  readonly style: LineStyle;
}

/**
 * How all edges run: around nodes where they can, each with a free place for its numbers. Widths
 * are taken in coarse steps, so that scrubbing a number does not make its label jump about, and
 * nothing is done anew where they and all places are as they were `before`.
 */
export function waysOfEdges(
  edges: readonly ShownEdge[],
  nodes: readonly CanvasNode[],
  textsOf: EdgeTexts,
  extras: Extras = { slots: false, locals: false, style: 'curved' },
  before?: Ways,
  isDragged: (id: string) => boolean = () => false,
): Ways {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const wires = edges.flatMap(({ id, target, port, from, to }) => {
    const [first, last] = [byId.get(from.node), byId.get(to.node)];
    if (first === undefined || last === undefined) return [];
    const width = Math.max(extras.slots ? slotWidth : 0, labelWidth(textsOf(target, port)));
    return [
      {
        id,
        from: anchorOf(first, from.port),
        to: anchorOf(last, to.port),
        ends: [from.node, to.node],
        width,
      },
    ];
  });
  // Boxes are ground to run over, but for their titles; everything else stands in the way, but for
  // what is being dragged: an edge that gave way to it could never take it.
  const boxes = nodes.flatMap((node) => {
    if (isDragged(node.id)) return [];
    const [id, box] = [node.id, boxOf(node)];
    return [node.type === 'box' ? { ...titleRoom(box), id, lets: true } : { ...box, id }];
  });
  const height = extras.locals ? labelHeight + moreHeight : labelHeight;
  const isAsBefore =
    before !== undefined &&
    before.height === height &&
    before.style === extras.style &&
    sameItems(wires, before.wires, sameWire) &&
    sameItems(boxes, before.boxes, sameBox);
  if (isAsBefore) return before;
  const ways = waysOf(wires, boxes, height, extras.style);
  return { ways, wires, boxes, height, style: extras.style };
}

/** Whether two lists hold the same. */
export function sameItems<Item>(
  now: readonly Item[],
  before: readonly Item[],
  same: (a: Item, b: Item) => boolean,
): boolean {
  return now.length === before.length && now.every((item, i) => same(item, before[i]));
}

function sameWire(a: Wire, b: Wire): boolean {
  return (
    a.id === b.id &&
    a.width === b.width &&
    a.from.x === b.from.x &&
    a.from.y === b.from.y &&
    a.to.x === b.to.x &&
    a.to.y === b.to.y
  );
}

function sameBox(a: Obstacle, b: Obstacle): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}

function sameWay(a: Way, b: Way): boolean {
  return (
    a.turn === b.turn && a.bulge === b.bulge && a.place.x === b.place.x && a.place.y === b.place.y
  );
}

/** The rectangle a node takes up. */
export function boxOf({ position, width = 0, height = 0 }: CanvasNode): Box {
  return { ...position, width, height };
}
