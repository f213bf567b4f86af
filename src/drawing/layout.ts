import { type Graph, moveNodes, type Position } from '../graph/index.ts';
import type { Shape } from '../ops/index.ts';
import { crowdedPlaces } from './crowding.ts';
import { drawGraph } from './drawing.ts';
import { inputAnchor, outputAnchor, type Size, sizeOfNode } from './geometry.ts';
import { cardPort, sizeOfCard } from './groupCard.ts';
import {
  groupFlowId,
  type Shown,
  type ShownBox,
  type ShownCard,
  type ShownEdge,
  unionOf,
  whatIsShown,
} from './shown.ts';

/** What a layout depends on besides the graph. */
export interface LayoutNeeds {
  readonly shapeOf: (id: string) => Shape | undefined;
  /** The title on the card of a collapsed group, by the group's id. */
  readonly titleOf: (group: string) => string;
  /** Room that the numbers on an edge take. */
  readonly widthOf: (edge: ShownEdge) => number;
  /** Lets others go on between two rounds of work. */
  readonly pause?: () => Promise<void>;
}

/** Graphviz: takes a graph in its language and gives it back with places, as JSON (`json0`). */
export type Graphviz = (dot: string) => Promise<string>;

/** Pixels between layers, and between the nodes of one. */
const gap = { layer: 84, node: 38 };

/** What edges need beside their numbers: to leave one node and reach the next. */
const slack = 40;

/** Room around a group, and above it for its title. */
const cluster = { margin: 22, title: 20 };

/** A node or a card with its ports, relative to its top left corner. */
interface Item {
  readonly id: string;
  readonly size: Size;
  readonly inputs: readonly Port[];
  readonly outputs: readonly Port[];
}

interface Port {
  readonly id: string;
  readonly y: number;
}

/**
 * Places for all nodes: layers from left to right that respect the order of ports. What stands in
 * a group stays together, and a collapsed group is laid out as the card it is.
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
  const drawn = await graphviz(toDot(items, shown.edges, shown.boxes));
  const roomy = widen(fromDot(drawn, items), items, shown.edges, needs);
  const places = shown.cards.length === 0 ? await relax(graph, roomy, items, needs) : roomy;
  const all = new Map<string, Position>();
  for (const { id } of graph.nodes) {
    const place = places.get(id);
    if (place) all.set(id, rounded(place));
  }
  for (const card of shown.cards) {
    const item = items.find(({ id }) => id === groupFlowId(card.group.id));
    const place = item && places.get(item.id);
    if (!item || !place) continue;
    const middle = { x: place.x + item.size.width / 2, y: place.y + item.size.height / 2 };
    for (const [id, at] of await within(graph, card, middle, needs, graphviz)) all.set(id, at);
  }
  return all;
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
        id: String(port),
        y: inputAnchor(node, size, port).y,
      }));
      return { id: node.id, size, inputs, outputs: [{ id: 'out', y: outputAnchor(size).y }] };
    });
}

function cardItem(card: ShownCard, needs: LayoutNeeds): Item {
  const size = sizeOfCard(card, needs.titleOf(card.group.id));
  const ports = (list: readonly { readonly id: string }[]) =>
    list.map(({ id }) => ({ id, y: cardPort(card, size, id).y }));
  return {
    id: groupFlowId(card.group.id),
    size,
    inputs: ports(card.inputs),
    outputs: ports(card.outputs),
  };
}

function toDot(
  items: readonly Item[],
  edges: readonly ShownEdge[],
  boxes: readonly ShownBox[],
): string {
  const names = new Map<string, string>();
  const nodes = new Map(
    items.map((item, i) => {
      item.inputs.forEach(({ id }, at) => {
        names.set(`${item.id} in ${id}`, `n${i}:i${at}:w`);
      });
      item.outputs.forEach(({ id }, at) => {
        names.set(`${item.id} out ${id}`, `n${i}:o${at}:e`);
      });
      return [item.id, `n${i} [label=${table(item)}]`];
    }),
  );
  const clusters = new Map<string, string>();
  for (const { group, items: held } of [...boxes].reverse()) {
    const inner = held.flatMap((id) => {
      const text = clusters.get(id) ?? nodes.get(id);
      clusters.delete(id);
      nodes.delete(id);
      return text ?? [];
    });
    if (inner.length === 0) continue;
    const title = `<<TABLE BORDER="0"><TR><TD HEIGHT="${cluster.title}"></TD></TR></TABLE>>`;
    clusters.set(
      groupFlowId(group.id),
      `subgraph cluster_${clusters.size}_${boxes.length} { margin=${cluster.margin} label=${title}\n${inner.join('\n')} }`,
    );
  }
  const lines = edges.flatMap(({ from, to }) => {
    const first = names.get(`${from.node} out ${from.port}`);
    const last = names.get(`${to.node} in ${to.port}`);
    return first && last ? [`${first} -> ${last}`] : [];
  });
  return [
    `digraph { graph [rankdir=LR, splines=false, ${effort(edges.length)}`,
    `nodesep=${inches(gap.node)}, ranksep=${inches(gap.layer)}]`,
    'node [shape=plain]',
    ...clusters.values(),
    ...nodes.values(),
    ...lines,
    '}',
  ].join('\n');
}

/** How long Graphviz may look for better places, so that large graphs take seconds too. */
function effort(edges: number): string {
  if (edges < 3000) return '';
  return edges < 8000 ? 'nslimit=1,' : 'nslimit=0.1, mclimit=0.3,';
}

