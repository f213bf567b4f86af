import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Nudge, nodeValue, nudge, prepareProbes, worstNudge } from '../../src/engine/index.ts';
import type { Graph } from '../../src/graph/index.ts';
import { flatten, type Tensor, unflatten } from '../../src/ops/index.ts';
import { graphOf, leaf, node, run } from '../support/apply.ts';
import { tameGraph } from '../support/graphs.ts';

function nudged(graph: Graph, id: string, epsilon: number, element = 0): Nudge {
  const result = nudge(prepareProbes(run(graph)), id, element, epsilon);
  if (result === undefined) throw new Error(`${id} cannot be nudged`);
  return result;
}

/** J = w² at w = 3. */
const square = graphOf(leaf('w', 3), node('J', 'square', 'w'));

/** J = ½(wx + b − y)², node by node. */
const line = graphOf(
  leaf('w', 2),
  leaf('b', 8),
  leaf('x', -2),
  leaf('y', 2),
  node('c', 'multiply', 'w', 'x'),
  node('a', 'add', 'c', 'b'),
  node('d', 'subtract', 'a', 'y'),
  leaf('half', 0.5),
  node('d2', 'square', 'd'),
  node('J', 'multiply', 'half', 'd2'),
);

const relu = (x: number) => graphOf(leaf('x', x), node('y', 'relu', 'x'));

/** A function of x whose graph is y = op(k · x). */
const scaled = (op: string, k: number, x: number) =>
  graphOf(leaf('k', k), leaf('x', x), node('m', 'multiply', 'k', 'x'), node('y', op, 'm'));

describe('nudging w² at 3', () => {
  test.each([
    [0.001, 0.006001, 6.001],
    [0.002, 0.012004, 6.002],
    [1e-6, 6.000001e-6, 6.000001],
    [0.01, 0.0601, 6.01],
  ])('by %d', (epsilon, increase, ratio) => {
    const { right, left, central, gradient, output } = nudged(square, 'w', epsilon);
    expect(output).toBe(9);
    expect(right.change).toBeCloseTo(increase, 12);
    expect(right.slope).toBeCloseTo(ratio, 8);
    expect(left.change).toBeCloseTo(increase * ((ratio - 12) / ratio), 12);
    expect(left.slope).toBeCloseTo(12 - ratio, 8);
    expect([right.step, left.step, central.step]).toEqual([epsilon, -epsilon, 2 * epsilon]);
    expect(central.slope).toBeCloseTo(6, 8);
    expect(gradient).toBe(6);
  });

  test('the slopes differ by curvature, and by less than is shown where the step is small', () => {
    expect(nudged(square, 'w', 0.001).cause).toBe('curvature');
    expect(nudged(square, 'w', 1e-7).cause).toBe('none');
  });
});

describe('nudging every node of ½(wx + b − y)² by 0.001', () => {
  test.each([
    ['d', 2.0020005],
    ['a', 2.0020005],
    ['c', 2.0020005],
    ['b', 2.0020005],
    ['w', 1.996002],
  ])('%s makes J %d', (id, J) => {
    const { output, right } = nudged(line, id, 0.001);
    expect(output).toBe(2);
    expect(output + right.change).toBeCloseTo(J, 12);
  });

  test('d by 0.01 makes J 2.02005', () => {
    const { output, right } = nudged(line, 'd', 0.01);
    expect(output + right.change).toBeCloseTo(2.02005, 12);
  });

  test('the output itself moves as far as it is moved', () => {
    const { right, gradient, cause } = nudged(line, 'J', 0.25);
    expect([right.change, gradient, cause]).toEqual([0.25, 1, 'none']);
  });

  test('what is made from a node follows, what it is made from stays', () => {
    const graph = graphOf(leaf('b', 4), node('s', 'square', 'b'), node('z', 'multiply', 's', 'b'));
    expect(nudged(graph, 'b', 0.5).right.change).toBe(4.5 ** 3 - 64);
    const chain = graphOf(leaf('b', 2), node('s', 'square', 'b'), node('z', 'square', 's'));
    expect(nudged(chain, 's', 0.5).right.change).toBe(4.5 ** 2 - 16);
    // s moves alone: b, from which it is made, stays.
    expect(nudged(graph, 's', 0.5).right.change).toBe(16.5 * 4 - 64);
  });
});

