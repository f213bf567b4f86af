import { type Curve, type DrawnEdge, pointOn } from '../../src/drawing/index.ts';
import type { Position } from '../../src/graph/index.ts';

/** A line from point to point, with the box around it. */
interface Line {
  readonly source: string;
  readonly points: readonly Position[];
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * How often edges cross: as straight lines from port to port, and as the curves the page draws.
 * Edges that leave the same node start in the same point, which is no crossing.
 */
export function crossings(edges: readonly DrawnEdge[]): { straight: number; curved: number } {
  return {
    straight: count(edges.map((edge) => line(edge.source, [edge.curve[0], edge.curve[3]]))),
    curved: count(edges.map((edge) => line(edge.source, polyline(edge.curve)))),
  };
}

function polyline(curve: Curve): Position[] {
  return Array.from({ length: 17 }, (_, i) => pointOn(curve, i / 16));
}

function line(source: string, points: readonly Position[]): Line {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  return {
    source,
    points,
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  };
}

function count(lines: readonly Line[]): number {
  const sorted = [...lines].sort((a, b) => a.left - b.left);
  let crossed = 0;
  sorted.forEach((a, i) => {
    for (let j = i + 1; j < sorted.length && sorted[j].left <= a.right; j++) {
      const b = sorted[j];
      if (a.source === b.source || a.bottom < b.top || b.bottom < a.top) continue;
      if (cross(a.points, b.points)) crossed++;
    }
  });
  return crossed;
}

function cross(a: readonly Position[], b: readonly Position[]): boolean {
  for (let i = 1; i < a.length; i++) {
    for (let j = 1; j < b.length; j++) {
      if (segmentsCross(a[i - 1], a[i], b[j - 1], b[j])) return true;
    }
  }
  return false;
}

function segmentsCross(a: Position, b: Position, c: Position, d: Position): boolean {
  const side = (p: Position, q: Position, r: Position) =>
    Math.sign((q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x));
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}
