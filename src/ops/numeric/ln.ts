import { powersOfTwo, upperHalf, zeroth } from './bits.ts';

const [l1, l2, l3, l4, l5, l6, l7] = [
  0.6666666666666735, 0.3999999999940942, 0.2857142874366239, 0.22222198432149784,
  0.1818357216161805, 0.15313837699209373, 0.14798198605116586,
];
const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;
/** The upper halves of 1 and of √½. */
const one = 0x3ff00000;
const root = 0x3fe6a09e;
const leastNormal = 2.2250738585072014e-308;

/** The natural logarithm, as fdlibm has it (Sun Microsystems 1993): off by less than the last digit. */
export function logarithm(x: number): number {
  if (!(x >= leastNormal && x <= Number.MAX_VALUE)) return atTheEnds(x);
  return parted(x, 0);
}

/** The logarithm of x·2^more, x being normal. */
function parted(x: number, more: number): number {
  // x = 2ᵏ·(1 + f) with 1 + f between √½ and √2.
  const k = ((upperHalf(x) + (one - root)) >> 20) - 1023;
  const f = x * powersOfTwo[zeroth - k] - 1;
  const half = 0.5 * f * f;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (l2 + w * (l4 + w * l6));
  const odd = z * (l1 + w * (l3 + w * (l5 + w * l7)));
  const n = k + more;
  return s * (half + odd + even) + n * ln2Low - half + f + n * ln2High;
}

/** For what is below all normal numbers, above all, or none. */
function atTheEnds(x: number): number {
  if (x > 0) return x === Number.POSITIVE_INFINITY ? x : parted(x * 2 ** 54, -54);
  return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
}

/** ln(1 + x), exact for small x too (Kahan; see Higham, Accuracy and Stability, problem 1.5). */
export function logarithm1p(x: number): number {
  const u = 1 + x;
  if (u === 1 || u === Number.POSITIVE_INFINITY) return x;
  return logarithm(u) * (x / (u - 1));
}
