import { getViewportForBounds, type ReactFlowInstance } from '@xyflow/react';
import { type Box, whatIsShown } from '../../drawing/index.ts';
import type { Position } from '../../graph/index.ts';
import { currentGraph } from '../store/document.ts';
import { boxOf, type CanvasEdge, type CanvasNode } from './adapter.ts';
import { innermostBox } from './groups/dropping.ts';
import { keepDrawn } from './scale/reach.ts';
import { boundsOf, farZoom, mostDrawnAlways } from './scale/region.ts';
import type { Ground } from './walk.ts';

type Instance = ReactFlowInstance<CanvasNode, CanvasEdge>;

let flow: Instance | null = null;
let element: HTMLElement | null = null;
let nodesOnCanvas: () => readonly CanvasNode[] = () => [];
let edgesOnCanvas: () => readonly CanvasEdge[] = () => [];
let reframe: (() => void) | null = null;

/** How near and how far the view may go. */
export const zoomRange = { least: 0.08, most: 2.5 };

/** How far the view may go from a graph of so many nodes: a large one is to fit, too. */
export function leastZoom(nodes: number): number {
  return nodes > mostDrawnAlways ? 0.01 : zoomRange.least;
}

/** The canvas reports itself here while it is on the page, so that commands can move the view. */
export function attachViewport(
  instance: Instance,
  root: HTMLElement | null,
  nodes: () => readonly CanvasNode[],
  edges: () => readonly CanvasEdge[],
): void {
  flow = instance;
  element = root;
  nodesOnCanvas = nodes;
  edgesOnCanvas = edges;
}

const motion = () =>
  matchMedia('(prefers-reduced-motion: reduce)').matches ? undefined : { duration: 200 };

/** Glides until the whole graph is in view. */
export function fitView(): void {
  const least = leastZoom(nodesOnCanvas().length);
  frame(least, least, motion());
}

/** Shows the whole graph at once. */
export function fitViewAtOnce(): void {
  const least = leastZoom(nodesOnCanvas().length);
  frame(least, least);
}

/** Below the first zoom text cannot be guessed any more; then the second shows part of the graph. */
const readable = { guessed: farZoom, read: 0.5 };

/** The first view of a document: all of it, or as much from its start on as can be read. */
export function showFromStart(): void {
  if (nodesOnCanvas().length === 0) void flow?.setViewport({ x: 0, y: 0, zoom: 1 });
  frame(readable.guessed, readable.read);
}

/** Frames the graph anew after the window changed, unless somebody has moved the view since. */
export function onCanvasResized(): void {
  reframe?.();
}

/** Notes that somebody moved the view: from now on it stays where it was put. */
export function onViewMoved(): void {
  reframe = null;
}

/**
 * Frames the graph: all of it where that takes no less than `least`, else from its start on at
 * `cut`, with the rest cut off on the right and below. Reckons with our own nodes: React Flow
 * may not have taken over a new document yet.
 */
function frame(least: number, cut: number, options?: { readonly duration: number }): void {
  reframe = () => frame(least, cut);
  const box = element?.getBoundingClientRect();
  const nodes = nodesOnCanvas();
  if (flow === null || box === undefined || nodes.length === 0) return;
  const bounds = boundsOf(nodes.map(boxOf)) ?? { x: 0, y: 0, width: 0, height: 0 };
  const { x: left, y: top } = bounds;
  const at = (zoom: number) => getViewportForBounds(bounds, box.width, box.height, zoom, 1.1, 0.08);
  const whole = at(leastZoom(nodes.length));
  const view = whole.zoom >= least ? whole : at(cut);
  const edge = 0.04 * box.width;
  const x = bounds.width * view.zoom > box.width - 2 * edge ? edge - left * view.zoom : view.x;
  const y = bounds.height * view.zoom > box.height - 2 * edge ? edge - top * view.zoom : view.y;
  void flow.setViewport({ x, y, zoom: view.zoom }, options);
}

/** Glides until the first of these items that is on the canvas is in view, as large as reads well. */
export function frameFirst(ids: readonly string[]): void {
  // It may have come to be only now.
  requestAnimationFrame(() => fitItems(ids.filter(isOnCanvas).slice(0, 1)));
}

/** Glides until items of the canvas, given by their ids there, fill the view, or nearly. */
export function fitItems(ids: readonly string[]): void {
  const wanted = new Set(ids);
  const nodes = nodesOnCanvas();
  const bounds = boundsOf(nodes.filter(({ id }) => wanted.has(id)).map(boxOf));
  const box = element?.getBoundingClientRect();
  if (flow === null || box === undefined || bounds === null) return;
  onViewMoved();
  const least = leastZoom(nodes.length);
  const view = getViewportForBounds(bounds, box.width, box.height, least, 1.1, 0.12);
  void flow.setViewport(view, motion());
}

