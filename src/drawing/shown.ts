import {
  ancestorsOf,
  type Edge,
  edgesOf,
  type Graph,
  type Group,
  type Note,
} from '../graph/index.ts';
import type { Box } from './boxes.ts';

/** Where an edge ends on the canvas: an id of React Flow's, and a port of what it names. */
export interface ShownEnd {
  readonly node: string;
  readonly port: string;
}

/** An edge of the graph that is drawn, between what is seen of its ends. */
export interface ShownEdge extends Edge {
  readonly from: ShownEnd;
  readonly to: ShownEnd;
}

/** Where a value enters a collapsed group; without a source it is waiting for one. */
export interface InPort {
  readonly id: string;
  readonly source: string | null;
  readonly target: string;
  readonly port: number;
}

/** Where a value leaves a collapsed group. */
export interface OutPort {
  readonly id: string;
  readonly node: string;
}

/** An open group, and what stands in it itself, by ids of React Flow. */
export interface ShownBox {
  readonly group: Group;
  readonly depth: number;
  readonly items: readonly string[];
}

/** A collapsed group: a card that stands for all nodes within. */
export interface ShownCard {
  readonly group: Group;
  readonly members: readonly string[];
  readonly inputs: readonly InPort[];
  readonly outputs: readonly OutPort[];
}

/** What of a graph is seen, and as what. */
export interface Shown {
  /** Boxes, each after the one it stands in. */
  readonly boxes: readonly ShownBox[];
  readonly cards: readonly ShownCard[];
  readonly notes: readonly Note[];
  readonly edges: readonly ShownEdge[];
  /** What a node is seen as: itself, or the card it is in. */
  readonly standIn: (node: string) => string;
}

/** The id of a group on the canvas; no node has such a name. */
export function groupFlowId(group: string): string {
  return `group:${group}`;
}

/** The id of a note on the canvas. */
export function noteFlowId(note: string): string {
  return `note:${note}`;
}

/** Whether an id of the canvas is one of a group or a note: names of nodes have no colon. */
export function isItem(id: string): boolean {
  return id.includes(':');
}

/** The group an id of the canvas stands for, if it is one of a group. */
export function groupIdOf(id: string): string | undefined {
  return id.startsWith('group:') ? id.slice(6) : undefined;
}

/** The note an id of the canvas stands for, if it is one of a note. */
export function noteIdOf(id: string): string | undefined {
  return id.startsWith('note:') ? id.slice(5) : undefined;
}

/**
 * Derives what is seen of a graph from which of its groups are collapsed; `opensAll` looks into
 * these too. Every edge is seen once, or not at all where both its ends are in one card.
 */
export function whatIsShown(graph: Graph, opensAll = false): Shown {
  const { groups = [], notes = [] } = graph;
  if (groups.length === 0) {
    const edges = edgesOf(graph).map((edge) => drawn(edge, edge.source, edge.target));
    return { boxes: [], cards: [], notes, edges, standIn: (node) => node };
  }
  /** The outermost collapsed group around what is in this one. */
  const cardOf = (id: string) =>
    opensAll ? undefined : ancestorsOf(graph, id).find(({ collapsed }) => collapsed)?.id;
  const cardOfNode = new Map<string, string>();
  for (const { id, nodes } of groups) {
    const card = cardOf(id);
    if (card !== undefined) for (const node of nodes) cardOfNode.set(node, card);
  }
  const standIn = (node: string) => {
    const card = cardOfNode.get(node);
    return card === undefined ? node : groupFlowId(card);
  };
  const edges = edgesOf(graph).flatMap((edge) => {
    const [from, to] = [standIn(edge.source), standIn(edge.target)];
    return from === to ? [] : [drawn(edge, from, to)];
  });
  const seen = groups.filter(({ id }) => (cardOf(id) ?? id) === id);
  const isOpen = ({ id }: Group) => cardOf(id) === undefined;
  const seenNotes = notes.filter(({ group = '' }) => cardOf(group) === undefined);
  const boxes = seen
    .filter(isOpen)
    .map((group) => ({
      group,
      depth: ancestorsOf(graph, group.id).length - 1,
      items: [
        ...group.nodes,
        ...seen.filter(({ parent }) => parent === group.id).map(({ id }) => groupFlowId(id)),
        ...seenNotes.filter((note) => note.group === group.id).map(({ id }) => noteFlowId(id)),
      ],
    }))
    .sort((a, b) => a.depth - b.depth);
  const cards = cardsOf(
    graph,
    seen.filter((group) => !isOpen(group)),
    cardOfNode,
  );
  return { boxes, cards, notes: seenNotes, edges, standIn };
}

