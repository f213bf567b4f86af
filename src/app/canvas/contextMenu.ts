import { groupIdOf, noteIdOf } from '../../drawing/index.ts';
import type { Position } from '../../graph/index.ts';
import { openContextMenu, type Subject, select, useView } from '../store/view.ts';

/** Opens our menu in place of the browser's on whatever of the canvas is asked for; by mouse or key. */
export function answerContextMenu(): () => void {
  const onContextMenu = (event: MouseEvent) => {
    if (event.defaultPrevented || !(event.target instanceof Element)) return;
    if (event.target.closest(textual) !== null || !isOfCanvas(event.target)) return;
    event.preventDefault();
    // A key has no place: its event comes from what has the focus.
    if (event.button === 2) openMenuOn(event.target, { x: event.clientX, y: event.clientY });
    else openMenuOn(event.target);
  };
  document.addEventListener('contextmenu', onContextMenu);
  return () => document.removeEventListener('contextmenu', onContextMenu);
}

/** What keeps the browser's own menu: fields, with their spelling and their clipboard. */
const textual = 'input, textarea, select, [contenteditable=true]';

/** Whether something stands on the canvas. */
export function isOfCanvas(element: Element): boolean {
  return element.closest('.canvas') !== null;
}

/** Opens the context menu of what an element of the canvas belongs to, and marks it if it is not. */
export function openMenuOn(element: Element, at: Position = placeOf(element)): void {
  const on = subjectOf(element);
  mark(on);
  openContextMenu({ at, on });
}

function subjectOf(element: Element): Subject {
  const node = element.closest<HTMLElement>('.react-flow__node')?.dataset.id;
  if (node !== undefined) return subjectOfNode(node);
  const edge = element.closest<SVGElement>('.react-flow__edge')?.dataset.id;
  if (edge !== undefined) return { kind: 'edge', id: edge };
  // The frame around several marked nodes lies on top of them.
  const { selectedNodes } = useView.getState();
  const [first] = selectedNodes;
  const isFrame = element.closest('.react-flow__nodesselection') !== null;
  return isFrame && first !== undefined ? { kind: 'node', id: first } : { kind: 'canvas' };
}

function subjectOfNode(id: string): Subject {
  const [group, note] = [groupIdOf(id), noteIdOf(id)];
  if (group !== undefined) return { kind: 'group', id: group };
  return note === undefined ? { kind: 'node', id } : { kind: 'note', id: note };
}

function mark(on: Subject): void {
  const { selectedNodes, selectedEdges, selectedGroups, selectedNotes } = useView.getState();
  switch (on.kind) {
    case 'canvas':
      return;
    case 'node':
      if (!selectedNodes.has(on.id)) select([on.id]);
      return;
    case 'edge':
      if (!selectedEdges.has(on.id)) select([], [on.id]);
      return;
    case 'group':
      if (!selectedGroups.has(on.id)) select([], [], { groups: [on.id] });
      return;
    case 'note':
      if (!selectedNotes.has(on.id)) select([], [], { notes: [on.id] });
  }
}

/** Where the menu of something opens by key: on it, or in the middle of the canvas. */
function placeOf(element: Element): Position {
  const thing = element.closest('.react-flow__node, .react-flow__edge');
  const { left, top, width, height } = (thing ?? element).getBoundingClientRect();
  if (thing?.matches('.react-flow__node')) {
    return { x: left + width / 2, y: top + Math.min(height, 40) };
  }
  return { x: left + width / 2, y: top + height / 2 };
}
