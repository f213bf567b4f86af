import { type Graph, type GraphNode, type Note, noteWidth, type Position } from '../graph/index.ts';
import type { Shape } from '../ops/index.ts';
import type { Box } from './boxes.ts';
import {
  type Curve,
  edgeCurve,
  inputAnchor,
  type LineStyle,
  outputAnchor,
  sizeOfNode,
} from './geometry.ts';
import { cardPort, sizeOfCard } from './groupCard.ts';
import { labelHeight } from './labels.ts';
import type { Obstacle } from './routing.ts';
import {
  boundsOfBoxes,
  groupFlowId,
  noteFlowId,
  type Shown,
  type ShownBox,
  type ShownCard,
  type ShownEdge,
  titleRoom,
  unionOf,
  whatIsShown,
} from './shown.ts';
import { waysOf } from './ways.ts';

/** A node where it stands. */
export interface DrawnNode extends Box {
  readonly id: string;
  readonly node: GraphNode;
}

/** A collapsed group where it stands. */
export interface DrawnCard extends Box {
  readonly id: string;
  readonly card: ShownCard;
}

/** An open group, around what is in it. */
export interface DrawnBox extends Box {
  readonly id: string;
  readonly box: ShownBox;
}

/** A note where it stands. */
export interface DrawnNote extends Box {
  readonly id: string;
  readonly note: Note;
}

/** An edge with its curve and the place of its numbers. */
export interface DrawnEdge extends ShownEdge {
  readonly curve: Curve;
  readonly place: Position;
  /** Room its numbers take from left to right. */
  readonly room: number;
}

/** A graph as a picture: what stands where, without colours. */
export interface Drawing {
  readonly boxes: readonly DrawnBox[];
  readonly nodes: readonly DrawnNode[];
  readonly cards: readonly DrawnCard[];
  readonly notes: readonly DrawnNote[];
  readonly edges: readonly DrawnEdge[];
  /** How lines run along the curves of edges. */
  readonly style: LineStyle;
  /** How high the numbers of an edge are together. */
  readonly labelHeight: number;
}

/** What the picture of a graph depends on besides the graph. */
export interface DrawingNeeds {
  readonly shapeOf: (id: string) => Shape | undefined;
  /** The title on the card of a collapsed group, by the group's id. */
  readonly titleOf: (group: string) => string;
  /** Room for the numbers on an edge. */
  readonly widthOf: (edge: ShownEdge) => number;
  /** How high a note is at its width. */
  readonly heightOf?: (note: Note) => number;
  readonly labelHeight?: number;
  readonly style?: LineStyle;
}

/** Draws a graph as it stands on the canvas. A node without a place stands at the origin. */
export function drawGraph(graph: Graph, needs: DrawingNeeds): Drawing {
  const shown = whatIsShown(graph);
  const all = graph.nodes.map((node) => ({
    ...sizeOfNode(node, needs.shapeOf(node.id)),
    ...(node.position ?? { x: 0, y: 0 }),
    id: node.id,
    node,
  }));
  const nodes = all.filter(({ id }) => shown.standIn(id) === id);
  const cards = cardsOf(shown, new Map(all.map((node) => [node.id, node])), needs);
  const notes = shown.notes.map((note) => ({
    ...note.position,
    id: noteFlowId(note.id),
    width: note.width ?? noteWidth,
    height: needs.heightOf?.(note) ?? 60,
    note,
  }));
  const standing = new Map<string, Box>([...nodes, ...cards, ...notes].map((it) => [it.id, it]));
  const bounds = boundsOfBoxes(shown.boxes, (id) => standing.get(id));
  const boxes = shown.boxes.flatMap((box) => {
    const id = groupFlowId(box.group.id);
    const around = bounds.get(id);
    return around ? [{ ...around, id, box }] : [];
  });
  const titles = boxes.map((box) => ({ ...titleRoom(box), id: `title ${box.id}`, lets: true }));
  const edges = edgesOf(shown, nodes, cards, [...notes, ...titles], needs);
  const { style = 'curved', labelHeight: height = labelHeight } = needs;
  return { boxes, nodes, cards, notes, edges, style, labelHeight: height };
}

/** Cards stand in the middle of where what is in them stands. */
function cardsOf(
  { cards }: Shown,
  nodes: ReadonlyMap<string, Box>,
  { titleOf }: DrawingNeeds,
): DrawnCard[] {
  return cards.flatMap((card) => {
    const around = unionOf(card.members.flatMap((id) => nodes.get(id) ?? []));
    if (around === undefined) return [];
    const size = sizeOfCard(card, titleOf(card.group.id));
    const x = Math.round(around.x + (around.width - size.width) / 2);
    const y = Math.round(around.y + (around.height - size.height) / 2);
    return [{ ...size, x, y, id: groupFlowId(card.group.id), card }];
  });
}

function edgesOf(
  shown: Shown,
  nodes: readonly DrawnNode[],
  cards: readonly DrawnCard[],
  others: readonly Obstacle[],
  needs: DrawingNeeds,
): DrawnEdge[] {
  const nodeOf = new Map(nodes.map((node) => [node.id, node]));
  const cardOf = new Map(cards.map((card) => [card.id, card]));
  const anchor = ({ node: id, port }: ShownEdge['from']): Position | undefined => {
    const at = nodeOf.get(id);
    if (at) {
      return offset(at, port === 'out' ? outputAnchor(at) : inputAnchor(at.node, at, Number(port)));
    }
    const card = cardOf.get(id);
    return card && offset(card, cardPort(card.card, card, port));
  };
  const wires = shown.edges.flatMap((edge) => {
    const [from, to] = [anchor(edge.from), anchor(edge.to)];
    if (from === undefined || to === undefined) return [];
    const ends = [edge.from.node, edge.to.node];
    return [{ id: edge.id, edge, from, to, ends, width: needs.widthOf(edge) }];
  });
  const standing = [...nodes, ...cards, ...others];
  const ways = waysOf(wires, standing, needs.labelHeight ?? labelHeight, needs.style);
  return wires.flatMap(({ id, edge, from, to, width }) => {
    const way = ways.get(id);
    return way
      ? [
          {
            ...edge,
            curve: edgeCurve(from, to, way.turn, way.bulge),
            place: way.place,
            room: width,
          },
        ]
      : [];
  });
}

function offset({ x, y }: Position, by: Position): Position {
  return { x: x + by.x, y: y + by.y };
}
