import { type Box, sizeOfNode, unionOf } from '../../../drawing/index.ts';
import {
  ancestorsOf,
  findNode,
  findNote,
  type Graph,
  membersOf,
  moveNodes,
  type Position,
  setNote,
} from '../../../graph/index.ts';
import { sizeOfNote, useNoteHeights } from '../../canvas/notes/sizes.ts';
import { boxOnCanvas } from '../../canvas/viewport.ts';
import { currentGraph } from '../../store/document.ts';
import { useEvaluation } from '../../store/evaluation.ts';
import { type CurrentSelection, currentSelection } from '../../store/selection.ts';

/** Something that is moved as one: a node, a note, or a group with all in it. */
export interface Item {
  readonly box: Box;
  readonly nodes: ReadonlySet<string>;
  readonly notes: ReadonlySet<string>;
}

/** How far each item is to be moved; those that stay are not in it. */
export type Moves = ReadonlyMap<Item, Position>;

const none: ReadonlySet<string> = new Set();

/** What is marked, as it would be arranged. */
export function markedItems(): readonly Item[] {
  const graph = currentGraph();
  const selection = currentSelection();
  const { inGroups, groups } = groupItems(graph, selection);
  const nodes = [...selection.nodes].filter((id) => !inGroups.nodes.has(id));
  const notes = [...selection.notes].filter((id) => !inGroups.notes.has(id));
  return [
    ...groups,
    ...nodes.map((id) => ({ box: nodeBox(graph, id), nodes: new Set([id]), notes: none })),
    ...notes.map((id) => ({ box: noteBox(graph, id), nodes: none, notes: new Set([id]) })),
  ];
}

function groupItems(graph: Graph, selection: CurrentSelection) {
  const inGroups = { nodes: new Set<string>(), notes: new Set<string>() };
  const groups: Item[] = [];
  for (const { id, parent } of graph.groups ?? []) {
    if (!selection.groups.has(id) || (parent !== undefined && selection.groups.has(parent))) {
      continue;
    }
    const nodes = membersOf(graph, id);
    const notes = new Set<string>();
    for (const note of graph.notes ?? []) {
      if (note.group !== undefined && isWithin(graph, note.group, id)) notes.add(note.id);
    }
    for (const node of nodes) inGroups.nodes.add(node);
    for (const note of notes) inGroups.notes.add(note);
    const box =
      boxOnCanvas(`group:${id}`) ?? unionOf([...nodes].map((node) => nodeBox(graph, node)));
    if (box) groups.push({ box, nodes, notes });
  }
  return { inGroups, groups };
}

function isWithin(graph: Graph, inner: string, outer: string): boolean {
  return ancestorsOf(graph, inner).some(({ id }) => id === outer);
}

/** Where a node stands and how large it is drawn. */
export function nodeBox(graph: Graph, id: string): Box {
  const node = findNode(graph, id);
  if (node === undefined) return { x: 0, y: 0, width: 0, height: 0 };
  const { program } = useEvaluation.getState();
  const shape = program.shapes[program.index.get(id) ?? -1];
  return { x: 0, y: 0, ...node.position, ...sizeOfNode(node, shape) };
}

function noteBox(graph: Graph, id: string): Box {
  const note = findNote(graph, id);
  if (note === undefined) return { x: 0, y: 0, width: 0, height: 0 };
  return { ...note.position, ...sizeOfNote(note, useNoteHeights.getState().heights) };
}

/** The graph with items moved. */
export function moveItems(graph: Graph, moves: Moves): Graph {
  const byNode = new Map<string, Position>();
  const byNote = new Map<string, Position>();
  for (const [{ nodes, notes }, move] of moves) {
    for (const id of nodes) byNode.set(id, move);
    for (const id of notes) byNote.set(id, move);
  }
  const places = new Map<string, Position>();
  for (const { id, position } of graph.nodes) {
    const move = byNode.get(id);
    if (move) places.set(id, moved(position, move));
  }
  let after = places.size > 0 ? moveNodes(graph, places) : graph;
  for (const [id, move] of byNote) {
    after = setNote(after, id, { position: moved(findNote(after, id)?.position, move) });
  }
  return after;
}

function moved(position: Position = { x: 0, y: 0 }, move: Position): Position {
  return { x: Math.round(position.x + move.x), y: Math.round(position.y + move.y) };
}

/** Moves by whole pixels, without those that go nowhere, or beyond all numbers. */
export function wholeMoves(moves: Iterable<readonly [Item, Position]>): Moves {
  const whole = new Map<Item, Position>();
  for (const [item, { x, y }] of moves) {
    const move = { x: Math.round(x), y: Math.round(y) };
    const goes = move.x !== 0 || move.y !== 0;
    if (goes && Number.isFinite(move.x) && Number.isFinite(move.y)) whole.set(item, move);
  }
  return whole;
}
