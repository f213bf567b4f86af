import type { Position } from '../graph/index.ts';
import type { Box, BoxIndex } from './boxes.ts';
import { edgeCurve, type LineStyle, pointOn } from './geometry.ts';

/** A node as an obstacle for edges that do not belong to it. */
export interface Obstacle extends Box {
  readonly id: string;
  /** Whether lines may run over it, as over the title of a box; numbers keep clear of it all the same. */
  readonly lets?: boolean;
}

/** Turns tried, the plain curve first. */
export const turns = [0.5, 0.3, 0.7, 0.16, 0.84, 0.06, 0.94];

/** How far from a node an edge should keep. */
const margin = 6;

/** Where an edge should change its height so that it runs behind as few foreign nodes as can be. */
export function turnOf(
  from: Position,
  to: Position,
  ends: readonly string[],
  nodes: BoxIndex<Obstacle>,
  style: LineStyle = 'curved',
): number {
  let best = turns[0];
  let fewest = Number.POSITIVE_INFINITY;
  for (const turn of turns) {
    const crossed = crossings(from, to, turn, ends, nodes, style);
    if (crossed < fewest) {
      best = turn;
      fewest = crossed;
    }
    if (crossed === 0) break;
  }
  return best;
}

function crossings(
  from: Position,
  to: Position,
  turn: number,
  ends: readonly string[],
  nodes: BoxIndex<Obstacle>,
  style: LineStyle,
): number {
  const curve = edgeCurve(from, to, turn);
  const steps = Math.min(400, Math.max(8, Math.ceil(Math.abs(to.x - from.x) / 24)));
  let crossed = 0;
  for (let i = 1; i < steps; i++) {
    const { x, y } = pointOn(curve, i / steps, style);
    const spot = { x: x - margin, y: y - margin, width: 2 * margin, height: 2 * margin };
    crossed += nodes.touching(spot, ({ id }) => !ends.includes(id));
  }
  return crossed;
}
