import { orderOf } from '../samples.ts';

/** The rows to train with and those to test with, by seed; each in the order they stand. */
export interface Split {
  readonly train: Uint32Array;
  readonly test: Uint32Array;
}

/** Sets aside a share of the rows (0 to 1, rounded down, leaving one to train with). */
export function split(count: number, testShare: number, seed: number): Split {
  const order = orderOf(count, testShare > 0 ? 'shuffled' : 'kept', seed, 0);
  const tests = testCount(count, testShare);
  return { train: order.slice(tests).sort(), test: order.slice(0, tests).sort() };
}

/** How many of so many rows are set aside. */
export function testCount(count: number, testShare: number): number {
  return Math.max(0, Math.min(count - 1, Math.floor(count * testShare)));
}
