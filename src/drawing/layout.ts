import { type Graph, moveNodes, type Position } from '../graph/index.ts';
import type { Shape } from '../ops/index.ts';
import type { Box } from './boxes.ts';
import { columns, mostByGraphviz } from './columns.ts';
import { fromDot, type Item, type Port, toDot } from './dot.ts';
import { drawGraph } from './drawing.ts';
import { inputAnchor, type LineStyle, outputAnchor, sizeOfNode } from './geometry.ts';
import { cardPort, sizeOfCard } from './groupCard.ts';
import {
  boundsOfBoxes,
  groupFlowId,
  type Shown,
  type ShownCard,
  type ShownEdge,
  type ShownEnd,
  unionOf,
  whatIsShown,
} from './shown.ts';
import { crowdedness, relax, widen } from './spacing.ts';

/** What a layout depends on besides the graph. */
export interface LayoutNeeds {
  readonly shapeOf: (id: string) => Shape | undefined;
  /** The title on the card of a collapsed group, by the group's id. */
  readonly titleOf: (group: string) => string;
  /** Room that the numbers on an edge take. */
  readonly widthOf: (edge: ShownEdge) => number;
  /** How high they are together, and how lines are drawn; else two numbers on curves. */
  readonly labelHeight?: number;
  readonly style?: LineStyle;
  /** Lets others go on between two rounds of work. */
  readonly pause?: () => Promise<void>;
}

/** Graphviz: takes a graph in its language and gives it back with places, as JSON (`json0`). */
export type Graphviz = (dot: string) => Promise<string>;

/** What is the same for all levels of one layout. */
interface Work {
  readonly graph: Graph;
  readonly shown: Shown;
  readonly needs: LayoutNeeds;
  readonly graphviz: Graphviz;
  /** Nodes and cards by their ids on the canvas. */
  readonly things: ReadonlyMap<string, Item>;
  /** The box a node, a card or a box stands in itself. */
  readonly holderOf: ReadonlyMap<string, string>;
  /** How many times the usual gap is between things of one layer. */
  readonly roominess: number;
}

/** Tried one after the other as long as numbers lie on something. */
const roominess = [1, 1.5, 2.2, 3];

/**
 * Places for all nodes: layers from left to right that respect the order of ports. An open group is
 * laid out by itself and then stands as one block among the others; a collapsed one is laid out as the
 * card it is.
 */
export async function layout(
  graph: Graph,
  needs: LayoutNeeds,
  graphviz: Graphviz,
): Promise<Map<string, Position>> {
  const shown = whatIsShown(graph);
  const items = [
    ...nodeItems(graph, shown, needs),
    ...shown.cards.map((it) => cardItem(it, needs)),
  ];
  const things = new Map(items.map((item) => [item.id, item]));
  const holderOf = new Map(
    shown.boxes.flatMap(({ group, items }) => items.map((id) => [id, groupFlowId(group.id)])),
  );
  const work = { graph, shown, needs, graphviz, things, holderOf };
  let [places, least] = [new Map<string, Position>(), Number.POSITIVE_INFINITY];
  for (const roomy of roominess) {
    const found = await layoutLevel({ ...work, roominess: roomy }, undefined);
    if (graph.nodes.length > mostByGraphviz) {
      places = found;
      break;
    }
    const crowded =
      shown.cards.length > 0 ? 0 : crowdedness(drawGraph(moveNodes(graph, found), needs));
    if (crowded < least) [places, least] = [found, crowded];
    if (crowded === 0) break;
  }
  const all = new Map<string, Position>();
  for (const { id } of graph.nodes) {
    const place = places.get(id);
    if (place) all.set(id, rounded(place));
  }
  for (const card of shown.cards) {
    const id = groupFlowId(card.group.id);
    const [item, place] = [things.get(id), places.get(id)];
    if (!item || !place) continue;
    const middle = { x: place.x + item.size.width / 2, y: place.y + item.size.height / 2 };
    for (const [id, at] of await within(graph, card, middle, needs, graphviz)) all.set(id, at);
  }
  return all;
}

