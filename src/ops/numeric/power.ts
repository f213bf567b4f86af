import { powersOfTwo, scaledByTwo, upperHalf, zeroth } from './bits.ts';

const [l1, l2, l3, l4, l5, l6] = [
  0.5999999999999946, 0.4285714285785502, 0.33333332981837743, 0.272728123808534,
  0.23066074577556175, 0.20697501780033842,
];
const [p1, p2, p3, p4, p5] = [
  0.16666666666666602, -0.0027777777777015593, 6.613756321437934e-5, -1.6533902205465252e-6,
  4.1381367970572385e-8,
];
/** ln 2 in two parts; products of the first one with short numbers are exact. */
const [ln2High, ln2Low] = [0.6931471824645996, -1.904654299957768e-9];
/** 2 / (3 ln 2) and its parts; log₂ 1.5 in parts. */
const [third, thirdHigh, thirdLow] = [
  0.9617966939259756, 0.9617967009544373, -7.028461650952758e-9,
];
const [log15High, log15Low] = [0.5849624872207642, 1.350039202129749e-8];

/** base to the power exponent, as fdlibm has it (Sun Microsystems 1993), and as ** has its borders. */
export function powerOf(base: number, exponent: number): number {
  if (exponent === 1) return base;
  if (exponent === 2) return base * base;
  if (exponent === -1) return 1 / base;
  if (exponent === 0.5 && base > 0) return Math.sqrt(base);
  const size = Math.abs(base);
  const isPlain =
    size > 0 && size < Number.POSITIVE_INFINITY && size !== 1 && Math.abs(exponent) < 2 ** 31;
  // Zeros, infinities, NaN and exponents without end have exact results everywhere.
  if (!isPlain || exponent === 0) return base ** exponent;
  const isWhole = Number.isInteger(exponent);
  if (base < 0 && !isWhole) return Number.NaN;
  const sign = base < 0 && exponent % 2 !== 0 ? -1 : 1;
  const log = logOf2(size);
  // The product with the exponent, in a part that is exact and a rest.
  const first = Math.fround(exponent);
  const low = (exponent - first) * log.high + exponent * log.low;
  const high = first * log.high;
  const z = low + high;
  if (z >= 1024) return sign * Number.POSITIVE_INFINITY;
  if (z < -1076) return sign * 0;
  return sign * twoTo(high, low);
}

const log = { high: 0, low: 0 };

/** log₂ of a positive number in two parts, with some ten digits more than one has. */
function logOf2(x: number): Readonly<typeof log> {
  // Subnormal numbers are brought up first; 2⁵⁴ is exact.
  const isSubnormal = x < 2.2250738585072014e-308;
  const scaled = isSubnormal ? x * 18014398509481984 : x;
  const exponent = (upperHalf(scaled) >> 20) - 1023;
  let n = exponent - (isSubnormal ? 54 : 0);
  let a = scaled * powersOfTwo[zeroth - exponent];
  if (a >= 1.7320508) {
    a /= 2;
    n++;
  }
  // a lies about 1 or about 1½.
  const is15 = a >= 1.2247449;
  const near = is15 ? 1.5 : 1;
  const u = a - near;
  const v = 1 / (a + near);
  const s = u * v;
  const sHigh = Math.fround(s);
  const sumHigh = Math.fround(a + near);
  const sumLow = a - (sumHigh - near);
  const sLow = v * (u - sHigh * sumHigh - sHigh * sumLow);
  const ss = s * s;
  const r =
    ss * ss * (l1 + ss * (l2 + ss * (l3 + ss * (l4 + ss * (l5 + ss * l6))))) + sLow * (sHigh + s);
  const square = sHigh * sHigh;
  const tHigh = Math.fround(3 + square + r);
  const tLow = r - (tHigh - 3 - square);
  const first = sHigh * tHigh;
  const second = sLow * tHigh + tLow * s;
  const pHigh = Math.fround(first + second);
  const pLow = second - (pHigh - first);
  const zHigh = thirdHigh * pHigh;
  const zLow = thirdLow * pHigh + pLow * third + (is15 ? log15Low : 0);
  const dHigh = is15 ? log15High : 0;
  log.high = Math.fround(zHigh + zLow + dHigh + n);
  log.low = zLow - (log.high - n - dHigh - zHigh);
  return log;
}

/** 2 to the power of two parts. */
function twoTo(high: number, low: number): number {
  const n = Math.round(high + low);
  const rest = high - n;
  const t = Math.fround(low + rest);
  const u = t * ln2High;
  const v = (low - (t - rest)) * Math.LN2 + t * ln2Low;
  const z = u + v;
  const w = v - (z - u);
  const zz = z * z;
  const c = z - zz * (p1 + zz * (p2 + zz * (p3 + zz * (p4 + zz * p5))));
  const r = (z * c) / (c - 2) - (w + z * w);
  return scaledByTwo(1 - (r - z), n);
}
