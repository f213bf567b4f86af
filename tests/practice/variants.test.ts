import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { domainProblems, nodeGradient, nodeValue } from '../../src/engine/index.ts';
import { formatNumber } from '../../src/formula/index.ts';
import {
  type Exercise,
  findNode,
  type Graph,
  type Range,
  readGraph,
  writeGraph,
} from '../../src/graph/index.ts';
import { suggestRanges, variant } from '../../src/practice/variants.ts';
import { graphOf, leaf, node, run, scalar } from '../support/apply.ts';
import { anyExerciseGraph } from '../support/exercises.ts';

function varied(graph: Graph, ranges: Readonly<Record<string, Range>>): Graph {
  return { ...graph, exercise: { version: 1, asked: [], variants: { ranges } } };
}

const seeds = Array.from({ length: 40 }, (_, seed) => seed);
const upTo = (to: number, from = 1, step = 1): Range => ({ from, to, step });

/** z = (2w + 3b)(2b + 1), as in the example the page opens on. */
const linear = varied(
  graphOf(
    ...[leaf('w', 3), leaf('b', 4), leaf('c2', 2), leaf('c3', 3), leaf('c1', 1)],
    ...[node('u', 'multiply', 'c2', 'w'), node('v', 'multiply', 'c3', 'b')],
    ...[node('x', 'add', 'u', 'v'), node('t', 'multiply', 'c2', 'b'), node('y', 'add', 't', 'c1')],
    node('z', 'multiply', 'x', 'y'),
  ),
  { w: upTo(9, -9), b: upTo(9, -9) },
);

const drawn = (graph: Graph, ...ids: readonly string[]) =>
  ids.map((id) => findNode(graph, id)?.value);

describe('a variant', () => {
  test('has the numbers of its seed, everywhere the same', () => {
    const pairs = [0, 1, 2, 4294967295].map((seed) => drawn(variant(linear, seed), 'w', 'b'));
    expect(pairs).toEqual([
      [-3, 4],
      [5, -3],
      [2, -8],
      [-4, -2],
    ]);
  });

  test('differs from its graph in the leaves that vary alone', () => {
    for (const seed of seeds) {
      const graph = variant(linear, seed);
      const { w, b } = { w: findNode(graph, 'w'), b: findNode(graph, 'b') };
      const nodes = linear.nodes.map((node) => (node.id === 'w' ? w : node.id === 'b' ? b : node));
      expect(graph).toEqual({ ...linear, nodes });
    }
    expect(new Set(seeds.map((seed) => writeGraph(variant(linear, seed)))).size).toBeGreaterThan(
      20,
    );
  });

  test('draws what its ranges hold, in decimals as people write them', () => {
    const graph = varied(graphOf(leaf('a', 1), node('q', 'square', 'a')), {
      a: upTo(0.7, 0.1, 0.1),
    });
    const tenths = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7];
    const found = new Set(seeds.map((seed) => scalar(drawn(variant(graph, seed), 'a')[0])));
    expect([...found].sort()).toEqual(tenths);
  });

  test('of any exercise is a file like it, with leaves inside their ranges', () => {
    fc.assert(
      fc.property(anyExerciseGraph, fc.nat(2 ** 32 - 1), (graph, seed) => {
        const result = variant(graph, seed);
        expect(readGraph(writeGraph(result))).toEqual({ ok: true, graph: result });
        const ranges = Object.entries(graph.exercise?.variants?.ranges ?? {});
        for (const [id, { from, to }] of ranges) {
          const value = scalar(findNode(result, id)?.value);
          if (value === findNode(graph, id)?.value) continue;
          expect(value).toBeGreaterThanOrEqual(from);
          expect(value).toBeLessThanOrEqual(to);
        }
        expect(result.exercise).toEqual(graph.exercise);
      }),
    );
  });

  test('stays in its domain, off zeros and off kinks', () => {
    const graph = varied(
      graphOf(
        ...[leaf('a', 1), leaf('b', 2), leaf('c', 3)],
        ...[node('d', 'subtract', 'a', 'b'), node('l', 'ln', 'd'), node('s', 'sqrt', 'c')],
        ...[node('m', 'max', 'a', 'c'), node('r', 'relu', 'l'), node('e', 'divide', 's', 'b')],
        node('z', 'add', 'm', 'r', 'e'),
      ),
      { a: upTo(5, -5), b: upTo(5, -5), c: upTo(5, -5) },
    );
    for (const seed of seeds) {
      const result = variant(graph, seed);
      const program = run(result);
      expect(domainProblems(program)).toEqual([]);
      for (const { id } of result.nodes) expect(nodeValue(program, id), id).not.toBe(0);
      for (const id of ['a', 'b', 'c']) expect(nodeGradient(program, id)).not.toBe(0);
      expect(nodeValue(program, 'a')).not.toBe(nodeValue(program, 'c'));
    }
  });

  test('prefers numbers that show in full', () => {
    const root = varied(graphOf(leaf('a', 1), node('s', 'sqrt', 'a')), { a: upTo(25) });
    const ratio = varied(graphOf(leaf('a', 1), leaf('b', 1), node('q', 'divide', 'a', 'b')), {
      a: upTo(9),
      b: upTo(9),
    });
    for (const seed of seeds) {
      const [a] = drawn(variant(root, seed), 'a');
      expect(Math.sqrt(scalar(a)) % 1).toBe(0);
      const program = run(variant(ratio, seed));
      for (const number of [nodeValue(program, 'q'), nodeGradient(program, 'b')])
        expect(formatNumber(scalar(number)).length).toBeLessThan(7);
    }
  });

  test('keeps a bug that is to be found wrong', () => {
    const product = graphOf(leaf('a', 2), leaf('b', 2), node('q', 'multiply', 'a', 'b'));
    const exercise: Exercise = {
      version: 1,
      kind: 'find-bug',
      asked: [],
      bug: { quantity: 'contribution:a->q:0', mistake: 'other-operand' },
      variants: { ranges: { a: upTo(3, 2), b: upTo(3, 2) } },
    };
    for (const seed of seeds) {
      const [a, b] = drawn(variant({ ...product, exercise }, seed), 'a', 'b');
      expect(a).not.toBe(b);
    }
  });

  test('of a graph that varies nothing, or has no draw without problems, is the graph', () => {
    const { exercise: _, ...plain } = linear;
    expect(variant(plain, 3)).toBe(plain);
    const hopeless = varied(graphOf(leaf('a', 2), node('l', 'ln', 'a')), { a: upTo(0, -9) });
    expect(variant(hopeless, 3)).toBe(hopeless);
  });
});

