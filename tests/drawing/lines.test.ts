import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { curvePath, edgeCurve, pointOn } from '../../src/drawing/index.ts';

const place = fc.record({
  x: fc.integer({ min: -900, max: 900 }),
  y: fc.integer({ min: -900, max: 900 }),
});
const styles = ['curved', 'straight', 'stepped'] as const;

describe.each(styles)('a %s line', (style) => {
  test('begins at one port and ends at the other', () => {
    fc.assert(
      fc.property(place, place, fc.constantFrom(0.16, 0.5, 0.84), (from, to, turn) => {
        const curve = edgeCurve(from, to, turn);
        expect(pointOn(curve, 0, style)).toEqual(from);
        const end = pointOn(curve, 1, style);
        expect(end.x).toBeCloseTo(to.x, 6);
        expect(end.y).toBeCloseTo(to.y, 6);
        const path = curvePath(curve, style);
        expect(path.startsWith(`M${from.x},${from.y} `)).toBe(true);
        expect(path.endsWith(`${to.x},${to.y}`)).toBe(true);
      }),
    );
  });
});

test('a straight line has its numbers on the straight line', () => {
  const curve = edgeCurve({ x: 0, y: 0 }, { x: 100, y: 40 }, 0.16);
  expect(pointOn(curve, 0.25, 'straight')).toEqual({ x: 25, y: 10 });
});

test('a stepped line runs level or upright, and its numbers stand on it', () => {
  fc.assert(
    fc.property(place, place, (from, to) => {
      const curve = edgeCurve(from, to, 0.3);
      const points = Array.from({ length: 60 }, (_, i) => pointOn(curve, i / 59, 'stepped'));
      const turns = points.slice(1).filter((point, i) => {
        const { x, y } = points[i];
        return Math.abs(point.x - x) > 1e-6 && Math.abs(point.y - y) > 1e-6;
      });
      // A step between two of the points goes round a corner at most as often as there are corners.
      expect(turns.length).toBeLessThanOrEqual(4);
    }),
  );
});
