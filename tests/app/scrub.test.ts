import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scrubbed, stepOf } from '../../src/app/fields/scrub.ts';

describe('scrubbing a number', () => {
  it.each([
    [3, 1],
    [-40, 1],
    [0.5, 0.1],
    [0.92, 0.01],
    [1e-8, 1e-8],
    [2.5e-7, 1e-8],
  ])('moves %d by a unit of its last digit', (value, step) => {
    expect(stepOf(value)).toBeCloseTo(step, 12);
  });

  it('leaves no binary dust behind', () => {
    expect(scrubbed(0.1, 2, 0.1)).toBe(0.3);
    expect(scrubbed(0.92, -2, 0.01)).toBe(0.9);
    expect(scrubbed(1e-8, 1, 1e-8)).toBe(2e-8);
  });

  it('comes back to where it was', () => {
    const number = fc.integer({ min: -10_000, max: 10_000 }).map((n) => n / 100);
    fc.assert(
      fc.property(number, fc.integer({ min: -50, max: 50 }), (value, steps) => {
        const step = stepOf(value);
        expect(scrubbed(scrubbed(value, steps, step), -steps, step)).toBeCloseTo(value, 9);
      }),
    );
  });
});
