import type { Iterate } from './trainer.ts';

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
}

/** A history with what has come since: older points are thinned, the old place is kept if it fits in. */
export function extended(history: History, { points, stride }: Report): History {
  const [first] = points;
  const kept = history.filter(
    ({ count }) => count % stride === 0 && (first === undefined || count < first.count),
  );
  return [...kept, ...points];
}
