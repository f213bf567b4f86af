import type { Iterate, Past } from './trainer.ts';

/** What is kept of a run at one iterate. */
export interface HistoryPoint extends Iterate {
  /**
   * The output over all training rows, where it was measured: at every point while there are few rows,
   * else at least once in every pass through the data. What the next batch gives is `loss`.
   */
  readonly lossOfAll?: number;
  /** The output over the test rows, measured at the same points. */
  readonly test?: number;
}

/** The points kept of a run: every iterate of a short one, evenly thinned of a long one. */
export type History = readonly HistoryPoint[];

/** Points kept at most, besides the one where a run stands. */
export const mostPoints = 4096;

/** Numbers kept at most, where a point has many of them. */
const mostNumbers = 1 << 23;

/**
 * Every how many updates a point is kept after `count` of them, a power of two; `width` is how many
 * numbers a point has. It depends on nothing else, so the same run is always thinned alike.
 */
export function strideAt(count: number, width: number): number {
  const most = Math.max(2, Math.min(mostPoints, Math.floor(mostNumbers / Math.max(1, width))));
  let stride = 1;
  while (count >= most * stride) stride *= 2;
  return stride;
}

/** New points of a run: those to be kept, and last where it stands. */
export interface Report {
  readonly points: readonly HistoryPoint[];
  readonly stride: number;
  /** What it takes to go on from the last of them as the run would have. */
  readonly past: Past;
}

/** A history with what has come since: older points are thinned, the old place is kept if it fits in. */
export function extended(
  history: History,
  { points, stride }: Pick<Report, 'points' | 'stride'>,
): History {
  const [first] = points;
  const kept = history.filter(
    ({ count }) => count % stride === 0 && (first === undefined || count < first.count),
  );
  return [...kept, ...points];
}

/** The last of some points, ascending, with no more than so many updates; undefined before the first. */
export function lastUpTo(history: History, count: number): HistoryPoint | undefined {
  let [low, high] = [0, history.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (history[middle].count <= count) low = middle + 1;
    else high = middle;
  }
  return history[low - 1];
}

/** Two ascending lists of points as one; of what both have, that of the first. */
export function merged(history: History, others: History): History {
  if (others.length === 0) return history;
  const known = new Set(history.map(({ count }) => count));
  const fresh = others.filter(({ count }) => !known.has(count));
  return [...history, ...fresh].sort((a, b) => a.count - b.count);
}
