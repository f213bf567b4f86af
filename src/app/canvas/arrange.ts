import {
  type Box,
  BoxIndex,
  type LayoutNeeds,
  labelHeight,
  labelWidth,
  layout,
  moreHeight,
  partOf,
  sizeOfNode,
  unionOf,
} from '../../drawing/index.ts';
import {
  backward,
  compile,
  edgeNumbers,
  evaluateEdges,
  forward,
  prepareEdges,
} from '../../engine/index.ts';
import {
  completeSelection,
  type Graph,
  localize,
  membersOf,
  moveNodes,
  type Note,
  type Position,
  type Selection,
  setNote,
} from '../../graph/index.ts';
import { currentNumbers } from '../appearance/numbers.ts';
import { useAppearance } from '../store/appearance.ts';
import { useView } from '../store/view.ts';
import { graphviz } from './graphviz.ts';
import { itemWords } from './groups/itemWords.ts';
import { sizeOfNote, useNoteHeights } from './notes/sizes.ts';

/** Lays out the whole graph, off the main thread; notes go with what they are near. */
export async function arrangeAll(graph: Graph): Promise<Graph> {
  return withNotes(graph, moveNodes(graph, await placesFor(graph)));
}

/** Lays out some nodes by themselves, where they are; groups that are selected whole move whole. */
export async function arrangeSelected(graph: Graph, selection: Selection): Promise<Graph> {
  const { nodes } = completeSelection(graph, selection);
  const around = unionOf(boxesOf(graph).filter(({ id }) => nodes.has(id)));
  if (around === undefined) return graph;
  return withNotes(graph, await arrangeBlock(graph, nodes, around));
}

/** Gives a place to every node that has none; the others stay where they are, above the new ones. */
export async function arrangeUnplaced(graph: Graph): Promise<Graph> {
  const unplaced = new Set(graph.nodes.filter((node) => !node.position).map(({ id }) => id));
  if (unplaced.size === 0) return graph;
  if (unplaced.size === graph.nodes.length) {
    return withNotes(graph, moveNodes(graph, await placesFor(graph)));
  }
  const placed = unionOf(boxesOf(graph).filter(({ id }) => !unplaced.has(id)));
  const at = placed ? { x: placed.x, y: placed.y + placed.height + 80 } : { x: 0, y: 0 };
  return arrangeBlock(graph, unplaced, at);
}

/**
 * Lays out some nodes of a graph as a block by itself, its top left corner at a place. Whatever else
 * there is stays where it is.
 */
export async function arrangeBlock(
  graph: Graph,
  ids: ReadonlySet<string>,
  at: Position,
): Promise<Graph> {
  const block = partOf(graph, ids);
  if (block.nodes.length === 0) return graph;
  const places = await placesFor(block);
  const left = Math.min(...[...places.values()].map(({ x }) => x));
  const top = Math.min(...[...places.values()].map(({ y }) => y));
  const moved = new Map<string, Position>();
  for (const [id, { x, y }] of places) {
    moved.set(id, { x: Math.round(at.x + x - left), y: Math.round(at.y + y - top) });
  }
  return moveNodes(graph, moved);
}

function placesFor(graph: Graph): Promise<Map<string, Position>> {
  const program = compile(graph);
  const edges = prepareEdges(program);
  forward(program);
  backward(program);
  evaluateEdges(program, edges);
  const numbers = currentNumbers();
  const { language } = useView.getState();
  const { edgeStyle, showsLocals: locals } = useAppearance.getState();
  const groups = new Map((graph.groups ?? []).map((group) => [group.id, group]));
  const needs: LayoutNeeds = {
    shapeOf: (id) => program.shapes[program.index.get(id) ?? -1],
    titleOf: (id) => localize(groups.get(id)?.title, language) || itemWords.untitled[language],
    widthOf: ({ target, port }) => {
      const on = edgeNumbers(program, edges, target, port);
      const texts = [on?.value, on?.gradient].flatMap((it) => (it ? [numbers.briefly(it)] : []));
      const local = locals && on?.local ? [`∂ ${numbers.briefly(on.local)}`] : [];
      return labelWidth([...texts, ...local]);
    },
    labelHeight: locals ? labelHeight + moreHeight : labelHeight,
    style: edgeStyle,
  };
  return layout(graph, { ...needs, pause: () => new Promise((go) => setTimeout(go)) }, graphviz);
}

interface NodeBox extends Box {
  readonly id: string;
}

function boxesOf(graph: Graph): NodeBox[] {
  const { shapes, index } = compile(graph);
  return graph.nodes.flatMap((node) =>
    node.position
      ? [{ id: node.id, ...node.position, ...sizeOfNode(node, shapes[index.get(node.id) ?? -1]) }]
      : [],
  );
}

/** Every note follows the node it was nearest to, and then gives way to nodes it would cover. */
function withNotes(before: Graph, after: Graph): Graph {
  const { notes = [] } = after;
  if (notes.length === 0) return after;
  const [old, now] = [boxesOf(before), boxesOf(after)];
  const taken = new BoxIndex<Box>(now);
  const { heights } = useNoteHeights.getState();
  const places = new Map(now.map((box) => [box.id, box]));
  return notes.reduce((graph, note) => {
    const size = sizeOfNote(note, heights);
    const from = nearest({ ...note.position, ...size }, companions(before, note, old));
    const to = from && places.get(from.id);
    const { x, y } = note.position;
    const wanted = from && to ? { x: x + to.x - from.x, y: y + to.y - from.y } : { x, y };
    const place = freePlace({ ...wanted, ...size }, taken);
    taken.add({ ...place, ...size });
    const position = { x: Math.round(place.x), y: Math.round(place.y) };
    return position.x === x && position.y === y ? graph : setNote(graph, note.id, { position });
  }, after);
}

/** What a note can belong to: in a group, that of the group. */
function companions(graph: Graph, note: Note, boxes: readonly NodeBox[]): readonly NodeBox[] {
  if (note.group === undefined) return boxes;
  const members = membersOf(graph, note.group);
  return boxes.filter(({ id }) => members.has(id));
}

function nearest(note: Box, boxes: readonly NodeBox[]): NodeBox | undefined {
  let best: NodeBox | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const box of boxes) {
    const dx = Math.max(box.x - note.x - note.width, note.x - box.x - box.width, 0);
    const dy = Math.max(box.y - note.y - note.height, note.y - box.y - box.height, 0);
    const distance = Math.hypot(dx, dy);
    if (distance < least) {
      best = box;
      least = distance;
    }
  }
  return best;
}

/** The nearest place above or below at which nothing is covered. */
function freePlace(note: Box, taken: BoxIndex<Box>): Position {
  const margin = 8;
  for (let far = 0; far <= 4000; far += 16) {
    for (const y of [note.y - far, note.y + far]) {
      const { x, width, height } = note;
      const room = {
        x: x - margin,
        y: y - margin,
        width: width + 2 * margin,
        height: height + 2 * margin,
      };
      if (taken.touching(room) === 0) return { x, y };
    }
  }
  return note;
}