/** Places for the nodes and cards in a box, or in the whole graph, however deep they stand. */
async function layoutLevel(work: Work, level: string | undefined): Promise<Map<string, Position>> {
  const { shown, needs, graphviz, things, holderOf } = work;
  const blocks = new Map<string, Block>();
  for (const { group } of shown.boxes) {
    const id = groupFlowId(group.id);
    if (holderOf.get(id) !== level) continue;
    const block = blockOf(work, id, await layoutLevel(work, id));
    if (block) blocks.set(id, block);
  }
  const own = [...things.values()].filter(({ id }) => holderOf.get(id) === level);
  const items = [...own, ...[...blocks.values()].map(({ item }) => item)];
  const isHere = (id: string) => blocks.has(id) || things.has(id);
  const standIn = (id: string | undefined): string | undefined => {
    if (id === undefined || holderOf.get(id) === level)
      return id !== undefined && isHere(id) ? id : undefined;
    return standIn(holderOf.get(id));
  };
  const edges = shown.edges.flatMap((edge) => {
    const [from, to] = [edge.from, edge.to].map((end) => endAt(end, standIn(end.node)));
    return from?.node === to?.node ? [] : [{ ...edge, from, to }];
  });
  const inner = edges.flatMap(({ from, to, ...edge }) =>
    from && to ? [{ ...edge, from, to }] : [],
  );
  const { stubs, ties } = stubsOf(edges);
  const isLarge = items.length > mostByGraphviz;
  // Graphviz may not be there, run out of memory or take too long: nobody is left with a heap of nodes.
  const laid = isLarge
    ? columns(items, inner)
    : await graphviz(toDot([...items, ...stubs], [...inner, ...ties], work.roominess)).then(
        (drawn) => fromDot(drawn, items),
        () => columns(items, inner),
      );
  const roomy = widen(laid, items, inner, needs.widthOf);
  const spread = (places: ReadonlyMap<string, Position>) =>
    new Map(
      [...places].flatMap(([id, at]) => {
        const block = blocks.get(id);
        if (block === undefined) return [[id, at] as const];
        return [...block.places].map(
          ([id, { x, y }]) => [id, { x: at.x + x, y: at.y + y }] as const,
        );
      }),
    );
  if (isLarge || shown.cards.length > 0) return spread(roomy);
  const part = partOf(work.graph, new Set(spread(roomy).keys()));
  const drawAt = (places: ReadonlyMap<string, Position>) =>
    drawGraph(moveNodes(part, spread(places)), needs);
  return spread(await relax(roomy, items, drawAt, needs.pause));
}

/** An open group as one thing, with the places of what is in it relative to its corner. */
interface Block {
  readonly item: Item;
  readonly places: ReadonlyMap<string, Position>;
}

function blockOf(
  { shown, things }: Work,
  id: string,
  inside: ReadonlyMap<string, Position>,
): Block | undefined {
  const boxOf = (id: string): Box | undefined => {
    const [item, place] = [things.get(id), inside.get(id)];
    return item && place && { ...place, ...item.size };
  };
  const bounds = boundsOfBoxes(shown.boxes, boxOf).get(id);
  if (bounds === undefined) return undefined;
  const { x: left, y: top, width, height } = bounds;
  const ports = (ends: readonly ShownEnd[], side: 'inputs' | 'outputs'): Port[] =>
    merged(
      ends.flatMap(({ node, port }) => {
        const place = inside.get(node);
        const at = things.get(node)?.[side].find(({ ids }) => ids.includes(port));
        return place && at ? [{ ids: [portOf({ node, port })], y: place.y - top + at.y }] : [];
      }),
    );
  const isInside = ({ node }: ShownEnd) => inside.has(node);
  const entering = shown.edges.filter(({ from, to }) => isInside(to) && !isInside(from));
  const leaving = shown.edges.filter(({ from, to }) => isInside(from) && !isInside(to));
  const item = {
    id,
    size: { width, height },
    inputs: ports(
      entering.map(({ to }) => to),
      'inputs',
    ),
    outputs: ports(
      leaving.map(({ from }) => from),
      'outputs',
    ),
  };
  const places = new Map(
    [...inside].map(([id, { x, y }]) => [id, { x: x - left, y: y - top }] as const),
  );
  return { item, places };
}

/** Ports from top to bottom; those at nearly the same height are one. */
function merged(ports: readonly Port[]): Port[] {
  const least = 8;
  const all: Port[] = [];
  for (const port of [...ports].sort((a, b) => a.y - b.y)) {
    const last = all.at(-1);
    if (last && port.y - last.y < least)
      all[all.length - 1] = { ...last, ids: [...last.ids, ...port.ids] };
    else all.push(port);
  }
  return all;
}

