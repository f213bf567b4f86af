import type { EdgeChange, NodeChange } from '@xyflow/react';
import { type RefObject, useCallback, useRef, useState } from 'react';
import { groupIdOf, isItem, noteFlowId, noteIdOf } from '../../drawing/index.ts';
import {
  completeSelection,
  type Graph,
  moveInto,
  moveNodes,
  type Position,
  setNote,
} from '../../graph/index.ts';
import { currentGraph, edit } from '../store/document.ts';
import { useView } from '../store/view.ts';
import type { CanvasEdge, CanvasNode } from './adapter.ts';
import { endDropping } from './groups/dropping.ts';
import { currentTools } from './later.ts';

/** Takes over what was marked or unmarked on the canvas. */
export function applySelection(
  changes: readonly (NodeChange<CanvasNode> | EdgeChange<CanvasEdge>)[],
  which: 'selectedNodes' | 'selectedEdges',
): void {
  const marks = changes.filter((change) => change.type === 'select');
  if (marks.length === 0) return;
  useView.setState((view) => {
    const selected = {
      [which]: new Set(view[which]),
      selectedGroups: new Set(view.selectedGroups),
      selectedNotes: new Set(view.selectedNotes),
    };
    for (const { id, selected: isOn } of marks) {
      const [group, note] = [groupIdOf(id), noteIdOf(id)];
      const set = group ? selected.selectedGroups : note ? selected.selectedNotes : selected[which];
      if (isOn) set.add(group ?? note ?? id);
      else set.delete(group ?? note ?? id);
    }
    return selected;
  });
}

type Places = ReadonlyMap<string, Position>;
const nowhere: Places = new Map();

/**
 * Where things are that are being dragged, by ids of the canvas, and what takes over moves by
 * pointer and keys. A group moves all that is in it. One drag is one undo entry.
 */
export function useMoves(shown: RefObject<readonly CanvasNode[]>) {
  const [dragged, setDragged] = useState(nowhere);
  const underWay = useRef(nowhere);
  /** Where groups stood when the drag began: React Flow says where they are now. */
  const starts = useRef(nowhere);
  const onMoves = useCallback(
    (changes: readonly NodeChange<CanvasNode>[]) => {
      const moves = changes.filter((change) => change.type === 'position');
      if (moves.length === 0) return;
      const before = underWay.current;
      if (before.size === 0) {
        starts.current = new Map(shown.current.map(({ id, position }) => [id, position]));
      }
      const now = new Map(before);
      for (const { id, position } of moves) {
        if (position === undefined) continue;
        for (const [moved, place] of placesFor(id, position, starts.current)) now.set(moved, place);
      }
      if (moves.length < useView.getState().selectedNodes.size) {
        bringAlong(now, moves[0].id, starts.current);
      }
      if (moves.some(({ dragging }) => dragging)) {
        underWay.current = now;
        setDragged(now);
        return;
      }
      // The end of a drag says where the nodes are; arrow keys say only this and drag nothing.
      underWay.current = nowhere;
      setDragged(nowhere);
      if (currentTools()?.dropOnEdge(now)) endDropping();
      else commitMoves(now, before.size > 0 ? null : 'arrows');
    },
    [shown],
  );
  return { dragged, onMoves };
}

/** Of a large graph React Flow moves only the marked nodes it draws: the others go along with them. */
function bringAlong(places: Map<string, Position>, leader: string, starts: Places): void {
  const { selectedNodes } = useView.getState();
  const [start, place] = [starts.get(leader), places.get(leader)];
  if (!start || !place || !selectedNodes.has(leader)) return;
  const [dx, dy] = [place.x - start.x, place.y - start.y];
  for (const id of selectedNodes) {
    const { x, y } = starts.get(id) ?? place;
    if (starts.has(id)) places.set(id, { x: x + dx, y: y + dy });
  }
}

/** Where a thing takes what moves with it: itself, or all that is in a group. */
function placesFor(id: string, position: Position, starts: Places): Places {
  const group = groupIdOf(id);
  if (group === undefined) return new Map([[id, position]]);
  const start = starts.get(id) ?? position;
  const [dx, dy] = [position.x - start.x, position.y - start.y];
  const graph = currentGraph();
  const { nodes, notes } = completeSelection(graph, {
    nodes: new Set(),
    groups: new Set([group]),
  });
  const places = new Map<string, Position>();
  const shift = (key: string, { x, y }: Position) => places.set(key, { x: x + dx, y: y + dy });
  for (const node of graph.nodes) {
    if (nodes.has(node.id) && node.position) shift(node.id, node.position);
  }
  for (const note of graph.notes ?? []) {
    if (notes.has(note.id)) shift(noteFlowId(note.id), note.position);
  }
  return places;
}

/** Moves nodes and notes as one undo entry, or as part of a gesture, into the box they were dropped on. */
function commitMoves(places: Places, gesture: string | null): void {
  const graph = currentGraph();
  const rounded = new Map<string, Position>();
  let moved = graph;
  const roundedFrom = (key: string, before: Position | undefined) => {
    const place = places.get(key);
    if (place === undefined) return undefined;
    const { x, y } = { x: Math.round(place.x), y: Math.round(place.y) };
    return before?.x === x && before.y === y ? undefined : { x, y };
  };
  for (const { id, position } of graph.nodes) {
    const place = roundedFrom(id, position);
    if (place) rounded.set(id, place);
  }
  for (const { id, position } of graph.notes ?? []) {
    const place = roundedFrom(noteFlowId(id), position);
    if (place) moved = setNote(moved, id, { position: place });
  }
  if (rounded.size > 0) moved = moveNodes(moved, rounded);
  edit(dropped(moved), gesture);
}

/** What was dragged goes into the box it was let go over, or out of the one it was taken out of. */
function dropped(graph: Graph): Graph {
  const { box, lifted, entering } = endDropping();
  const ids = [...new Set([...lifted, ...entering])];
  if (ids.length === 0) return graph;
  const group = box ?? undefined;
  const nodes = new Set(ids.filter((id) => !isItem(id)));
  const groups = new Set(ids.flatMap((id) => groupIdOf(id) ?? []));
  const notes = new Set(ids.flatMap((id) => noteIdOf(id) ?? []));
  return moveInto(graph, { nodes, notes, groups }, group);
}