function drawn(edge: Edge, from: string, to: string): ShownEdge {
  const { source, target, port } = edge;
  return {
    ...edge,
    from: { node: from, port: from === source ? 'out' : outPortId(source) },
    to: { node: to, port: to === target ? String(port) : inPortId(target, port) },
  };
}

function inPortId(target: string, port: number): string {
  return `${target}:${port}`;
}

function outPortId(node: string): string {
  return `out:${node}`;
}

/** The cards with their ports; ports by the height of what they lead to, so that edges cross little. */
function cardsOf(
  graph: Graph,
  groups: readonly Group[],
  cardOfNode: ReadonlyMap<string, string>,
): ShownCard[] {
  if (groups.length === 0) return [];
  const parts = new Map(
    groups.map(({ id }) => [
      id,
      { members: [] as string[], inputs: [] as InPort[], outputs: [] as OutPort[] },
    ]),
  );
  const height = new Map(graph.nodes.map(({ id, position }) => [id, position?.y ?? 0]));
  const usedWithin = new Set<string>();
  const usedOutside = new Set<string>();
  for (const { source, target } of edgesOf(graph)) {
    const card = cardOfNode.get(source);
    if (card === undefined) continue;
    (card === cardOfNode.get(target) ? usedWithin : usedOutside).add(source);
  }
  for (const { id, inputs = [] } of graph.nodes) {
    const card = cardOfNode.get(id);
    const part = card === undefined ? undefined : parts.get(card);
    if (part === undefined) continue;
    part.members.push(id);
    inputs.forEach((source, port) => {
      if (source !== null && cardOfNode.get(source) === card) return;
      part.inputs.push({ id: inPortId(id, port), source, target: id, port });
    });
    if (usedOutside.has(id) || !usedWithin.has(id)) {
      part.outputs.push({ id: outPortId(id), node: id });
    }
  }
  const at = (id: string) => height.get(id) ?? 0;
  return groups.flatMap((group) => {
    const part = parts.get(group.id);
    if (part === undefined) return [];
    const inputs = part.inputs.sort(
      (a, b) => at(a.source ?? a.target) - at(b.source ?? b.target) || at(a.target) - at(b.target),
    );
    const outputs = part.outputs.sort((a, b) => at(a.node) - at(b.node));
    return [{ group, members: part.members, inputs, outputs }];
  });
}

/** Room between a box and what is in it; its title stands above. */
export const boxPadding = { side: 20, top: 46, bottom: 22 };

/** A box is at least so wide, for its title. */
const leastWidth = 150;

/**
 * Where the boxes stand: around what is in them, inner boxes included. Things that are nowhere
 * (`boxOf` does not know them) are left out; so is a box that holds nothing else.
 */
export function boundsOfBoxes(
  boxes: readonly ShownBox[],
  boxOf: (item: string) => Box | undefined,
): Map<string, Box> {
  const bounds = new Map<string, Box>();
  for (const { group, items } of [...boxes].reverse()) {
    const around = unionOf(items.flatMap((item) => bounds.get(item) ?? boxOf(item) ?? []));
    if (around === undefined) continue;
    const { side, top, bottom } = boxPadding;
    bounds.set(groupFlowId(group.id), {
      x: around.x - side,
      y: around.y - top,
      width: Math.max(leastWidth, around.width + 2 * side),
      height: around.height + top + bottom,
    });
  }
  return bounds;
}

/** Where the title of a box stands: numbers and lines keep clear of it. */
export function titleRoom({ x, y }: Box): Box {
  return { x, y, width: leastWidth, height: 34 };
}

/** The smallest rectangle around some. */
export function unionOf(boxes: readonly Box[]): Box | undefined {
  if (boxes.length === 0) return undefined;
  let [left, top] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let [right, bottom] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}
