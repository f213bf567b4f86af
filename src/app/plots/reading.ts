import type { Place, Reading } from './chart.ts';

type PlaceOf = (reading: Reading) => Place | undefined;

/** The reading next to a point, if there is one within reach; sideways counts for more. */
export function nearest(
  readings: readonly Reading[],
  placeOf: PlaceOf,
  { x, y }: Place,
  reach: number,
): number | undefined {
  let best: number | undefined;
  let least = reach;
  readings.forEach((reading, i) => {
    const at = placeOf(reading);
    if (at === undefined) return;
    const distance = Math.hypot(at.x - x, 0.5 * (at.y - y));
    if (distance < least) [best, least] = [i, distance];
  });
  return best;
}

/**
 * The reading a key leads to: left and right within a row, up and down to the row above or below at
 * about the same place, Home and End to the ends of the row. Readings out of sight are passed over.
 */
export function stepFrom(
  key: string,
  readings: readonly Reading[],
  index: number,
  placeOf: PlaceOf,
): number | undefined {
  const here = readings[Math.min(index, readings.length - 1)];
  if (here === undefined) return undefined;
  const isSeen = (i: number) => placeOf(readings[i]) !== undefined;
  const places = readings.map((_, i) => i).filter(isSeen);
  const row = places.filter((i) => readings[i].row === here.row);
  switch (key) {
    case 'ArrowRight':
      return row.find((i) => i > index) ?? index;
    case 'ArrowLeft':
      return row.findLast((i) => i < index) ?? index;
    case 'Home':
      return row[0] ?? index;
    case 'End':
      return row.at(-1) ?? index;
    case 'ArrowUp':
    case 'ArrowDown': {
      const rows = [...new Set(places.map((i) => readings[i].row))].sort((a, b) => a - b);
      const next = rows[rows.indexOf(here.row) + (key === 'ArrowDown' ? 1 : -1)];
      if (next === undefined) return index;
      const others = places.filter((i) => readings[i].row === next);
      return others.reduce(
        (best, i) =>
          Math.abs(readings[i].x - here.x) < Math.abs(readings[best].x - here.x) ? i : best,
        others[0],
      );
    }
    default:
      return undefined;
  }
}
