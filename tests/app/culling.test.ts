import { Position as Side } from '@xyflow/react';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CanvasEdge, CanvasNode } from '../../src/app/canvas/adapter.ts';
import {
  boxNow,
  curveOf,
  followed,
  type Kept,
  mayTouch,
  nodesById,
  type Picture,
  partOf,
} from '../../src/app/canvas/scale/culling.ts';
import {
  boundsOf,
  boxInView,
  contains,
  farZoom,
  regionFor,
  touches,
  type View,
} from '../../src/app/canvas/scale/region.ts';
import { type Box, pointOn } from '../../src/drawing/index.ts';

const nothing = new Map<string, { x: number; y: number }>();
const noneKept: Kept = { nodes: new Set(), edges: new Set(), pulled: new Set() };

const place = fc.record({
  x: fc.integer({ min: -4000, max: 4000 }),
  y: fc.integer({ min: -4000, max: 4000 }),
});
const picture: fc.Arbitrary<Picture> = fc
  .array(fc.tuple(place, fc.nat(), place), { minLength: 2, maxLength: 60 })
  .map((items) => ({
    nodes: items.map(([position], i) => nodeAt(i, position)),
    edges: items.map(([, other, label], i) => edgeOf(i, other % items.length, label)),
    style: 'curved',
  }));
const near: fc.Arbitrary<View> = viewWith(fc.double({ min: farZoom, max: 2.5, noNaN: true }));
const anywhere: fc.Arbitrary<View> = viewWith(fc.double({ min: 0.02, max: 2.5, noNaN: true }));

test('near by React Flow is handed all nodes, edges with an end and numbers that are in view', () => {
  fc.assert(
    fc.property(picture, near, near, (all, before, view) => {
      const bounds = boundsOf([
        ...all.nodes.map((node) => boxNow(node, nothing)),
        ...all.edges.map(labelOf),
      ]);
      const region = regionFor(view, bounds, regionFor(before, bounds, null));
      const part = partOf(all, region, noneKept);
      const seen = boxInView(view);
      for (const node of all.nodes) {
        if (touches(boxNow(node, nothing), seen)) expect(part.drawn).toContain(node.id);
      }
      for (const edge of all.edges) {
        const isSeen = part.drawn.has(edge.source) || part.drawn.has(edge.target);
        const hasNumbersInView = touches(labelOf(edge), seen);
        if (isSeen || hasNumbersInView) expect(part.wires).toContain(edge.id);
      }
      for (const edge of part.edges) {
        if (touches(labelOf(edge), seen)) expect(edge.data?.isBare).toBeUndefined();
      }
    }),
  );
});

test('numbers of edges that are out of view are left out, but not of what is selected', () => {
  const all: Picture = {
    nodes: [nodeAt(0, { x: 0, y: 0 }), nodeAt(1, { x: 9000, y: 0 })],
    edges: [edgeOf(1, 0, { x: 4500, y: 0 })],
    style: 'curved',
  };
  const region = regionFor({ x: 0, y: 0, zoom: 1, width: 1000, height: 800 }, null, null);
  const [bare] = partOf(all, region, noneKept).edges;
  expect(bare.data?.isBare).toBe(true);
  // The same object each time: React Flow draws anew what is another.
  expect(partOf(all, region, noneKept).edges[0]).toBe(bare);
  const selected = { ...noneKept, edges: new Set([bare.id]) };
  expect(partOf(all, region, selected).edges[0].data?.isBare).toBeUndefined();
});

test('every edge that is handed over finds both its ends, and only drawn nodes are seen', () => {
  fc.assert(
    fc.property(picture, anywhere, fc.nat(), (all, view, chosen) => {
      const { id, position } = all.nodes[chosen % all.nodes.length];
      const kept = { ...noneKept, nodes: new Set([id]), pulled: new Set([id]) };
      const part = partOf(all, regionFor(view, null, null), kept);
      const place = { x: position.x + 50, y: position.y };
      const now = followed({ ...part, style: 'curved' }, new Map([[id, place]]));
      expect(part.drawn).toContain(id);
      expect(now.nodes.find((node) => node.id === id)?.position).toEqual(place);
      for (const edge of all.edges) {
        if (edge.source === id || edge.target === id) expect(part.wires).toContain(edge.id);
      }
      const given = new Map(part.nodes.map((node) => [node.id, node]));
      for (const { source, target } of part.edges) {
        expect(given.has(source) && given.has(target)).toBe(true);
      }
      for (const node of part.nodes) expect(node.hidden === true).toBe(!part.drawn.has(node.id));
    }),
  );
});

