import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Box, nearestFree } from '../../src/drawing/index.ts';

const place = fc.record({
  x: fc.integer({ min: -400, max: 400 }),
  y: fc.integer({ min: -400, max: 400 }),
});
const size = fc.record({
  width: fc.integer({ min: 10, max: 300 }),
  height: fc.integer({ min: 10, max: 300 }),
});
const boxes = fc.array(
  fc.tuple(place, size).map(([at, size]): Box => ({ ...at, ...size })),
  {
    maxLength: 40,
  },
);

/** Whether two boxes are at least so far apart in one direction. */
function areApart(a: Box, b: Box, margin: number): boolean {
  return (
    a.x + a.width + margin <= b.x ||
    b.x + b.width + margin <= a.x ||
    a.y + a.height + margin <= b.y ||
    b.y + b.height + margin <= a.y
  );
}

describe('a free place', () => {
  test('is the wanted one where nothing is in the way', () => {
    const taken = [{ x: 0, y: 0, width: 100, height: 100 }];
    const size = { width: 50, height: 50 };
    expect(nearestFree(taken, size, { x: 130, y: 10 }, 20)).toEqual({ x: 130, y: 10 });
    expect(nearestFree([], size, { x: 3, y: 4 }, 20)).toEqual({ x: 3, y: 4 });
  });

  test('is the next one beside what is in the way', () => {
    const taken = [{ x: 0, y: 0, width: 100, height: 400 }];
    const { x, y } = nearestFree(taken, { width: 50, height: 50 }, { x: 70, y: 200 }, 10);
    expect(y).toBe(200);
    expect(x).toBeGreaterThanOrEqual(110);
    expect(x).toBeLessThan(110 + 32);
  });

  test('is no farther left than may be', () => {
    fc.assert(
      fc.property(boxes, size, place, (taken, size, at) => {
        const { x } = nearestFree(taken, size, at, 20, at.x);
        expect(x).toBeGreaterThanOrEqual(at.x);
      }),
    );
  });

  test('keeps clear of everything, wherever it was wanted', () => {
    fc.assert(
      fc.property(
        boxes,
        size,
        place,
        fc.integer({ min: 0, max: 40 }),
        (taken, size, at, margin) => {
          const box = { ...nearestFree(taken, size, at, margin), ...size };
          for (const other of taken) expect(areApart(box, other, margin)).toBe(true);
        },
      ),
    );
  });

  test('is below everything where there is none far and wide', () => {
    const taken = [{ x: -9000, y: -9000, width: 18_000, height: 18_000 }];
    expect(nearestFree(taken, { width: 50, height: 50 }, { x: 0, y: 0 }, 20).y).toBe(9020);
  });
});
