import type { ReactFlowInstance } from '@xyflow/react';
import type { Position } from '../../graph/index.ts';
import type { CanvasEdge, CanvasNode } from './adapter.ts';

type Instance = ReactFlowInstance<CanvasNode, CanvasEdge>;

let flow: Instance | null = null;
let element: HTMLElement | null = null;

/** The canvas reports itself here while it is on the page, so that commands can move the view. */
export function attachViewport(instance: Instance | null, root: HTMLElement | null): void {
  flow = instance;
  element = root;
}

const motion = () =>
  matchMedia('(prefers-reduced-motion: reduce)').matches ? undefined : { duration: 200 };

/** Shows the whole graph; at once when a document opens, gliding when a person asks for it. */
export function fitView(isGliding = true): void {
  flow?.fitView({ padding: 0.12, maxZoom: 1.1, ...(isGliding ? motion() : undefined) });
}

/** Comes one step nearer. */
export function zoomIn(): void {
  flow?.zoomIn(motion());
}

/** Goes one step back. */
export function zoomOut(): void {
  flow?.zoomOut(motion());
}

/** Shows things at their natural size. */
export function zoomToNatural(): void {
  flow?.zoomTo(1, motion());
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