describe('suggested ranges', () => {
  const around = (value: number) => suggestRanges(graphOf(leaf('a', value))).a;

  test.each([
    [3, upTo(5)],
    [8, upTo(12)],
    [-2, upTo(-1, -5)],
    [0, upTo(2, -2)],
    [0.1, upTo(0.5, 0.1, 0.1)],
    [-0.3, upTo(-0.1, -0.5, 0.1)],
    [1.5, upTo(2.5, 0.5, 0.5)],
    [2104, upTo(3200, 1000, 100)],
  ])('around %f are of its size and sign', (value, range) => {
    expect(around(value)).toEqual(range);
  });

  test('are for single numbers that may change', () => {
    const graph = graphOf(
      leaf('w', 3),
      { id: 'k', op: 'constant', value: 2 },
      leaf('v', [1, 2]),
      { id: 'open', op: 'parameter' },
      ...[leaf('target', 1), leaf('y', 0), leaf('yield', 250)],
      node('z', 'multiply', 'w', 'k', 'v', 'y', 'yield'),
      node('L', 'binaryCrossEntropyWithLogits', 'z', 'target'),
    );
    expect(Object.keys(suggestRanges(graph))).toEqual(['w', 'yield']);
  });

  test('can be read with their graph, and hold the number they are around or one like it', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const range = around(value);
        expect(range === undefined).toBe(Math.abs(value) > 1e12);
        if (range === undefined) return;
        const graph = varied(graphOf(leaf('a', value)), { a: range });
        expect(readGraph(writeGraph(graph))).toEqual({ ok: true, graph });
        const steps = (range.to - range.from) / range.step;
        expect(steps).toBeCloseTo(Math.round(steps), 6);
        expect(steps).toBeGreaterThanOrEqual(4);
        expect(steps).toBeLessThan(160);
        expect(value).toBeGreaterThanOrEqual(range.from - range.step);
        expect(value).toBeLessThanOrEqual(range.to + range.step);
      }),
    );
  });
});
