import { type FocusEvent, useEffect, useMemo, useRef } from 'react';
import { create } from 'zustand';
import { isItem } from '../../drawing/index.ts';
import { useDocument } from '../store/document.ts';
import { useView } from '../store/view.ts';
import type { CanvasEdge, CanvasNode } from './adapter.ts';
import { canvasElement, focusNode, ground, hasFocus, revealNodes } from './viewport.ts';
import type { Stand } from './walk.ts';

/**
 * The node or edge of the canvas that has the focus, or gets it when Tab comes to the canvas: of all
 * of them it alone is a tab stop. It must be in the page even where it is out of view. While it is
 * walking there, what becomes marked is just that.
 */
export const useFocus = create<Partial<Stand> & { readonly isWalking?: boolean }>()(() => ({}));

/** Whether the focus has come to another node or edge since something was marked or unmarked. */
let hasMoved = false;

export function hasFocusMoved(): boolean {
  return hasMoved;
}

/** Whether a node is the tab stop; only then what can be edited on it is one as well. */
export function useIsStop(id: string): boolean {
  return useFocus(({ at }) => at === id);
}

interface Picture {
  readonly nodes: readonly CanvasNode[];
  readonly edges: readonly CanvasEdge[];
}

/** Chooses the tab stop: what has or had the focus. When that goes, the focus goes to a neighbour. */
export function useTabStop(picture: Picture): string | undefined {
  const at = useFocus((focus) => focus.at);
  const stop = useMemo(() => {
    const { nodes, edges } = picture;
    const isThere = nodes.some(({ id }) => id === at) || edges.some(({ id }) => id === at);
    return isThere ? at : (nodes.find(({ id }) => !isItem(id)) ?? nodes[0])?.id;
  }, [at, picture]);
  const before = useRef(picture);
  useEffect(() => {
    if (at !== undefined && at !== stop) void moveOn(before.current, picture, at);
    if (at === undefined && stop !== undefined) useFocus.setState({ at: stop });
    before.current = picture;
  }, [at, stop, picture]);
  return stop;
}

/** The picture with its tab stop. */
export function withStop({ nodes, edges }: Picture, stop: string | undefined): Picture {
  return { nodes: stopAmong(nodes, stop), edges: stopAmong(edges, stop) };
}

function stopAmong<Item extends CanvasNode | CanvasEdge>(items: readonly Item[], stop?: string) {
  const i = items.findIndex(({ id }) => id === stop);
  if (i < 0) return items;
  const { domAttributes } = items[i];
  const item = {
    ...items[i],
    domAttributes: { ...domAttributes, tabIndex: 0, 'aria-labelledby': nameId },
  };
  return items.with(i, item);
}

/** The id of the element that says all about what has the focus. */
export const nameId = 'canvas-focus';

/** Whether the focus was on the canvas when the document last changed. */
let wasOnCanvas = false;
useDocument.subscribe(({ opened }, before) => {
  wasOnCanvas = hasFocus();
  // Another document begins anew, though it may have nodes of the same names.
  if (opened !== before.opened) useFocus.setState({}, true);
});

async function moveOn(before: Picture, now: Picture, at: string): Promise<void> {
  const hadFocus = wasOnCanvas;
  const { refuge } = await import('./walk.ts');
  const known = new Set([...before.nodes, ...before.edges].map(({ id }) => id));
  const gone = before.nodes.find(({ id }) => id === at);
  // Under another name it stands where it stood; in a collapsed group it is the group's card.
  const renamed = now.nodes.find(
    ({ id, position }) =>
      !known.has(id) && position.x === gone?.position.x && position.y === gone.position.y,
  );
  const card = now.nodes.find(({ id }) => !known.has(id) && id.startsWith('group:'));
  const left = new Set(now.nodes.map(({ id }) => id));
  const goal = renamed?.id ?? card?.id ?? refuge(ground(before.nodes, before.edges), at, left);
  if (useFocus.getState().at !== at) return;
  useFocus.setState({ at: goal, among: undefined, from: undefined }, true);
  const { activeElement } = document;
  const isLost = activeElement === document.body || activeElement === canvasElement();
  if (hadFocus && isLost) focusNode(goal);
}

/** Notes what of the canvas has got the focus, and keeps it in view for those who use keys. */
export function onCanvasFocus({ target }: FocusEvent): void {
  const item = target.closest('.react-flow__node, .react-flow__edge');
  const id = item?.getAttribute('data-id');
  if (id == null) return;
  if (useFocus.getState().at !== id) {
    useFocus.setState({ at: id }, true);
    hasMoved = true;
  }
  if (target === item && target.matches(':focus-visible')) reveal(id);
}

function reveal(id: string): void {
  const wire = ground().wires.find((wire) => wire.id === id);
  revealNodes(wire ? [wire.target, wire.source] : [id]);
}

// Whatever becomes marked elsewhere, one comes to with Tab.
useView.subscribe((view, before) => {
  const { selectedNodes, selectedEdges, selectedGroups, selectedNotes } = view;
  const isSame =
    selectedEdges === before.selectedEdges &&
    selectedGroups === before.selectedGroups &&
    selectedNotes === before.selectedNotes;
  if (!isSame || selectedNodes !== before.selectedNodes) hasMoved = false;
  if (selectedNodes === before.selectedNodes || selectedNodes.size !== 1) return;
  if (hasFocus()) return;
  const [at] = selectedNodes;
  useFocus.setState({ at }, true);
});
