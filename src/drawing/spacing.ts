import type { Position } from '../graph/index.ts';
import { crowdedPlaces } from './crowding.ts';
import type { Item } from './dot.ts';
import type { Drawing } from './drawing.ts';
import type { ShownEdge } from './shown.ts';

/** What edges need beside their numbers: to leave one node and reach the next. */
const slack = 40;

/** Moves layers apart until the numbers on the edges from one to the next have room. */
export function widen(
  places: ReadonlyMap<string, Position>,
  items: readonly Item[],
  edges: readonly ShownEdge[],
  widthOf: (edge: ShownEdge) => number,
): Map<string, Position> {
  const spans = new Map(
    items.flatMap(({ id, size }) => {
      const place = places.get(id);
      if (place === undefined) return [];
      // All that stands in one layer has its middle on one line.
      const middle = Math.round(place.x + size.width / 2);
      return [[id, { left: place.x, right: place.x + size.width, middle }] as const];
    }),
  );
  const layers = [...new Set([...spans.values()].map(({ middle }) => middle))];
  layers.sort((a, b) => a - b);
  const after = new Map(layers.map((middle, i) => [middle, layers[i + 1]]));
  const missing = new Map<number, number>();
  for (const edge of edges) {
    const [from, to] = [spans.get(edge.from.node), spans.get(edge.to.node)];
    const next = from && after.get(from.middle);
    if (from === undefined || to === undefined || next === undefined) continue;
    const lacks = widthOf(edge) + slack - (to.left - from.right);
    if (to.middle === next && lacks > 0) missing.set(next, Math.max(missing.get(next) ?? 0, lacks));
  }
  const shifts = new Map<number, number>();
  let total = 0;
  for (const middle of layers) {
    total += missing.get(middle) ?? 0;
    shifts.set(middle, total);
  }
  return new Map(
    [...places].map(([id, { x, y }]) => [
      id,
      { x: x + (shifts.get(spans.get(id)?.middle ?? 0) ?? 0), y },
    ]),
  );
}

/** Above this many edges, looking for clashes again and again takes too long. */
const mostRelaxed = 100;

/** How far layers move apart at a time, and how often at most. */
const step = { far: 26, most: 8 };

/** How many numbers lie on something and lines behind something; not counted where it takes too long. */
export function crowdedness(drawing: Drawing): number {
  return drawing.edges.length > mostRelaxed ? 0 : crowdedPlaces(drawing).length;
}

/** How the picture around some items looks once they stand at given places. */
type DrawAt = (places: ReadonlyMap<string, Position>) => Drawing;

/** Moves layers apart as long as that frees numbers that lie on something. */
export async function relax(
  places: ReadonlyMap<string, Position>,
  items: readonly Item[],
  drawAt: DrawAt,
  pause?: () => Promise<void>,
): Promise<ReadonlyMap<string, Position>> {
  const middleOf = (at: ReadonlyMap<string, Position>, { id, size }: Item) =>
    Math.round((at.get(id)?.x ?? 0) + size.width / 2);
  let [best, least] = [places, Number.POSITIVE_INFINITY];
  let now = places;
  for (let round = 0; round <= step.most; round++) {
    const drawing = drawAt(now);
    if (drawing.edges.length > mostRelaxed) break;
    const crowded = crowdedPlaces(drawing);
    if (crowded.length < least) [best, least] = [now, crowded.length];
    if (crowded.length === 0) break;
    await pause?.();
    const middles = [...new Set(items.map((item) => middleOf(now, item)))].sort((a, b) => a - b);
    const cuts = new Set(crowded.flatMap((x) => middles.find((middle) => middle > x) ?? []));
    const before = now;
    now = new Map(
      items.map((item) => {
        const middle = middleOf(before, item);
        const moves = [...cuts].filter((cut) => cut <= middle).length;
        const { x, y } = before.get(item.id) ?? { x: 0, y: 0 };
        return [item.id, { x: x + moves * step.far, y }];
      }),
    );
  }
  return best;
}
