const [s1, s2, s3, s4, s5, s6] = [
  -0.16666666666666632, 0.00833333333332249, -0.0001984126982985795, 2.7557313707070068e-6,
  -2.5050760253406863e-8, 1.58969099521155e-10,
];
const [c1, c2, c3, c4, c5, c6] = [
  0.0416666666666666, -0.001388888888887411, 2.480158728947673e-5, -2.7557314351390663e-7,
  2.087572321298175e-9, -1.1359647557788195e-11,
];
const twoOverPi = 0.6366197723675814;
/** ½π in three parts; products of the first two with small whole numbers are exact. */
const [half1, half2, half3] = [1.5707963267341256, 6.077100506303966e-11, 2.0222662487959506e-21];

/** Beyond that the parts of π have too few digits, and the platform’s own functions take over. */
const farthest = 1e6;

/** The sine, as fdlibm has it (Sun Microsystems 1993): off by less than the last digit. */
export function sine(x: number): number {
  return Math.abs(x) < farthest ? turned(x, 0) : Math.sin(x);
}

/** The cosine, as fdlibm has it. */
export function cosine(x: number): number {
  return Math.abs(x) < farthest ? turned(x, 1) : Math.cos(x);
}

/**
 * The sine of x + quarters·½π: what is left of x within ±¼π, in two parts, goes into both series, and
 * the quarter says which of them it is. That is cheaper than to call one of two functions.
 */
function turned(x: number, quarters: number): number {
  const n = Math.round(x * twoOverPi);
  const whole = x - n * half1;
  const part = n * half2;
  const rest = whole - part;
  const low = n * half3 - (whole - rest - part);
  const high = rest - low;
  const tail = rest - high - low;
  const z = high * high;
  const w = z * z;
  const v = z * high;
  const r = s2 + z * (s3 + z * s4) + z * w * (s5 + z * s6);
  const along = high - (z * (0.5 * tail - v * r) - tail - v * s1);
  const q = z * (c1 + z * (c2 + z * c3)) + w * w * (c4 + z * (c5 + z * c6));
  const most = 1 - 0.5 * z;
  const across = most + (1 - most - 0.5 * z + (z * q - high * tail));
  const quarter = (n + quarters) & 3;
  const size = (quarter & 1) === 0 ? along : across;
  return quarter < 2 ? size : -size;
}
