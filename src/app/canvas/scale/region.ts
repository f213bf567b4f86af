import type { Box } from '../../../drawing/index.ts';

/** Above this many nodes only those near the view are handed to React Flow. */
export const mostDrawnAlways = 200;

/** Below this zoom text cannot be read: nodes become calm boxes and numbers on edges are hidden. */
export const farZoom = 0.4;

/** Where the view stands: React Flow's transform, and the size of the window it is seen in. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
  readonly width: number;
  readonly height: number;
}

/** The part of the canvas that is drawn: what is in view and something around it. */
export interface Region extends Box {
  /** The zoom it was made for. */
  readonly zoom: number;
  /** Whether it is seen from so far that nodes are boxes. */
  readonly isFar: boolean;
}

/** Pixels of the window drawn around the view, or the share of it where that is cheap or dear. */
const margin = { near: 240, far: 0.5 };

/** Pixels around the view that must be drawn: badges and shadows reach beyond their nodes. */
const rim = 24;

/** How far the zoom may stray from that of a region before everything is drawn afresh. */
const stray = 1.3;

/** The part of the canvas that is in view, in its own coordinates. */
export function boxInView({ x, y, zoom, width, height }: View): Box {
  return { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
}

/**
 * The region to draw for a view. It stays the same one as long as it holds all that is in view of
 * a graph within `bounds`, so that a movement costs nothing most of the time.
 */
export function regionFor(view: View, bounds: Box | null, before: Region | null): Region {
  const seen = boxInView(view);
  const isFar = view.zoom < farZoom;
  if (before !== null && before.isFar === isFar) {
    const drift = view.zoom / before.zoom;
    const needed = bounds === null ? null : common(grown(seen, rim / view.zoom), bounds);
    const holds = needed === null || contains(before, needed);
    if (holds && drift < stray && drift > 1 / stray) return before;
  }
  const [across, down] = isFar
    ? [margin.far * seen.width, margin.far * seen.height]
    : [margin.near / view.zoom, margin.near / view.zoom];
  return { ...grown(seen, across, down), zoom: view.zoom, isFar };
}

/** The smallest box around others; null around nothing. */
export function boundsOf(boxes: Iterable<Box>): Box | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return left > right ? null : { x: left, y: top, width: right - left, height: bottom - top };
}

/** Whether two boxes have a point in common. */
export function touches(a: Box, b: Box): boolean {
  return (
    a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height
  );
}

/** Whether a box lies within another one. */
export function contains(outer: Box, inner: Box): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.width >= inner.x + inner.width &&
    outer.y + outer.height >= inner.y + inner.height
  );
}

/** A box with so much more on each side. */
export function grown(box: Box, across: number, down = across): Box {
  return {
    x: box.x - across,
    y: box.y - down,
    width: box.width + 2 * across,
    height: box.height + 2 * down,
  };
}

function common(a: Box, b: Box): Box | null {
  if (!touches(a, b)) return null;
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  return {
    x,
    y,
    width: Math.min(a.x + a.width, b.x + b.width) - x,
    height: Math.min(a.y + a.height, b.y + b.height) - y,
  };
}
