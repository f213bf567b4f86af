import { noteFlowId } from '../../../drawing/index.ts';
import { addNote, type Position } from '../../../graph/index.ts';
import { currentGraph, edit } from '../../store/document.ts';
import { select, useView } from '../../store/view.ts';
import { itemWords } from '../groups/itemWords.ts';
import { groupAt, toCanvas, visiblePart } from '../viewport.ts';

/** A new note and its first text are one undo entry. */
export function noteGesture(id: string): string {
  return `note:${id}`;
}

/** Opens the text of a note for editing on the canvas. */
export function startEditingNote(id: string): void {
  useView.setState({ renaming: noteFlowId(id) });
}

/** Adds a note at a point of the window, or in the middle of the view, and opens it for editing. */
export function addNoteAt(client?: Position): void {
  const place = client === undefined ? middleOfView() : toCanvas(client);
  const position = { x: Math.round(place.x), y: Math.round(place.y) };
  const group = groupAt(position);
  const text = itemWords.newNote[useView.getState().language];
  const added = addNote(currentGraph(), { text, position, ...(group && { group }) });
  edit(added.graph, noteGesture(added.note));
  select([], [], { notes: [added.note] });
  startEditingNote(added.note);
}

function middleOfView(): Position {
  const view = visiblePart();
  if (view === null) return { x: 0, y: 0 };
  return { x: (view.from.x + view.to.x) / 2 - 110, y: (view.from.y + view.to.y) / 2 - 30 };
}