/** A node as a table of its ports: the one form in which Graphviz respects where they stand. */
function table({ size, inputs, outputs }: Item): string {
  const plain = 'BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0" FIXEDSIZE="TRUE"';
  const height = Math.round(size.height);
  const column = (ports: readonly Port[], name: string, width: number) => {
    if (ports.length === 0) return '';
    const cuts = ports.map(({ y }, i) => (i === 0 ? 0 : Math.round((ports[i - 1].y + y) / 2)));
    const rows = ports.map((_, i) => {
      const high = (cuts[i + 1] ?? height) - cuts[i];
      return `<TR><TD PORT="${name}${i}" FIXEDSIZE="TRUE" WIDTH="${width}" HEIGHT="${high}"></TD></TR>`;
    });
    return `<TD FIXEDSIZE="TRUE" WIDTH="${width}" HEIGHT="${height}"><TABLE ${plain} WIDTH="${width}" HEIGHT="${height}">${rows.join('')}</TABLE></TD>`;
  };
  const left = inputs.length === 0 ? 0 : 2;
  const rest = Math.round(size.width) - left;
  const right =
    column(outputs, 'o', rest) || `<TD FIXEDSIZE="TRUE" WIDTH="${rest}" HEIGHT="${height}"></TD>`;
  return `<<TABLE ${plain} WIDTH="${rest + left}" HEIGHT="${height}"><TR>${column(inputs, 'i', left)}${right}</TR></TABLE>>`;
}

/** Top left corners; Graphviz gives middles, upwards. */
function fromDot(json: string, items: readonly Item[]): Map<string, Position> {
  const {
    objects = [],
  }: { objects?: readonly { readonly name: string; readonly pos?: string }[] } = JSON.parse(json);
  const places = new Map<string, Position>();
  for (const { name, pos } of objects) {
    const item = items[Number(name.slice(1))];
    if (pos === undefined || item === undefined) continue;
    const [x, y] = pos.split(',').map(Number);
    const { width, height } = item.size;
    places.set(item.id, { x: x - width / 2, y: -y - height / 2 });
  }
  return places;
}

/** Moves layers apart until the numbers on the edges from one to the next have room. */
function widen(
  places: ReadonlyMap<string, Position>,
  items: readonly Item[],
  edges: readonly ShownEdge[],
  { widthOf }: LayoutNeeds,
): Map<string, Position> {
  const spans = new Map(
    items.flatMap(({ id, size }) => {
      const place = places.get(id);
      if (place === undefined) return [];
      // All that stands in one layer has its middle on one line.
      const middle = Math.round(place.x + size.width / 2);
      return [[id, { left: place.x, right: place.x + size.width, middle }] as const];
    }),
  );
  const layers = [...new Set([...spans.values()].map(({ middle }) => middle))];
  layers.sort((a, b) => a - b);
  const after = new Map(layers.map((middle, i) => [middle, layers[i + 1]]));
  const missing = new Map<number, number>();
  for (const edge of edges) {
    const [from, to] = [spans.get(edge.from.node), spans.get(edge.to.node)];
    const next = from && after.get(from.middle);
    if (from === undefined || to === undefined || next === undefined) continue;
    const lacks = widthOf(edge) + slack - (to.left - from.right);
    if (to.middle === next && lacks > 0) missing.set(next, Math.max(missing.get(next) ?? 0, lacks));
  }
  const shifts = new Map<number, number>();
  let total = 0;
  for (const middle of layers) {
    total += missing.get(middle) ?? 0;
    shifts.set(middle, total);
  }
  return new Map(
    [...places].map(([id, { x, y }]) => [
      id,
      { x: x + (shifts.get(spans.get(id)?.middle ?? 0) ?? 0), y },
    ]),
  );
}

/** Above this many edges, looking for clashes again and again takes too long. */
const mostRelaxed = 100;

/** How far layers move apart at a time, and how often at most. */
const step = { far: 26, most: 8 };

/** Moves layers apart as long as that frees numbers that lie on something. */
async function relax(
  graph: Graph,
  places: ReadonlyMap<string, Position>,
  items: readonly Item[],
  needs: LayoutNeeds,
): Promise<ReadonlyMap<string, Position>> {
  const middleOf = (at: ReadonlyMap<string, Position>, { id, size }: Item) =>
    Math.round((at.get(id)?.x ?? 0) + size.width / 2);
  let [best, least] = [places, Number.POSITIVE_INFINITY];
  let now = places;
  for (let round = 0; round <= step.most; round++) {
    const drawing = drawGraph(moveNodes(graph, now), needs);
    if (drawing.edges.length > mostRelaxed) break;
    const crowded = crowdedPlaces(drawing);
    if (crowded.length < least) [best, least] = [now, crowded.length];
    if (crowded.length === 0) break;
    await needs.pause?.();
    const middles = [...new Set(items.map((item) => middleOf(now, item)))].sort((a, b) => a - b);
    const cuts = new Set(crowded.flatMap((x) => middles.find((middle) => middle > x) ?? []));
    const before = now;
    now = new Map(
      items.map((item) => {
        const middle = middleOf(before, item);
        const moves = [...cuts].filter((cut) => cut <= middle).length;
        const { x, y } = before.get(item.id) ?? { x: 0, y: 0 };
        return [item.id, { x: x + moves * step.far, y }];
      }),
    );
  }
  return best;
}

function inches(pixels: number): number {
  return pixels / 72;
}

function rounded({ x, y }: Position): Position {
  return { x: Math.round(x), y: Math.round(y) };
}
