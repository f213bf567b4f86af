import { groupIdOf, noteIdOf } from '../../drawing/index.ts';
import type { Position } from '../../graph/index.ts';
import { openContextMenu, type Subject, useView } from '../store/view.ts';
import { selectItem } from './marking.ts';

/** Opens our menu in place of the browser's on whatever of the canvas is asked for; by mouse or key. */
export function answerContextMenu(): () => void {
  const onContextMenu = (event: MouseEvent) => {
    if (event.defaultPrevented || !(event.target instanceof Element)) return;
    if (event.target.closest(textual) !== null || !isOfCanvas(event.target)) return;
    event.preventDefault();
    // A key has no place: its event comes from what has the focus.
    if (isByKey(event)) openMenuOn(event.target);
    else openMenuOn(event.target, { x: event.clientX, y: event.clientY });
  };
  document.addEventListener('contextmenu', onContextMenu);
  return () => document.removeEventListener('contextmenu', onContextMenu);
}

/** A mouse with one button opens menus by Ctrl and a click. */
function isByKey(event: MouseEvent): boolean {
  if (event instanceof PointerEvent) return event.pointerType === '';
  return event.button !== 2 && !event.ctrlKey;
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
  selectItem(itemOf(element));
  openContextMenu({ at, on });
}

/** The node, group, note or edge an element belongs to, as it stands on the canvas. */
function itemOf(element: Element): Element | null {
  return element.closest('.react-flow__node, .react-flow__edge');
}

function subjectOf(element: Element): Subject {
  const item = itemOf(element);
  const id = item?.getAttribute('data-id') ?? null;
  if (item && id !== null) {
    return item.matches('.react-flow__edge') ? { kind: 'edge', id } : subjectOfNode(id);
  }
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

/** Where the menu of something opens by key: on it, or in the middle of the canvas. */
function placeOf(element: Element): Position {
  const thing = itemOf(element);
  const { left, top, width, height } = (thing ?? element).getBoundingClientRect();
  if (thing?.matches('.react-flow__node')) {
    return { x: left + width / 2, y: top + Math.min(height, 40) };
  }
  return { x: left + width / 2, y: top + height / 2 };
}
