import type { Box, Curve, LineStyle } from '../../../drawing/index.ts';
import { edgeCurve, pointOn } from '../../../drawing/index.ts';
import type { Position } from '../../../graph/index.ts';
import { boxOf, type CanvasEdge, type CanvasNode } from '../adapter.ts';
import { type Region, touches } from './region.ts';

/** Everything there is to draw. */
export interface Picture {
  readonly nodes: readonly CanvasNode[];
  readonly edges: readonly CanvasEdge[];
  /** How the lines of edges are drawn. */
  readonly style: LineStyle;
}

/** What is handed to React Flow of a large picture; the rest is painted behind it. */
export interface Part {
  /** The nodes it draws, and hidden ones for edges that end at a node it does not draw. */
  readonly nodes: readonly CanvasNode[];
  readonly edges: readonly CanvasEdge[];
  /** Ids of the nodes it draws. */
  readonly drawn: ReadonlySet<string>;
  /** Ids of the edges it draws. */
  readonly wires: ReadonlySet<string>;
}

/** What is handed over wherever it stands: what is marked, in hand or under the pointer. */
export interface Kept {
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
  /** Nodes whose edges are, too, since they are being dragged. */
  readonly pulled: ReadonlySet<string>;
}

/** Room for the numbers of an edge, to either side of their place. */
const labelReach = { across: 70, down: 42 };

/**
 * The part of a picture React Flow draws. Near by these are the nodes that touch the region, and
 * the edges that end at one of them or have their numbers in it; from afar only what is kept.
 */
export function partOf({ nodes, edges }: Picture, region: Region, kept: Kept): Part {
  const drawn = new Set<string>();
  for (const node of nodes) {
    const isKept = kept.nodes.has(node.id);
    if (isKept || (!region.isFar && touches(region, boxOf(node)))) drawn.add(node.id);
  }
  const isWire = ({ id, source, target, data }: CanvasEdge) => {
    if (kept.edges.has(id) || kept.pulled.has(source) || kept.pulled.has(target)) return true;
    if (region.isFar) return false;
    return drawn.has(source) || drawn.has(target) || isNear(region, data?.way.place);
  };
  const hasNumbers = ({ id, source, target, data }: CanvasEdge) =>
    kept.edges.has(id) ||
    kept.pulled.has(source) ||
    kept.pulled.has(target) ||
    isNear(region, data?.way.place);
  const wires = edges.filter(isWire);
  const ends = new Set(wires.flatMap(({ source, target }) => [source, target]));
  return {
    nodes: nodes.flatMap((node) => {
      if (drawn.has(node.id)) return node;
      return ends.has(node.id) ? ghostOf(node) : [];
    }),
    edges: wires.map((wire) => (hasNumbers(wire) ? wire : bareOf(wire))),
    drawn,
    wires: new Set(wires.map(({ id }) => id)),
  };
}

const bared = new WeakMap<CanvasEdge, CanvasEdge>();

/** An edge without its numbers: hundreds out of view take as long to lay out anew as those in it. */
function bareOf(edge: CanvasEdge): CanvasEdge {
  if (edge.data === undefined) return edge;
  const before = bared.get(edge);
  if (before) return before;
  const bare = { ...edge, data: { ...edge.data, isBare: true } };
  bared.set(edge, bare);
  return bare;
}

/** A picture of which part is dragged: that part and its edges follow, all else stays as it is. */
export function followed(picture: Picture, dragged: ReadonlyMap<string, Position>): Picture {
  if (dragged.size === 0) return picture;
  const nodes = picture.nodes.map((node) => {
    const position = dragged.get(node.id);
    return position === undefined ? node : { ...node, position };
  });
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const edges = picture.edges.map((edge) => {
    if (!edge.data || !(dragged.has(edge.source) || dragged.has(edge.target))) return edge;
    const source = byId.get(edge.source);
    const target = byId.get(edge.target);
    if (!source || !target) return edge;
    // Its numbers stay on it.
    const place = pointOn(curveOf(edge, source, target, dragged), 0.5, picture.style);
    return { ...edge, data: { ...edge.data, way: { ...edge.data.way, place } } };
  });
  return { nodes, edges, style: picture.style };
}

const known = new WeakMap<readonly CanvasNode[], ReadonlyMap<string, CanvasNode>>();

/** The nodes of a picture by their ids. */
export function nodesById({ nodes }: Picture): ReadonlyMap<string, CanvasNode> {
  const before = known.get(nodes);
  if (before) return before;
  const byId = new Map(nodes.map((node) => [node.id, node]));
  known.set(nodes, byId);
  return byId;
}

/** Whether an edge between two nodes may touch a box; quicker than to reckon its curve. */
export function mayTouch(
  box: Box,
  source: CanvasNode,
  target: CanvasNode,
  dragged: ReadonlyMap<string, Position>,
): boolean {
  const from = boxNow(source, dragged);
  const to = boxNow(target, dragged);
  const back = Math.max(0, from.x + from.width - to.x);
  const reach = 8 * Math.sqrt(back);
  const [x, y] = [Math.min(from.x, to.x - reach), Math.min(from.y, to.y)];
  return touches(box, {
    x,
    y,
    width: Math.max(from.x + from.width + reach, to.x + to.width) - x,
    height: Math.max(from.y + from.height, to.y + to.height) - y,
  });
}

/** The box of a node, where it is now. */
export function boxNow(node: CanvasNode, dragged: ReadonlyMap<string, Position>): Box {
  const { x, y } = dragged.get(node.id) ?? node.position;
  return { x, y, width: node.width ?? 0, height: node.height ?? 0 };
}

/** The curve of an edge between two nodes where they are now. */
export function curveOf(
  edge: CanvasEdge,
  source: CanvasNode,
  target: CanvasNode,
  dragged: ReadonlyMap<string, Position>,
): Curve {
  const from = anchor(source, edge.sourceHandle, dragged);
  const { turn, bulge } = edge.data?.way ?? {};
  return edgeCurve(from, anchor(target, edge.targetHandle, dragged), turn, bulge);
}

function anchor(
  node: CanvasNode,
  handle: string | null | undefined,
  dragged: ReadonlyMap<string, Position>,
): Position {
  const { x, y } = dragged.get(node.id) ?? node.position;
  const found = node.handles?.find(({ id }) => id === handle);
  if (found === undefined) return { x, y };
  return { x: x + found.x + (found.width ?? 0) / 2, y: y + found.y + (found.height ?? 0) / 2 };
}

function isNear(region: Box, place: Position | undefined): boolean {
  if (place === undefined) return false;
  const { across, down } = labelReach;
  return (
    place.x > region.x - across &&
    place.x < region.x + region.width + across &&
    place.y > region.y - down &&
    place.y < region.y + region.height + down
  );
}

const ghosts = new WeakMap<CanvasNode, CanvasNode>();

/** The end of an edge: a node React Flow knows and does not draw. */
function ghostOf(node: CanvasNode): CanvasNode {
  const known = ghosts.get(node);
  if (known) return known;
  const ghost = { ...node, hidden: true, selected: false };
  ghosts.set(node, ghost);
  return ghost;
}
