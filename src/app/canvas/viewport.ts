import { getViewportForBounds, type ReactFlowInstance } from '@xyflow/react';
import type { Position } from '../../graph/index.ts';
import type { CanvasEdge, CanvasNode } from './adapter.ts';

type Instance = ReactFlowInstance<CanvasNode, CanvasEdge>;

let flow: Instance | null = null;
let element: HTMLElement | null = null;
let nodesOnCanvas: () => readonly CanvasNode[] = () => [];

/** How near and how far the view may go. */
export const zoomRange = { least: 0.08, most: 2.5 };

/** The canvas reports itself here while it is on the page, so that commands can move the view. */
export function attachViewport(
  instance: Instance,
  root: HTMLElement | null,
  nodes: () => readonly CanvasNode[],
): void {
  flow = instance;
  element = root;
  nodesOnCanvas = nodes;
}

const motion = () =>
  matchMedia('(prefers-reduced-motion: reduce)').matches ? undefined : { duration: 200 };

/** Glides until the whole graph is in view. */
export function fitView(): void {
  frame(zoomRange.least, motion());
}

/** Below this zoom text on the canvas cannot be read. */
const readable = 0.5;

/** The first view of a document: all of it, or as much from its start on as can be read. */
export function showFromStart(): void {
  frame(readable);
}

/**
 * Frames the graph at no less than this zoom; what does not fit then is cut off on the right and
 * below. Reckons with our own nodes: React Flow may not have taken over a new document yet.
 */
function frame(leastZoom: number, options?: { readonly duration: number }): void {
  const box = element?.getBoundingClientRect();
  const nodes = nodesOnCanvas();
  if (flow === null || box === undefined || nodes.length === 0) return;
  const left = Math.min(...nodes.map(({ position }) => position.x));
  const top = Math.min(...nodes.map(({ position }) => position.y));
  const right = Math.max(...nodes.map(({ position, width = 0 }) => position.x + width));
  const bottom = Math.max(...nodes.map(({ position, height = 0 }) => position.y + height));
  const bounds = { x: left, y: top, width: right - left, height: bottom - top };
  const view = getViewportForBounds(bounds, box.width, box.height, leastZoom, 1.1, 0.08);
  const edge = 0.04 * box.width;
  const x = bounds.width * view.zoom > box.width - 2 * edge ? edge - left * view.zoom : view.x;
  const y = bounds.height * view.zoom > box.height - 2 * edge ? edge - top * view.zoom : view.y;
  void flow.setViewport({ x, y, zoom: view.zoom }, options);
}

/** Comes one step nearer. */
export function zoomIn(): void {
  flow?.zoomIn();
}

/** Goes one step back. */
export function zoomOut(): void {
  flow?.zoomOut();
}

/** Shows things at their natural size. */
export function zoomToNatural(): void {
  flow?.zoomTo(1);
}

/** Puts the focus on a node, or on the canvas where there is no such node (any more). */
export function focusNode(id?: string): void {
  requestAnimationFrame(() => {
    const node =
      id === undefined
        ? null
        : element?.querySelector<HTMLElement>(`.react-flow__node[data-id="${id}"]`);
    (node ?? element)?.focus();
  });
}

/** The place on the canvas under a point of the window. */
export function toCanvas(client: Position): Position {
  return flow?.screenToFlowPosition(client) ?? client;
}

/** The middle of what is seen of the canvas, as a point of the window. */
export function middleOfView(): Position {
  const box = element?.getBoundingClientRect();
  if (box === undefined) return { x: 0, y: 0 };
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
}

/** True for a point of the window that lies on the canvas and on nothing above it. */
export function isOverCanvas({ x, y }: Position): boolean {
  const hit = document.elementFromPoint(x, y);
  return hit !== null && (element?.contains(hit) ?? false);
}
