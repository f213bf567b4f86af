import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box } from '../../src/drawing/index.ts';
import { edgeCurve, labelHeight, placeLabels, pointOn } from '../../src/drawing/index.ts';

const touches = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const around = ({ x, y }: { x: number; y: number }, width: number): Box => ({
  x: x - width / 2,
  y: y - labelHeight / 2,
  width,
  height: labelHeight,
});

describe('places for the numbers of edges', () => {
  it('are in the middle of an edge that has the canvas to itself', () => {
    const curve = edgeCurve({ x: 0, y: 0 }, { x: 200, y: 80 });
    const place = placeLabels([{ id: 'e', curve, width: 40 }], []).get('e');
    expect(place).toEqual(pointOn(curve, 0.5));
  });

  it('keep clear of a node that lies on the middle', () => {
    const curve = edgeCurve({ x: 0, y: 0 }, { x: 400, y: 0 });
    const node = { x: 180, y: -30, width: 40, height: 60 };
    const place = placeLabels([{ id: 'e', curve, width: 40 }], [node]).get('e');
    expect(place && touches(around(place, 40), node)).toBe(false);
  });

  it('keep clear of each other where two edges share their ends', () => {
    const curves = [
      edgeCurve({ x: 0, y: 0 }, { x: 400, y: 0 }),
      edgeCurve({ x: 0, y: 4 }, { x: 400, y: 4 }),
    ];
    const places = placeLabels(
      curves.map((curve, i) => ({ id: `e${i}`, curve, width: 60 })),
      [],
    );
    const [a, b] = [...places.values()].map((place) => around(place, 60));
    expect(touches(a, b)).toBe(false);
  });

  it('lie on their own edge, and the same picture gives the same places', () => {
    const point = fc.record({
      x: fc.integer({ min: 0, max: 900 }),
      y: fc.integer({ min: 0, max: 600 }),
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(point, point), { maxLength: 12 }), (ends) => {
        const edges = ends.map(([from, to], i) => ({
          id: `e${i}`,
          curve: edgeCurve(from, to),
          width: 50,
        }));
        const places = placeLabels(edges, []);
        for (const { id, curve } of edges) {
          const place = places.get(id);
          const near = Array.from({ length: 401 }, (_, i) => pointOn(curve, i / 400)).some(
            ({ x, y }) => place !== undefined && Math.hypot(place.x - x, place.y - y) < 6,
          );
          expect(near).toBe(true);
        }
        expect(placeLabels(edges, [])).toEqual(places);
      }),
      { numRuns: 30 },
    );
  });
});
