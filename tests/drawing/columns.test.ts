import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columns, mostByGraphviz } from '../../src/drawing/columns.ts';
import { layout } from '../../src/drawing/index.ts';
import { emptyGraph, type GraphNode } from '../../src/graph/index.ts';

const size = { width: 150, height: 60 };
const item = (id: string) => ({ id, size, inputs: [], outputs: [] });
const edge = (source: string, target: string) => ({
  id: `${source}->${target}:0`,
  source,
  target,
  port: 0,
  from: { node: source, port: 'out' },
  to: { node: target, port: '0' },
});

/** Any graph without cycles: an edge goes from a lower number to a higher one. */
const acyclic = fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { maxLength: 120 }).map((pairs) => ({
  items: Array.from({ length: 61 }, (_, i) => item(`n${i}`)),
  edges: pairs.flatMap(([a, b]) => (a < b ? [edge(`n${a}`, `n${b}`)] : [])),
}));

describe('columns', () => {
  test('keep everything apart, and right of its operands', () => {
    fc.assert(
      fc.property(acyclic, ({ items, edges }) => {
        const places = columns(items, edges);
        const at = (id: string) => places.get(id) ?? { x: Number.NaN, y: Number.NaN };
        for (const { source, target } of edges) {
          expect(at(target).x).toBeGreaterThan(at(source).x + size.width);
        }
        const all = [...places.values()];
        expect(all).toHaveLength(items.length);
        const clashes = all.flatMap((one, i) =>
          all
            .slice(i + 1)
            .filter(
              (other) =>
                Math.abs(one.x - other.x) < size.width && Math.abs(one.y - other.y) < size.height,
            ),
        );
        expect(clashes).toEqual([]);
      }),
    );
  });

  test('stand where things are connected in a circle, too', () => {
    const ring = [edge('a', 'b'), edge('b', 'a')];
    expect(columns([item('a'), item('b')], ring).size).toBe(2);
  });

  test('become several where one would be a tower', () => {
    const items = Array.from({ length: 5000 }, (_, i) => item(`n${i}`));
    const heights = [...columns(items, []).values()].map(({ y }) => y);
    expect(Math.max(...heights) - Math.min(...heights)).toBeLessThan(20_000);
  });
});

test('a graph too large for Graphviz is laid out without it', async () => {
  const nodes = Array.from(
    { length: mostByGraphviz + 1 },
    (_, i): GraphNode =>
      i === 0
        ? { id: 'n0', op: 'input', value: 1 }
        : { id: `n${i}`, op: 'tanh', inputs: [`n${i >> 1}`] },
  );
  const places = await layout(
    { ...emptyGraph, nodes },
    { shapeOf: () => [], titleOf: () => '', widthOf: () => 40 },
    () => Promise.reject(new Error('asked Graphviz')),
  );
  expect(places.size).toBe(nodes.length);
});
