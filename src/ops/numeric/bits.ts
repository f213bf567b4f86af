const double = new Float64Array(1);
/** The same eight bytes; the upper half stands behind the lower one on everything JavaScript runs on. */
const halves = new Int32Array(double.buffer);

/** The upper half of the bits of a number: sign, exponent and the first twenty digits. */
export function upperHalf(x: number): number {
  double[0] = x;
  return halves[1];
}

/** 2 to the powers from −1074 to 1023, all that are numbers; 2ⁿ stands at n + `zeroth`. */
export const powersOfTwo = new Float64Array(1074 + 1024);
export const zeroth = 1074;
powersOfTwo[0] = Number.MIN_VALUE;
for (let i = 1; i < powersOfTwo.length; i++) powersOfTwo[i] = 2 * powersOfTwo[i - 1];

/** x · 2ⁿ for x about 1 and n from −1080 to 1025, rounded once even where the result is subnormal. */
export function scaledByTwo(x: number, n: number): number {
  if (n > -1022 && n < 1024) return x * powersOfTwo[n + zeroth];
  return n > 0
    ? x * 8 * powersOfTwo[n - 3 + zeroth]
    : x * powersOfTwo[n + 64 + zeroth] * powersOfTwo[zeroth - 64];
}