/** Puts a place of the canvas in the middle of the view. */
export function centreOn({ x, y }: Position): void {
  if (flow === null) return;
  onViewMoved();
  void flow.setCenter(x, y, { zoom: flow.getZoom() });
}

/** Comes one step nearer. */
export function zoomIn(): void {
  onViewMoved();
  flow?.zoomIn();
}

/** Goes one step back. */
export function zoomOut(): void {
  onViewMoved();
  flow?.zoomOut();
}

/** Shows things at their natural size. */
export function zoomToNatural(): void {
  onViewMoved();
  flow?.zoomTo(1);
}

/** The element of the canvas, while it is on the page. */
export function canvasElement(): HTMLElement | null {
  return element;
}

/** Whether something of the canvas has the focus. */
export function hasFocus(): boolean {
  return element?.contains(document.activeElement) ?? false;
}

/** The element of a node or an edge, while it is drawn. */
export function elementOf(id: string): HTMLElement | SVGElement | null {
  if (element === null) return null;
  const named = `[data-id="${CSS.escape(id)}"]`;
  const found = element.querySelector(`.react-flow__node${named}, .react-flow__edge${named}`);
  return found instanceof HTMLElement || found instanceof SVGElement ? found : null;
}

/** What stands on the canvas, for the focus to walk about on. Of an open group that is its title. */
export function ground(nodes = nodesOnCanvas(), edges = edgesOnCanvas()): Ground {
  return {
    spots: nodes.map(({ id, type, position, width = 0, height = 0 }) => ({
      id,
      ...position,
      width,
      height: type === 'box' ? Math.min(height, titleHeight) : height,
    })),
    wires: edges.map(({ id, source, target, data }) => ({
      id,
      source,
      target,
      port: data?.port ?? 0,
    })),
  };
}

const titleHeight = 32;

/** How many frames something may take to be there at all, and to be drawn in a large graph. */
const mostFrames = { coming: 12, drawing: 40 };

/**
 * Puts the focus on a node or an edge, once it is drawn, or on the canvas where there is no such
 * thing (any more). Who has begun to type somewhere else by then is left there.
 */
