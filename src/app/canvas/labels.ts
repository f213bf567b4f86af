import type { Position } from '../../graph/index.ts';
import { type Curve, pointOn } from './geometry.ts';

/** A rectangle in canvas coordinates. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** An edge whose numbers want a place on it. */
export interface LabelledEdge {
  readonly id: string;
  readonly curve: Curve;
  /** Room the numbers take around their place. */
  readonly width: number;
}

/** Two lines of numbers, one above and one below the curve. */
export const labelHeight = 34;

/** Places tried on the curve: the middle first, then ever farther from it. */
const candidates = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.2, 0.8];

/**
 * Where the numbers of each edge stand: on their own curve, as near to its middle as they can be
 * without touching a node, other numbers or, if it can be helped, another curve. Edges are served
 * in order, so the same picture gives the same places.
 */
export function placeLabels(
  edges: readonly LabelledEdge[],
  nodes: readonly Box[],
): Map<string, Position> {
  const taken = new Grid(nodes);
  const lines = new Grid(edges.flatMap(({ id, curve }) => samples(id, curve)));
  const places = new Map<string, Position>();
  for (const { id, curve, width } of edges) {
    let best: { place: Position; box: Box; cost: number } | undefined;
    for (const [rank, t] of candidates.entries()) {
      const place = pointOn(curve, t);
      const box = around(place, width);
      const cost =
        100 * taken.overlap(box) + 8 * lines.overlap(box, (line) => line.owner !== id) + rank;
      if (best === undefined || cost < best.cost) best = { place, box, cost };
      if (best.cost === rank) break;
    }
    if (best === undefined) continue;
    taken.add(best.box);
    places.set(id, best.place);
  }
  return places;
}

function around(place: Position, width: number): Box {
  return {
    x: place.x - width / 2,
    y: place.y - labelHeight / 2,
    width,
    height: labelHeight,
  };
}

interface Owned extends Box {
  readonly owner: string;
}

function samples(owner: string, curve: Curve): Owned[] {
  return Array.from({ length: 15 }, (_, i) => {
    const { x, y } = pointOn(curve, 0.03 + (0.94 * i) / 14);
    return { owner, x: x - 1, y: y - 1, width: 2, height: 2 };
  });
}

/** Boxes filed by the coarse squares they touch, so that a look-up meets only neighbours. */
class Grid<Item extends Box> {
  private readonly squares = new Map<string, Item[]>();

  constructor(items: readonly Item[]) {
    for (const item of items) this.add(item);
  }

  add(item: Item): void {
    for (const key of keysOf(item)) {
      const square = this.squares.get(key);
      if (square) square.push(item);
      else this.squares.set(key, [item]);
    }
  }

  /** How many of the boxes (that count) this one touches. */
  overlap(box: Box, counts: (item: Item) => boolean = () => true): number {
    const met = new Set<Item>();
    for (const key of keysOf(box)) {
      for (const item of this.squares.get(key) ?? []) {
        if (counts(item) && touches(item, box)) met.add(item);
      }
    }
    return met.size;
  }
}

const square = 128;

function keysOf({ x, y, width, height }: Box): string[] {
  const keys: string[] = [];
  for (let column = Math.floor(x / square); column <= (x + width) / square; column++) {
    for (let row = Math.floor(y / square); row <= (y + height) / square; row++) {
      keys.push(`${column},${row}`);
    }
  }
  return keys;
}

function touches(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
