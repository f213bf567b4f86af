import { type Curve, type LineStyle, pointOn } from '../../../drawing/index.ts';
import type { Position } from '../../../graph/index.ts';
import type { CanvasNode } from '../adapter.ts';
import { boxNow, curveOf, mayTouch, nodesById, type Picture } from './culling.ts';
import { contains, grown, touches } from './region.ts';

const nothing: ReadonlyMap<string, Position> = new Map();

/** The node at a point of the canvas; of several the smallest, which is the one on top. */
export function nodeAt({ nodes }: Picture, point: Position): CanvasNode | undefined {
  const spot = { ...point, width: 0, height: 0 };
  let best: CanvasNode | undefined;
  for (const node of nodes) {
    if (!touches(boxNow(node, nothing), spot)) continue;
    if (best === undefined || area(node) <= area(best)) best = node;
  }
  return best;
}

/** The edge that passes a point of the canvas within a distance. */
export function edgeNear(picture: Picture, point: Position, distance: number): string | undefined {
  const byId = nodesById(picture);
  const spot = grown({ ...point, width: 0, height: 0 }, distance);
  let nearest = distance;
  let best: string | undefined;
  for (const edge of picture.edges) {
    const source = byId.get(edge.source);
    const target = byId.get(edge.target);
    if (!source || !target || !mayTouch(spot, source, target, nothing)) continue;
    const away = distanceTo(curveOf(edge, source, target, nothing), picture.style, point);
    if (away < nearest) {
      nearest = away;
      best = edge.id;
    }
  }
  return best;
}

/** The nodes that lie wholly within a box. */
export function nodesWithin({ nodes }: Picture, box: ReturnType<typeof grown>): CanvasNode[] {
  return nodes.filter((node) => contains(box, boxNow(node, nothing)));
}

function area({ width = 0, height = 0 }: CanvasNode): number {
  return width * height;
}

const pieces = 48;

function distanceTo(curve: Curve, style: LineStyle, { x, y }: Position): number {
  let nearest = Number.POSITIVE_INFINITY;
  let from = curve[0];
  for (let i = 1; i <= pieces; i++) {
    const to = pointOn(curve, i / pieces, style);
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const along = ((x - from.x) * dx + (y - from.y) * dy) / (dx * dx + dy * dy || 1);
    const t = Math.min(1, Math.max(0, along));
    nearest = Math.min(nearest, Math.hypot(from.x + t * dx - x, from.y + t * dy - y));
    from = to;
  }
  return nearest;
}
