import { type Box, boundsOfBoxes, sizeOfNode, unionOf, whatIsShown } from '../../drawing/index.ts';
import { type Graph, insert, noteWidth, type Position } from '../../graph/index.ts';
import { fitView, toCanvas } from '../canvas/viewport.ts';
import { currentGraph, edit } from '../store/document.ts';
import { select } from '../store/view.ts';

/** Room between what is there and a part put beside it. */
const gap = 120;

/**
 * Puts a part into the document under fresh names, as one undo entry, and marks it: with its middle
 * at a point of the window, or to the right of everything else, where values flow on to. Then the
 * view widens to show it.
 */
export function insertPart(part: Graph, client?: Position): void {
  const box = boundsOf(part);
  if (box === undefined) return;
  const before = boundsOf(currentGraph());
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const goal = client === undefined ? beside(before, box) : toCanvas(client);
  const offset = { x: Math.round(goal.x - middle.x), y: Math.round(goal.y - middle.y) };
  const { graph, selection } = insert(currentGraph(), part, offset);
  edit(graph);
  select(selection.nodes, [], selection);
  if (client === undefined) requestAnimationFrame(fitView);
}

function beside(before: Box | undefined, box: Box): Position {
  if (before === undefined) return { x: 0, y: 0 };
  return {
    x: before.x + before.width + gap + box.width / 2,
    y: before.y + before.height / 2,
  };
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
