import { type Box, sizeOfNode, unionOf } from '../../drawing/index.ts';
import {
  type Graph,
  insert,
  moveNodes,
  type Position,
  type ReadError,
  readErrorText,
  type Selection,
} from '../../graph/index.ts';
import type { Text } from '../../ops/index.ts';
import { gridStep } from '../canvas/grid.ts';
import { selectAndFocus } from '../canvas/marking.ts';
import { sizeOfNote, useNoteHeights } from '../canvas/notes/sizes.ts';
import { pointedAt } from '../canvas/pointer.ts';
import { toCanvas, visiblePart } from '../canvas/viewport.ts';
import { currentGraph, edit } from '../store/document.ts';
import { notify, useView } from '../store/view.ts';
import { words } from './words.ts';

/** What a text adds to a graph, not moved to its place yet; or why it adds nothing. */
type Pasted =
  | { readonly ok: true; readonly graph: Graph; readonly selection: Selection }
  | { readonly ok: false; readonly reason: Text };

/**
 * Adds what a text says to the graph, as one undo entry: the text of a graph file, or a formula. Its
 * middle goes where the pointer is, or into the middle of the view. Refused texts are explained.
 */
export async function pasteText(text: string): Promise<void> {
  if (text.trim() === '') {
    notify(words.empty, 'wrong');
    return;
  }
  const before = currentGraph();
  const middle = pointOnCanvas();
  const pasted = await (text.trimStart().startsWith('{') ? readFile : readFormula)(before, text);
  // Whatever was asked of another document than the present one is dropped.
  if (currentGraph() !== before) return;
  if (!pasted.ok) {
    notify(words.refused(pasted.reason), 'wrong');
    return;
  }
  const { graph, selection } = pasted;
  edit(moved(graph, selection, offsetTo(middle, boxOf(graph, selection), text)));
  selectAndFocus(selection.nodes, selection);
}

async function readFile(before: Graph, text: string): Promise<Pasted> {
  if (resultMark.test(text)) return { ok: false, reason: words.isResult };
  const { readGraph } = await import('../../graph/read.ts');
  const read = readGraph(text);
  if (!read.ok) return { ok: false, reason: firstOf(read.errors) };
  if (read.graph.nodes.length + (read.graph.notes?.length ?? 0) === 0) {
    return { ok: false, reason: words.nothingInIt };
  }
  const placed = await placedGraph(read.graph);
  if (placed === undefined) return { ok: false, reason: words.unplaced };
  const { graph, selection } = insert(before, placed, { x: 0, y: 0 });
  return { ok: true, graph, selection };
}

/** What tells the result of an exercise from a graph. */
const resultMark = /"format"\s*:\s*"chainrule-result"/;

function firstOf(errors: readonly ReadError[]): Text {
  const first = readErrorText(errors[0]);
  return errors.length > 1 ? words.more(first, errors.length - 1) : first;
}

async function readFormula(before: Graph, text: string): Promise<Pasted> {
  const { addFormula } = await import('../../formula/fromFormula.ts');
  const result = addFormula(before, text);
  if (!result.ok) {
    if (rows.test(text)) return { ok: false, reason: words.isTable };
    const { reason, line, column } = result.refusal;
    return { ok: false, reason: words.atPlace(reason, line, column) };
  }
  const nodes = new Set(result.added);
  const { arrangeBlock } = await import('../canvas/arrange.ts');
  const graph = await arrangeBlock(result.graph, nodes, { x: 0, y: 0 }).catch(() => undefined);
  if (graph === undefined) return { ok: false, reason: words.unplaced };
  return { ok: true, graph, selection: { nodes } };
}

/** Two lines with tabs in them, as spreadsheets copy cells. */
const rows = /\S\t.*\n.*\S\t/;

async function placedGraph(graph: Graph): Promise<Graph | undefined> {
  if (graph.nodes.every(({ position }) => position)) return graph;
  const { arrangeUnplaced } = await import('../canvas/arrange.ts');
  return arrangeUnplaced(graph).catch(() => undefined);
}

/** The place on the canvas the pointer is at, else the middle of the view. */
function pointOnCanvas(): Position {
  const point = pointedAt();
  if (point) return toCanvas(point);
  const view = visiblePart();
  if (view === null) return { x: 0, y: 0 };
  return { x: (view.from.x + view.to.x) / 2, y: (view.from.y + view.to.y) / 2 };
}

let last = { text: '', middle: { x: 0, y: 0 }, count: 0 };

/** How far a box is from a place; the same pasted again at the same place comes beside the last. */
function offsetTo(middle: Position, box: Box, text: string): Position {
  const isAgain =
    last.text === text && Math.hypot(last.middle.x - middle.x, last.middle.y - middle.y) < 1;
  last = { text, middle, count: isAgain ? last.count + 1 : 0 };
  const aside = 2 * gridStep * last.count;
  const step = useView.getState().snap ? gridStep : 1;
  const whole = (distance: number) => Math.round(distance / step) * step;
  return {
    x: whole(middle.x + aside - box.x - box.width / 2),
    y: whole(middle.y + aside - box.y - box.height / 2),
  };
}

function boxOf(graph: Graph, { nodes, notes }: Selection): Box {
  const { heights } = useNoteHeights.getState();
  const boxes = graph.nodes
    .filter(({ id }) => nodes.has(id))
    .map((node) => ({ x: 0, y: 0, ...node.position, ...sizeOfNode(node, []) }));
  const papers = (graph.notes ?? [])
    .filter(({ id }) => notes?.has(id))
    .map((note) => ({ ...note.position, ...sizeOfNote(note, heights) }));
  return unionOf([...boxes, ...papers]) ?? { x: 0, y: 0, width: 0, height: 0 };
}

function moved(graph: Graph, { nodes, notes }: Selection, by: Position): Graph {
  const shift = ({ x, y }: Position) => ({ x: x + by.x, y: y + by.y });
  const places = new Map<string, Position>();
  for (const { id, position } of graph.nodes) {
    if (nodes.has(id) && position) places.set(id, shift(position));
  }
  const after = moveNodes(graph, places);
  if (!notes?.size) return after;
  const papers = (after.notes ?? []).map((note) =>
    notes.has(note.id) ? { ...note, position: shift(note.position) } : note,
  );
  return { ...after, notes: papers };
}
