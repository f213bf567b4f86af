import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Digits, formatNumber } from '../../src/formula/index.ts';

// The largest doubles are left out: rounded to few digits they are no doubles any more.
const finite = fc.double({ noNaN: true, min: -1.7e308, max: 1.7e308 });

describe('a number as people see it', () => {
  test.each([
    [162, '162'],
    [18, '18'],
    [-0.3132616875182228, '-0.313262'],
    [0.19661193324148185, '0.196612'],
    [1.234567e-8, '1.23457e-8'],
    [1234567, '1.23457e6'],
    [123456.4, '123456'],
    [999999.6, '1e6'],
    [0.1 + 0.2, '0.3'],
    [100, '100'],
    [1e21, '1e21'],
    [0.000001, '0.000001'],
    [-1e-7, '-1e-7'],
    [5e-324, '4.94066e-324'],
    [0, '0'],
    [-0, '0'],
    [Number.NaN, 'NaN'],
    [Infinity, '∞'],
    [-Infinity, '-∞'],
  ])('%d has six significant digits: %s', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });

  test.each<[number, Digits, string]>([
    [162, 'decimals-3', '162.000'],
    [0.19661193324148185, 'decimals-3', '0.197'],
    [0.19661193324148185, 'decimals-4', '0.1966'],
    [0.19661193324148185, 'decimals-6', '0.196612'],
    [0.0004, 'decimals-3', '4e-4'],
    [0.0005, 'decimals-3', '0.001'],
    [0.00005, 'decimals-4', '0.0001'],
    [0.0000005, 'decimals-6', '5e-7'],
    [-0.00012345, 'decimals-3', '-1.234e-4'],
    [1e12, 'decimals-4', '1e12'],
    [0, 'decimals-3', '0'],
    [Infinity, 'decimals-3', '∞'],
    [0.1 + 0.2, 'full', '0.30000000000000004'],
    [1e21, 'full', '1e21'],
    [1.5e-7, 'full', '1.5e-7'],
    [100, 'full', '100'],
    [Number.NaN, 'full', 'NaN'],
  ])('%d in %s: %s', (value, digits, text) => {
    expect(formatNumber(value, digits)).toBe(text);
  });

  test('is never off by more than its last digit, nor 0 for what is not 0', () => {
    fc.assert(
      fc.property(finite, (value) => {
        const read = Number(formatNumber(value));
        expect(Math.abs(read - value)).toBeLessThanOrEqual(5.001e-6 * Math.abs(value));
        for (const [digits, places] of [
          ['decimals-3', 3],
          ['decimals-4', 4],
          ['decimals-6', 6],
        ] as const) {
          const rounded = Number(formatNumber(value, digits));
          expect(rounded === 0).toBe(value === 0);
          const last = Math.max(0.5 * 10 ** -places, 10 ** -places * Math.abs(value));
          expect(Math.abs(rounded - value)).toBeLessThanOrEqual(1.001 * last);
        }
      }),
    );
  });

  test('keeps every digit in full precision', () => {
    fc.assert(
      fc.property(finite, (value) => {
        expect(Number(formatNumber(value, 'full'))).toBe(value + 0);
      }),
    );
  });
});