test('no edge is passed over that runs through a region', () => {
  fc.assert(
    fc.property(picture, anywhere, fc.double({ min: 0, max: 1, noNaN: true }), (all, view, t) => {
      const byId = nodesById(all);
      for (const edge of all.edges) {
        const [source, target] = [byId.get(edge.source), byId.get(edge.target)];
        if (!source || !target) continue;
        const point = pointOn(curveOf(edge, source, target, nothing), t);
        const spot = { ...point, width: 0, height: 0 };
        const region = boxInView(view);
        if (touches(region, spot)) expect(mayTouch(region, source, target, nothing)).toBe(true);
        expect(mayTouch(spot, source, target, nothing)).toBe(true);
      }
    }),
  );
});

test('from afar nothing is handed over but what is kept', () => {
  fc.assert(
    fc.property(picture, anywhere, (all, view) => {
      const region = regionFor({ ...view, zoom: farZoom / 2 }, null, null);
      const part = partOf(all, region, { ...noneKept, nodes: new Set(['n1']) });
      expect(part.nodes.map(({ id }) => id)).toEqual(['n1']);
      expect(part.edges).toEqual([]);
    }),
  );
});

test('a region holds the view it is for, and stays while it does', () => {
  fc.assert(
    fc.property(anywhere, anywhere, (before, view) => {
      const old = regionFor(before, null, null);
      expect(contains(old, boxInView(before))).toBe(true);
      expect(regionFor(before, null, old)).toBe(old);
      const bounds: Box = { x: -4000, y: -4000, width: 8000, height: 8000 };
      const region = regionFor(view, bounds, old);
      expect(region.isFar).toBe(view.zoom < farZoom);
      // Beyond the graph there is nothing that would have to be drawn.
      for (const point of corners(boxInView(view))) {
        if (touches(bounds, point)) expect(touches(region, point)).toBe(true);
      }
    }),
  );
});

function viewWith(zoom: fc.Arbitrary<number>): fc.Arbitrary<View> {
  return fc.record({
    x: fc.integer({ min: -5000, max: 5000 }),
    y: fc.integer({ min: -5000, max: 5000 }),
    zoom,
    width: fc.integer({ min: 300, max: 2000 }),
    height: fc.integer({ min: 300, max: 1400 }),
  });
}

function nodeAt(i: number, position: { x: number; y: number }): CanvasNode {
  const node = { id: `n${i}`, op: 'parameter', value: 1 };
  const data = { node, isOutput: false };
  const at = { y: 29, width: 12, height: 12 };
  const handles = [
    { id: '0', type: 'target' as const, position: Side.Left, x: -6, ...at },
    { id: 'out', type: 'source' as const, position: Side.Right, x: 144, ...at },
  ];
  return { id: node.id, type: 'field', position, data, handles, width: 150, height: 70 };
}

function edgeOf(i: number, other: number, at: { x: number; y: number }): CanvasEdge {
  const [source, target] = [`n${other}`, `n${i}`];
  const data = { source, target, port: 0, way: { turn: 0.5, place: at }, isLit: false };
  const ends = { sourceHandle: 'out', targetHandle: '0' };
  return { id: `${source}->${target}:0`, type: 'numbers', source, target, ...ends, data };
}

function labelOf({ data }: CanvasEdge): Box {
  const { x = 0, y = 0 } = data?.way.place ?? {};
  return { x: x - 40, y: y - 19, width: 80, height: 38 };
}

function corners({ x, y, width, height }: Box): Box[] {
  return [x, x + width].flatMap((left) =>
    [y, y + height].map((top) => ({ x: left, y: top, width: 0, height: 0 })),
  );
}