export function focusNode(id?: string): void {
  keepDrawn(id ?? null);
  const before = document.activeElement;
  let frames = 0;
  const look = () => {
    const now = document.activeElement;
    if (now !== before && now?.matches('input, textarea')) return;
    const found = id === undefined ? null : elementOf(id);
    const patience = id !== undefined && isOnCanvas(id) ? mostFrames.drawing : mostFrames.coming;
    if (found || id === undefined || frames++ > patience) {
      (found ?? element)?.focus({ preventScroll: true });
      return;
    }
    if (frames === 3) revealNodes([id]);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/**
 * Puts the focus on something that is drawn already, or on the canvas as a whole; at once, so that
 * the next key finds it there.
 */
export function focusDrawn(id?: string): void {
  keepDrawn(id ?? null);
  const goal = id === undefined ? element : elementOf(id);
  goal?.focus({ preventScroll: true });
}

function isOnCanvas(id: string): boolean {
  return [...nodesOnCanvas(), ...edgesOnCanvas()].some((item) => item.id === id);
}

/** The place on the canvas under a point of the window. */
export function toCanvas(client: Position): Position {
  return flow?.screenToFlowPosition(client) ?? client;
}

/** The point of the window a place on the canvas is seen at. */
export function toWindow(place: Position): Position {
  return flow?.flowToScreenPosition(place) ?? place;
}

/** The middle of the canvas as a point of the window. */
export function middleOfCanvas(): Position {
  const { left = 0, top = 0, width = 0, height = 0 } = element?.getBoundingClientRect() ?? {};
  return { x: left + width / 2, y: top + height / 2 };
}

/** The part of the canvas that is in view, in its own coordinates. */
export function visiblePart(): { readonly from: Position; readonly to: Position } | null {
  const box = element?.getBoundingClientRect();
  if (box === undefined || flow === null) return null;
  return {
    from: flow.screenToFlowPosition({ x: box.left, y: box.top }),
    to: flow.screenToFlowPosition({ x: box.right, y: box.bottom }),
  };
}

/** The innermost open group at a place on the canvas. */
export function groupAt(place: Position): string | undefined {
  return innermostBox(nodesOnCanvas(), place)?.data.box.group.id;
}

/** Everything that stands on the canvas, by its id there. */
export function standing(): readonly (Box & { readonly id: string })[] {
  return nodesOnCanvas().map((node) => ({ id: node.id, ...boxOf(node) }));
}

/** Where something stands on the canvas by its id there, and how large it is; undefined if nowhere. */
export function boxOnCanvas(id: string): Box | undefined {
  const node = nodesOnCanvas().find((other) => other.id === id);
  if (node === undefined) return undefined;
  const { measured, width = measured?.width ?? 0, height = measured?.height ?? 0 } = node;
  return { ...node.position, width, height };
}

/** True for a point of the window that lies on the canvas and on nothing above it. */
export function isOverCanvas({ x, y }: Position): boolean {
  const hit = document.elementFromPoint(x, y);
  return hit !== null && (element?.contains(hit) ?? false);
}

/** Nearer than this what stands on the canvas can be worked with. */
const workable = 0.55;

/** Moves the view as little as it takes to show an element on the canvas, near enough to work with. */
export function bringIntoView(target: Element): void {
  const box = element?.getBoundingClientRect();
  if (flow === null || box === undefined) return;
  const { left, right, top, bottom } = target.getBoundingClientRect();
  if (flow.getZoom() < workable) {
    const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
    onViewMoved();
    const { x: centreX, y: centreY } = flow.screenToFlowPosition(middle);
    void flow.setCenter(centreX, centreY, { zoom: 0.8, ...motion() });
    return;
  }
  panUntilIn({ left, right, top, bottom });
}

/** Shows nodes of a large graph that are so far off, or seen from so far, that they are not drawn. */
export function revealUndrawn(ids: readonly string[]): void {
  const isDrawn = (id: string) =>
    element?.querySelector(`.react-flow__node[data-id="${CSS.escape(id)}"]`) != null;
  if (!ids.every(isDrawn)) showNodes(ids);
}

/**
 * Shows these nodes near enough to be read, and not below what floats above the canvas: from far off
 * the view comes nearer, else it hardly moves.
 */
export function showNodes(ids: readonly string[], above?: Element | null): void {
  const first = nodesOnCanvas().find(({ id }) => ids.includes(id));
  if (flow === null || first === undefined) return;
  if (flow.getZoom() >= workable) {
    revealNodes(ids, above?.getBoundingClientRect());
    return;
  }
  onViewMoved();
  const { position, width = 0, height = 0 } = first;
  const middle = { x: position.x + width / 2, y: position.y + height / 2 };
  void flow.setCenter(middle.x, middle.y, { zoom: 0.8, ...motion() });
}

/** Moves the view as little as it takes to show these nodes, or the first where all are too much. */
export function revealNodes(ids: readonly string[], above?: Sides): void {
  const box = element?.getBoundingClientRect();
  if (flow === null || box === undefined) return;
  const { x, y, zoom } = flow.getViewport();
  const { standIn } = whatIsShown(currentGraph());
  // What is in a collapsed group is seen as its card; practice looks into all groups.
  const seen = [...new Set(ids.flatMap((id) => [id, standIn(id)]))];
  const nodes = seen.flatMap((id) => nodesOnCanvas().find((node) => node.id === id) ?? []);
  const places = nodes.map(({ position, width = 0, height = 0 }) => ({
    left: box.left + x + zoom * position.x,
    right: box.left + x + zoom * (position.x + width),
    top: box.top + y + zoom * position.y,
    bottom: box.top + y + zoom * (position.y + height),
  }));
  if (places.length === 0) return;
  const all = {
    left: Math.min(...places.map(({ left }) => left)),
    right: Math.max(...places.map(({ right }) => right)),
    top: Math.min(...places.map(({ top }) => top)),
    bottom: Math.max(...places.map(({ bottom }) => bottom)),
  };
  const fits =
    all.right - all.left < box.width - 2 * margin && all.bottom - all.top < box.height - 2 * margin;
  const shown = fits ? all : places[0];
  const isIn = (low: number, high: number, least: number, most: number) =>
    low >= least && high <= most;
  const isInView =
    isIn(shown.left, shown.right, box.left, box.right) &&
    isIn(shown.top, shown.bottom, box.top, box.bottom);
  const isBelow =
    above !== undefined &&
    shown.right > above.left &&
    shown.left < above.right &&
    shown.top < above.bottom;
  if (!isInView || isBelow) panUntilIn(shown, above);
}

/** The sides of a part of the window. */
type Sides = Readonly<Record<'left' | 'right' | 'top' | 'bottom', number>>;

/** Room kept around what is brought into view. */
const margin = 48;

function panUntilIn({ left, right, top, bottom }: Sides, above?: Sides): void {
  const box = element?.getBoundingClientRect();
  if (flow === null || box === undefined) return;
  const shift = (low: number, high: number, least: number, most: number) =>
    low < least + margin ? least + margin - low : Math.min(0, most - margin - high);
  const dx = shift(left, right, box.left, box.right);
  const isBelow = above !== undefined && right + dx > above.left && left + dx < above.right;
  const dy = shift(top, bottom, isBelow ? above.bottom : box.top, box.bottom);
  if (dx === 0 && dy === 0) return;
  onViewMoved();
  const { x, y, zoom } = flow.getViewport();
  void flow.setViewport({ x: x + dx, y: y + dy, zoom }, motion());
}
