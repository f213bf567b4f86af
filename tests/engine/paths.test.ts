import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nodeGradient, pathsFrom } from '../../src/engine/index.ts';
import { edgesOf, type Graph } from '../../src/graph/index.ts';
import { graphOf, leaf, node } from '../support/apply.ts';
import { traceOf } from '../support/evaluated.ts';
import { anyGraph, tameGraph } from '../support/graphs.ts';

/** All ways from a node to another by plain recursion, each as the ids of its edges. */
function walk(graph: Graph, from: string, to: string): string[][] {
  if (from === to) return [[]];
  return edgesOf(graph)
    .filter(({ source }) => source === from)
    .flatMap(({ id, target }) => walk(graph, target, to).map((rest) => [id, ...rest]));
}

test('are all ways to the output, each once', () => {
  fc.assert(
    fc.property(anyGraph({ most: 9 }), (graph) => {
      const it = traceOf(graph);
      const { output } = it.program;
      if (output === undefined) return;
      for (const { id } of graph.nodes) {
        const expected = walk(graph, id, output);
        const { total, listed } = pathsFrom(it, id, 1000);
        expect(total).toBe(expected.length);
        if (total > 1000) continue;
        const found = listed.map(({ edges }) => edges.join());
        expect(found.sort()).toEqual(expected.map((edges) => edges.join()).sort());
      }
    }),
  );
});

test('have products that add up to the gradient', () => {
  fc.assert(
    fc.property(tameGraph, (graph) => {
      const it = traceOf(graph);
      for (const { id } of graph.nodes) {
        const { total, sum, listed } = pathsFrom(it, id, 1000);
        const gradient = nodeGradient(it.program, id);
        if (total === 0) {
          expect(gradient).toEqual(typeof gradient === 'number' ? 0 : expect.anything());
        }
        if (sum === null) continue;
        expect(typeof gradient).toBe('number');
        const scale = Math.max(1, ...listed.map(({ product }) => Math.abs(product ?? 0)));
        expect(Math.abs(sum - Number(gradient))).toBeLessThan(1e-9 * scale);
      }
    }),
  );
});

test('come in the order in which the backward pass adds them: 36 + 27 = 63', () => {
  const graph = graphOf(
    leaf('b', 4),
    leaf('c', 3),
    leaf('d', 2),
    node('m', 'multiply', 'c', 'b'),
    node('n', 'multiply', 'b', 'd'),
    leaf('k', 6),
    node('x', 'add', 'm', 'k'),
    leaf('one', 1),
    node('y', 'add', 'n', 'one'),
    node('z', 'multiply', 'x', 'y'),
  );
  expect(pathsFrom(traceOf(graph), 'b')).toEqual({
    total: 2,
    sum: 63,
    listed: [
      {
        nodes: ['b', 'n', 'y', 'z'],
        edges: ['b->n:0', 'n->y:0', 'y->z:1'],
        locals: [2, 1, 18],
        product: 36,
      },
      {
        nodes: ['b', 'm', 'x', 'z'],
        edges: ['b->m:1', 'm->x:0', 'x->z:0'],
        locals: [3, 1, 9],
        product: 27,
      },
    ],
  });
});

test('of which there are more than anybody can walk are counted, and the first are listed', () => {
  const nodes = [leaf('n0', 1)];
  for (let i = 1; i <= 60; i++) nodes.push(node(`n${i}`, 'add', `n${i - 1}`, `n${i - 1}`));
  const { total, listed, sum } = pathsFrom(traceOf(graphOf(...nodes)), 'n0', 5);
  expect(total).toBe(2 ** 60);
  expect(listed).toHaveLength(5);
  expect(listed[1].edges.at(-1)).toBe('n59->n60:1');
  expect(sum).toBeNull();
});

test('are none from what the output does not need, and a way of no edges from itself', () => {
  const graph = { ...graphOf(leaf('a', 1), leaf('b', 2), node('y', 'exp', 'a')), output: 'y' };
  expect(pathsFrom(traceOf(graph), 'b')).toEqual({ total: 0, listed: [], sum: null });
  expect(pathsFrom(traceOf(graph), 'nobody').total).toBe(0);
  expect(pathsFrom(traceOf(graph), 'y')).toMatchObject({ total: 1, sum: 1 });
});

test('through matrices have no product', () => {
  const graph = graphOf(leaf('A', [[1, 2]]), leaf('B', [1, 2]), node('C', 'matmul', 'A', 'B'));
  const { listed, sum } = pathsFrom(traceOf(graph), 'A');
  expect(listed).toMatchObject([{ nodes: ['A', 'C'], locals: [null], product: null }]);
  expect(sum).toBeNull();
});
