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

/** A tree of nodes, each fed by the one of half its number. */
function tree(size: number): GraphNode[] {
  return Array.from({ length: size }, (_, i) =>
    i === 0
      ? { id: 'n0', op: 'input', value: 1 }
      : { id: `n${i}`, op: 'tanh', inputs: [`n${i >> 1}`] },
  );
}

const needs = { shapeOf: () => [], titleOf: () => '', widthOf: () => 40 };

test('a graph too large for Graphviz is laid out without it', async () => {
  const nodes = tree(mostByGraphviz + 1);
  let asked = 0;
  const places = await layout({ ...emptyGraph, nodes }, needs, () => {
    asked++;
    return Promise.reject(new Error('asked Graphviz'));
  });
  expect(places.size).toBe(nodes.length);
  expect(asked).toBe(0);
});

test('where Graphviz fails, nodes stand in columns all the same', async () => {
  const nodes = tree(20);
  const groups = [{ id: 'g', nodes: ['n5', 'n10', 'n11'] }];
  const places = await layout({ ...emptyGraph, nodes, groups }, needs, () =>
    Promise.reject(new Error('out of memory')),
  );
  expect(places.size).toBe(20);
  expect(new Set([...places.values()].map(({ x, y }) => `${x} ${y}`)).size).toBe(20);
  for (const { id, inputs = [] } of nodes) {
    for (const operand of inputs) {
      const [from, to] = [operand ?? '', id].map((at) => places.get(at)?.x ?? Number.NaN);
      expect(to).toBeGreaterThan(from);
    }
  }
});

test('edges that go on by many columns limit how long Graphviz may look', async () => {
  const asked = async (far: number) => {
    const nodes = Array.from({ length: 300 }, (_, i): GraphNode => {
      if (i === 0) return { id: 'n0', op: 'input', value: 1 };
      return { id: `n${i}`, op: 'add', inputs: [`n${i - 1}`, `n${Math.max(0, i - far)}`] };
    });
    let text = '';
    await layout({ ...emptyGraph, nodes }, needs, (dot) => {
      text = dot;
      return Promise.reject(new Error('not drawn'));
    });
    return text;
  };
  expect(await asked(2)).not.toContain('nslimit');
  expect(await asked(20)).toContain('nslimit=1,');
  expect(await asked(200)).toContain('nslimit=0.1,');
});
