import type { Position } from '../graph/index.ts';
import { type Box, BoxIndex } from './boxes.ts';
import type { Size } from './geometry.ts';

/** How far apart the places are that are tried. */
const step = 32;

/** So many steps away from where it was wanted nobody would look for it. */
const farthest = 80;

/**
 * The place nearest to the wanted one where a box keeps this much clear of all others, and no farther
 * left than `least`; where there is none far and wide, a place below everything.
 */
export function nearestFree(
  taken: readonly Box[],
  { width, height }: Size,
  wanted: Position,
  margin: number,
  least = Number.NEGATIVE_INFINITY,
): Position {
  const index = new BoxIndex(taken);
  const isFree = ({ x, y }: Position) =>
    x >= least &&
    index.touching({
      x: x - margin,
      y: y - margin,
      width: width + 2 * margin,
      height: height + 2 * margin,
    }) === 0;
  for (let ring = 0; ring <= farthest; ring++) {
    const free = placesAround(wanted, ring).find(isFree);
    if (free !== undefined) return free;
  }
  return { x: wanted.x, y: Math.max(...taken.map((box) => box.y + box.height)) + margin };
}

/** The places so many steps away from the middle, the nearest first. */
function placesAround(middle: Position, ring: number): Position[] {
  const places: Position[] = [];
  for (let along = -ring; along <= ring; along++) {
    for (const side of ring === 0 ? [0] : [-ring, ring]) {
      places.push({ x: along, y: side }, { x: side, y: along });
    }
  }
  return places
    .sort((a, b) => Math.hypot(a.x, a.y) - Math.hypot(b.x, b.y))
    .map(({ x, y }) => ({ x: middle.x + step * x, y: middle.y + step * y }));
}
