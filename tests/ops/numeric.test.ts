import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cosine,
  exponential,
  hyperbolicTangent,
  logarithm,
  logarithm1p,
  powerOf,
  sine,
} from '../../src/ops/index.ts';

const double = new Float64Array(1);
const bits = new BigInt64Array(double.buffer);

/** Which double a number is, counted through from −∞ to ∞. */
function place(x: number): bigint {
  double[0] = x;
  return bits[0] < 0n ? -(bits[0] & 0x7fffffffffffffffn) : bits[0];
}

/** What the platform gives is off by less than one in the last place; so is ours, or at most by two. */
function expectNear(got: number, wanted: number, what: string): void {
  if (Object.is(got, wanted)) return;
  const apart = place(got) - place(wanted);
  const isNear = !Number.isNaN(got) && apart >= -3n && apart <= 3n;
  expect(isNear, `${what}: ${got}, not ${wanted}`).toBe(true);
}

const number = fc.double({ noNaN: true, noDefaultInfinity: true });
const functions = [
  ['exponential', exponential, Math.exp, fc.double({ min: -750, max: 712, noNaN: true })],
  ['logarithm', logarithm, Math.log, fc.double({ min: 0, noNaN: true })],
  ['logarithm1p', logarithm1p, Math.log1p, fc.double({ min: -1, noNaN: true })],
  ['sine', sine, Math.sin, fc.double({ min: -1e6, max: 1e6, noNaN: true })],
  ['cosine', cosine, Math.cos, fc.double({ min: -1e6, max: 1e6, noNaN: true })],
  [
    'hyperbolicTangent',
    hyperbolicTangent,
    Math.tanh,
    fc.double({ min: -30, max: 30, noNaN: true }),
  ],
] as const;

const borders = [
  0, -0, 1, -1, 0.5, 2, -2, 1e-320, 1e300, -8, 709.78, 709.79, -745.1, -745.2,
].concat([
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  Number.MAX_VALUE,
  5e-324,
]);

describe.each(functions)('%s', (name, ours, built, numbers) => {
  test('is what is built in, but for the last place', () => {
    fc.assert(
      fc.property(numbers, (x) => expectNear(ours(x), built(x), `${name}(${x})`)),
      { numRuns: 3000 },
    );
    fc.assert(
      fc.property(fc.double({ min: -4, max: 4, noNaN: true }), (x) =>
        expectNear(ours(x), built(x), `${name}(${x})`),
      ),
      { numRuns: 3000 },
    );
  });

  test.each(borders)('has the same borders: %d', (x) => {
    expectNear(ours(x), built(x), `${name}(${x})`);
  });
});

describe('powerOf', () => {
  test('is **, but for the last place', () => {
    const exponent = fc.oneof(fc.double({ min: -40, max: 40, noNaN: true }), fc.integer(), number);
    const base = fc.oneof(fc.double({ min: 0, max: 5, noNaN: true }), number);
    fc.assert(
      fc.property(base, exponent, (a, b) => expectNear(powerOf(a, b), a ** b, `${a} ** ${b}`)),
      { numRuns: 5000 },
    );
  });

  test('has the same borders', () => {
    const exponents = [...borders, 3, -3, 1 / 3, 1e10, -1e10, 1075, -1075, 2 ** 53];
    for (const a of borders) {
      for (const b of exponents) expectNear(powerOf(a, b), a ** b, `${a} ** ${b}`);
    }
  });
});

test('the same bits come out wherever this runs', () => {
  let sum = 0n;
  const add = (x: number) => {
    double[0] = x;
    sum = (sum * 1099511628211n + (bits[0] & 0xffffffffffffffffn)) & 0xffffffffffffffffn;
  };
  for (let i = -2000; i <= 2000; i++) {
    const x = i / 97;
    add(exponential(x));
    add(logarithm(Math.abs(x)));
    add(logarithm1p(x / 21));
    add(sine(x));
    add(cosine(x));
    add(hyperbolicTangent(x));
    add(powerOf(Math.abs(x), x / 7));
  }
  expect(sum.toString(16)).toBe('29d3ab877f3cc8d7');
});

test('operations and training use nothing that differs from platform to platform', () => {
  const own =
    /Math\.(?:exp|expm1|log|log1p|log2|log10|sin|cos|tan|tanh|sinh|cosh|pow|cbrt|hypot)\(/;
  const root = new URL('../../src/', import.meta.url);
  const files = ['ops', 'training'].flatMap((room) =>
    readdirSync(new URL(room, root), { recursive: true })
      .map((file) => `${room}/${String(file).replaceAll('\\', '/')}`)
      .filter((file) => file.endsWith('.ts')),
  );
  expect(files.length).toBeGreaterThan(50);
  const offenders = files.filter((file) => own.test(readFileSync(new URL(file, root), 'utf8')));
  // Beyond a million turns sine and cosine are the platform's.
  expect(offenders).toEqual(['ops/numeric/circle.ts']);
});
