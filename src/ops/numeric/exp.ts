import { powersOfTwo, scaledByTwo, zeroth } from './bits.ts';

/** ln 2 in two parts; products of the first one with small whole numbers are exact. */
const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;

/**
 * eˣ, off by less than the last digit. x = k·ln 2 + r with |r| at most ½ ln 2, and e^r by its series up
 * to r¹³. It has no division and few branches, so that it takes no longer than what is built in.
 */
export function exponential(x: number): number {
  if (!(x > -708 && x < 709)) return atTheEnds(x);
  if (x === 1) return Math.E;
  const k = Math.floor(Math.LOG2E * x + 0.5);
  return reduced(x, k) * powersOfTwo[k + zeroth];
}

/** e to the power x − k·ln 2. */
function reduced(x: number, k: number): number {
  const high = x - k * ln2High;
  const low = k * ln2Low;
  const r = high - low;
  const r2 = r * r;
  const r4 = r2 * r2;
  // Terms in fours: they do not wait for each other.
  const first = 1 / 2 + r * (1 / 6) + r2 * (1 / 24 + r * (1 / 120));
  const second = 1 / 720 + r * (1 / 5040) + r2 * (1 / 40320 + r * (1 / 362880));
  const third = 1 / 3628800 + r * (1 / 39916800) + r2 * (1 / 479001600 + r * (1 / 6227020800));
  return 1 + (high + (r2 * (first + r4 * (second + r4 * third)) - low));
}

/** Near the greatest and the least number there is, and beyond. */
function atTheEnds(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > 709.782712893384) return Number.POSITIVE_INFINITY;
  if (x < -745.1332191019412) return 0;
  const k = Math.floor(Math.LOG2E * x + 0.5);
  return scaledByTwo(reduced(x, k), k);
}