describe('the cause', () => {
  test.each<[Nudge['cause'], string, Graph, number]>([
    ['none', 'a line', scaled('identity', 4, 3), 0.5],
    ['none', 'a flat stretch', relu(-1), 0.001],
    ['curvature', 'a parabola at its foot', graphOf(leaf('x', 0), node('y', 'square', 'x')), 0.1],
    ['curvature', 'bends that cancel', scaled('sin', 1, 0), 0.5],
    ['curvature', 'a bend much sharper than the step', scaled('softplus', 1e4, 1e-5), 0.001],
    ['curvature', 'a step to which waves are short', scaled('sin', 1e5, 0.3), 0.001],
    ['curvature', 'a steep rise', scaled('sigmoid', 1e5, 1e-6), 0.001],
    ['kink', 'relu at 0', relu(0), 0.001],
    ['kink', 'relu at 0 with a tiny step', relu(0), 1e-12],
    ['kink', 'a tie', graphOf(leaf('x', 2), leaf('z', 2), node('y', 'max', 'z', 'x')), 0.1],
    [
      'kink',
      'a tie at a tiny step',
      graphOf(leaf('x', 2), leaf('z', 2), node('y', 'max', 'z', 'x')),
      1e-10,
    ],
    ['near-kink', 'relu near 0', relu(0.0004), 0.001],
    ['near-kink', 'relu near 0 from below', relu(-0.0009), 0.001],
    ['jump', 'a step at its edge', graphOf(leaf('x', 0), node('y', 'step', 'x')), 0.001],
    ['jump', 'a step near its edge', graphOf(leaf('x', 0.0007), node('y', 'step', 'x')), 0.001],
    ['rounding', 'a step that is too small', square, 1e-12],
    ['rounding', 'a step that is lost', square, 1e-17],
    [
      'rounding',
      'big numbers that cancel',
      graphOf(
        leaf('x', 1),
        leaf('big', 1e12),
        node('s', 'add', 'x', 'big'),
        node('y', 'subtract', 's', 'big'),
      ),
      0.001,
    ],
    [
      'not-finite',
      'a logarithm that the step leaves',
      graphOf(leaf('x', 0.1), node('y', 'ln', 'x')),
      1,
    ],
    ['not-finite', 'an infinite derivative', graphOf(leaf('x', 0), node('y', 'sqrt', 'x')), 0.001],
    ['not-finite', 'no value', graphOf(leaf('x', -1), node('y', 'ln', 'x')), 0.001],
  ])('is %s for %s', (cause, _, graph, epsilon) => {
    const id = graph === square ? 'w' : 'x';
    expect(nudged(graph, id, epsilon).cause).toBe(cause);
  });

  test('tells the place of a kink or jump', () => {
    expect(nudged(relu(0), 'x', 0.001)).toMatchObject({ cause: 'kink', place: 0 });
    expect(nudged(relu(0.0004), 'x', 0.001).place).toBeCloseTo(0, 9);
    const step = graphOf(leaf('x', -0.0007), node('y', 'step', 'x'));
    expect(nudged(step, 'x', 0.001).place).toBeCloseTo(0, 9);
  });

  test('is a kink wherever within the step it is, and however the function is curved', () => {
    const x = fc.double({ min: -1, max: 1, noNaN: true });
    const within = fc.double({ min: -0.8, max: 0.8, noNaN: true });
    const epsilon = fc.integer({ min: 1, max: 8 }).map((digits) => 10 ** -digits);
    fc.assert(
      fc.property(x, within, epsilon, (x, within, epsilon) => {
        const kink = x + within * epsilon;
        const graph = graphOf(
          leaf('x', x),
          leaf('t', kink),
          node('d', 'subtract', 'x', 't'),
          node('r', 'relu', 'd'),
          node('e', 'exp', 'x'),
          node('y', 'add', 'r', 'e'),
        );
        const { cause, place = Number.NaN } = nudged(graph, 'x', epsilon);
        expect(['kink', 'near-kink']).toContain(cause);
        expect(Math.abs(place - kink)).toBeLessThan(0.01 * epsilon);
      }),
    );
  });

  test('is unreached where the output does not depend on the node', () => {
    const graph = { ...graphOf(leaf('x', 1), leaf('z', 1), node('y', 'square', 'x')), output: 'x' };
    for (const id of ['z', 'y']) {
      const { right, left, central, gradient, cause } = nudged(graph, id, 0.1);
      const slopes = [right.slope, left.slope, central.slope, gradient];
      expect(slopes.every((slope) => slope === 0)).toBe(true);
      expect(cause).toBe('unreached');
    }
  });

  test('is none of these where the gradient is wrong', () => {
    const program = run(square);
    program.gradients[program.slots[0]] += 1e-3;
    expect(nudge(prepareProbes(program), 'w', 0, 0.001)?.cause).toBe('unexplained');
  });

  test('is none of these where conventions at kinks add up to no slope', () => {
    // relu(x) − relu(−x) is x, but at 0 both derivatives are 0 by convention.
    const graph = graphOf(
      leaf('x', 0),
      node('p', 'relu', 'x'),
      node('n', 'negate', 'x'),
      node('r', 'relu', 'n'),
      node('y', 'subtract', 'p', 'r'),
    );
    expect(nudged(graph, 'x', 0.001).cause).toBe('unexplained');
    expect(nudged(graph, 'n', 0.001).cause).toBe('kink');
  });
});