/** Where an edge ends as seen on a level: at a node or card, or at a port of the block around it. */
function endAt(end: ShownEnd, seen: string | undefined): ShownEnd | undefined {
  if (seen === undefined) return undefined;
  return seen === end.node ? end : { node: seen, port: portOf(end) };
}

/** The port of a block for an edge that ends at something in it. */
function portOf({ node, port }: ShownEnd): string {
  return `${node} ${port}`;
}

interface HalfEdge extends Omit<ShownEdge, 'from' | 'to'> {
  readonly from: ShownEnd | undefined;
  readonly to: ShownEnd | undefined;
}

/** A point for each value that comes from outside a box or leaves it, so that its edges keep a way free. */
function stubsOf(edges: readonly HalfEdge[]): {
  readonly stubs: readonly Item[];
  readonly ties: readonly ShownEdge[];
} {
  const stubs = new Map<string, Item>();
  const ties: ShownEdge[] = [];
  const point = [{ ids: ['point'], y: 1 }];
  for (const { from, to, ...edge } of edges) {
    if (from !== undefined && to !== undefined) continue;
    const id = `${from ? 'to' : 'from'} ${edge.source}`;
    stubs.set(id, { id, size: { width: 2, height: 2 }, inputs: point, outputs: point });
    const stub = { node: id, port: 'point' };
    ties.push({ ...edge, from: from ?? stub, to: to ?? stub });
  }
  return { stubs: [...stubs.values()], ties };
}
/** The nodes behind a card, laid out by themselves around its middle. */
async function within(
  graph: Graph,
  card: ShownCard,
  middle: Position,
  needs: LayoutNeeds,
  graphviz: Graphviz,
): Promise<Map<string, Position>> {
  const { groups: _, ...inside } = partOf(graph, new Set(card.members));
  const places = await layout(inside, needs, graphviz);
  const around = unionOf(
    inside.nodes.flatMap((node) => {
      const place = places.get(node.id);
      return place ? [{ ...place, ...sizeOfNode(node, needs.shapeOf(node.id)) }] : [];
    }),
  );
  if (around === undefined) return places;
  const dx = middle.x - (around.x + around.width / 2);
  const dy = middle.y - (around.y + around.height / 2);
  return new Map([...places].map(([id, { x, y }]) => [id, rounded({ x: x + dx, y: y + dy })]));
}

/** Some nodes of a graph by themselves: what comes from elsewhere leaves an open port. */
export function partOf(graph: Graph, ids: ReadonlySet<string>): Graph {
  const nodes = graph.nodes
    .filter(({ id }) => ids.has(id))
    .map((node) =>
      node.inputs === undefined
        ? node
        : { ...node, inputs: node.inputs.map((id) => (id !== null && ids.has(id) ? id : null)) },
    );
  const groups = (graph.groups ?? []).map((group) => ({
    ...group,
    nodes: group.nodes.filter((id) => ids.has(id)),
  }));
  return { format: graph.format, version: graph.version, nodes, groups };
}

function nodeItems(graph: Graph, { standIn }: Shown, needs: LayoutNeeds): Item[] {
  return graph.nodes
    .filter(({ id }) => standIn(id) === id)
    .map((node) => {
      const size = sizeOfNode(node, needs.shapeOf(node.id));
      const inputs = (node.inputs ?? []).map((_, port) => ({
        ids: [String(port)],
        y: inputAnchor(node, size, port).y,
      }));
      return { id: node.id, size, inputs, outputs: [{ ids: ['out'], y: outputAnchor(size).y }] };
    });
}

function cardItem(card: ShownCard, needs: LayoutNeeds): Item {
  const size = sizeOfCard(card, needs.titleOf(card.group.id));
  const ports = (list: readonly { readonly id: string }[]) =>
    list.map(({ id }) => ({ ids: [id], y: cardPort(card, size, id).y }));
  return {
    id: groupFlowId(card.group.id),
    size,
    inputs: ports(card.inputs),
    outputs: ports(card.outputs),
  };
}

function rounded({ x, y }: Position): Position {
  return { x: Math.round(x), y: Math.round(y) };
}
