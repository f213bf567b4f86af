import {
  type Box,
  boundsOfBoxes,
  nearestFree,
  sizeOfNode,
  unionOf,
  whatIsShown,
} from '../../drawing/index.ts';
import { type Graph, insert, noteWidth, type Position } from '../../graph/index.ts';
import { fitView, standing, toCanvas } from '../canvas/viewport.ts';
import { currentGraph, edit } from '../store/document.ts';
import { select } from '../store/view.ts';

/** Room between what is there and a part put beside it. */
const gap = 120;

/**
 * Puts a part into the document under fresh names, as one undo entry, and marks it: with its middle
 * at a point of the window, or to the right of everything else, where values flow on to. Then the
 * view widens to show it. With sources, these take the places of its first nodes, and without a point
 * it stands behind them.
 */
export function insertPart(part: Graph, client?: Position, sources: readonly string[] = []): void {
  const taken = part.nodes.slice(0, sources.length);
  const rest = { ...part, nodes: part.nodes.slice(sources.length) };
  const box = boundsOf(rest);
  if (box === undefined) return;
  const corner =
    client === undefined ? (behind(taken, box, sources) ?? beside(box)) : around(client, box);
  const offset = { x: Math.round(corner.x - box.x), y: Math.round(corner.y - box.y) };
  const leads = new Map(taken.map(({ id }, i) => [id, sources[i]]));
  const { graph, selection } = insert(currentGraph(), part, offset, leads);
  edit(graph);
  select(selection.nodes, [], selection);
  if (client === undefined) requestAnimationFrame(fitView);
}

/** Where a part stands behind its sources as it does behind the inputs they take the place of. */
function behind(taken: Graph['nodes'], box: Box, sources: readonly string[]): Position | undefined {
  const present = currentGraph();
  const seen = new Set(sources.map(whatIsShown(present).standIn));
  const there = standing();
  const from = unionOf(there.filter(({ id }) => seen.has(id)));
  const inputs = unionOf(taken.map(boxOfNode));
  if (from === undefined || inputs === undefined) return undefined;
  const least = from.x + from.width + box.x - inputs.x - inputs.width;
  const level = from.y + from.height / 2 - (inputs.y + inputs.height / 2);
  return nearestFree(there, box, { x: least, y: box.y + level }, gap / 2, least);
}

function around(client: Position, { width, height }: Box): Position {
  const { x, y } = toCanvas(client);
  return { x: x - width / 2, y: y - height / 2 };
}

function beside({ width, height }: Box): Position {
  const before = boundsOf(currentGraph());
  if (before === undefined) return { x: -width / 2, y: -height / 2 };
  return { x: before.x + before.width + gap, y: before.y + before.height / 2 - height / 2 };
}

function boxOfNode(node: Graph['nodes'][number]): Box {
  return { x: 0, y: 0, ...node.position, ...sizeOfNode(node, []) };
}

/** The room a graph takes up on the canvas; numbers are taken for single ones. */
function boundsOf(graph: Graph): Box | undefined {
  const nodes = graph.nodes.flatMap((node): [string, Box][] =>
    node.position ? [[node.id, { ...node.position, ...sizeOfNode(node, []) }]] : [],
  );
  const byId = new Map(nodes);
  const boxes = boundsOfBoxes(whatIsShown(graph, true).boxes, (id) => byId.get(id));
  const notes = (graph.notes ?? []).map(({ position, width = noteWidth }) => ({
    ...position,
    width,
    height: 60,
  }));
  return unionOf([...byId.values(), ...boxes.values(), ...notes]);
}