describe('any graph', () => {
  test('has a gradient at every element of every node that some cause leads to', () => {
    fc.assert(
      fc.property(tameGraph, fc.constantFrom(0.1, 1e-3, 1e-6, 1e-10), (graph, epsilon) => {
        const probes = prepareProbes(run(graph));
        const unexplained = graph.nodes.flatMap(({ id }) =>
          flatten(nodeValue(probes.program, id) ?? []).flatMap((_, element) => {
            const result = nudge(probes, id, element, epsilon);
            return result?.cause === 'unexplained' ? [result] : [];
          }),
        );
        expect(unexplained).toEqual([]);
      }),
    );
  });

  test('has neither kinks nor jumps where its ops have none', () => {
    const sharp = 'relu leakyRelu abs max min step hinge absoluteError zeroOneLoss'.split(' ');
    const smooth = tameGraph.filter(({ nodes }) => nodes.every(({ op }) => !sharp.includes(op)));
    fc.assert(
      fc.property(smooth, fc.constantFrom(0.01, 1e-3, 1e-6, 1e-9, 1e-12), (graph, epsilon) => {
        const probes = prepareProbes(run(graph));
        const causes = graph.nodes.map(({ id }) => worstNudge(probes, id, epsilon)?.cause);
        expect(['none', 'unreached', 'curvature', 'rounding']).toEqual(
          expect.arrayContaining([...new Set(causes)]),
        );
      }),
    );
  });

  test('moves as if the node were a leaf of that value', () => {
    fc.assert(
      fc.property(tameGraph, fc.nat(), fc.nat(), (graph, pick, at) => {
        const program = run(graph);
        const before = [program.values.slice(), program.gradients.slice()];
        const { id } = graph.nodes[pick % graph.nodes.length];
        const numbers = flatten(nodeValue(program, id) ?? 0);
        const element = at % numbers.length;
        const result = nudge(prepareProbes(program), id, element, 0.01);
        expect([program.values, program.gradients]).toEqual(before);

        const moved = numbers.map((x, i) => (i === element ? x + 0.01 : x));
        const other = run(
          withLeaf(graph, id, unflatten(moved, program.shapes[program.index.get(id) ?? 0] ?? [])),
        );
        const sum = flatten(nodeValue(other, graph.output ?? '') ?? 0).reduce((a, b) => a + b, 0);
        expect(result && result.output + result.right.change).toBeCloseTo(sum, 9);
      }),
    );
  });
});

describe('the worst nudge of a tensor', () => {
  const graph = graphOf(leaf('x', [1, 0, 3, 4]), node('y', 'relu', 'x'), node('s', 'square', 'y'));

  test('is the one farthest from its gradient', () => {
    const kinked = graphOf(leaf('x', [1, 0, 3]), node('y', 'relu', 'x'));
    const probes = prepareProbes(run(kinked));
    expect(worstNudge(probes, 'x', 0.001)).toMatchObject({ element: 1, cause: 'kink' });
  });

  test('looks at no more elements than it is told to', () => {
    const probes = prepareProbes(run(graph));
    const few = worstNudge(probes, 'x', 0.001, 2);
    expect([0, 2]).toContain(few?.element);
  });
});

test('there is nothing to nudge without a value, an output or such an element', () => {
  const open = graphOf(leaf('x', 1), node('n', 'ln', null), node('y', 'square', 'x'));
  expect(nudge(prepareProbes(run(open)), 'n', 0, 0.1)).toBeUndefined();
  expect(nudge(prepareProbes(run(open)), 'x', 1, 0.1)).toBeUndefined();
  expect(nudge(prepareProbes(run(open)), 'nobody', 0, 0.1)).toBeUndefined();
  const without = run({ ...graphOf(leaf('x', 1), leaf('z', 1)), output: undefined });
  expect(worstNudge(prepareProbes(without), 'x', 0.1)).toBeUndefined();
});

/** The graph with a leaf in the place of a node. */
function withLeaf(graph: Graph, id: string, value: Tensor): Graph {
  const nodes = graph.nodes.map((node) => (node.id === id ? leaf(id, value) : node));
  return { ...graph, nodes };
}
