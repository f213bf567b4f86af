import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkGradients, compile, nodeGradient, nodeValue } from '../../src/engine/index.ts';
import { flatten, type Operation } from '../../src/ops/index.ts';
import { graphOf, leaf, node, operation, run } from '../support/apply.ts';
import { tameGraph } from '../support/graphs.ts';

/** 10 x + relu(x − gap) − relu(−x − gap) at 0: slope 10, and 11 beyond the kinks. */
function betweenKinks(gap: number) {
  return graphOf(
    leaf('x', 0),
    leaf('ten', 10),
    leaf('gap', gap),
    node('line', 'multiply', 'x', 'ten'),
    node('right', 'subtract', 'x', 'gap'),
    node('up', 'relu', 'right'),
    node('sum', 'add', 'x', 'gap'),
    node('left', 'negate', 'sum'),
    node('down', 'relu', 'left'),
    node('both', 'add', 'line', 'up'),
    node('y', 'subtract', 'both', 'down'),
  );
}

function disagreements(graph: Parameters<typeof compile>[0]) {
  return checkGradients(compile(graph)).filter(({ agrees }) => !agrees);
}

describe('the gradient check', () => {
  test('agrees with every gradient of every graph, element by element', () => {
    fc.assert(
      fc.property(tameGraph, (graph) => {
        const checks = checkGradients(compile(graph));
        expect(checks.filter(({ agrees }) => !agrees)).toEqual([]);
        const leaves = graph.nodes.filter(({ value }) => value !== undefined);
        const elements = leaves.flatMap(({ id, value }) =>
          flatten(value ?? 0).map((_, element) => ({ node: id, element })),
        );
        expect(checks.map(({ node, element }) => ({ node, element }))).toEqual(elements);
      }),
    );
  });

  test('finds the number that is wrong, if an op’s backward pass is', () => {
    const square = operation('square');
    const backward: Operation['backward'] = (run, values, gradients) => {
      square.backward(run, values, gradients);
      gradients[run.operands[1]] += 1e-3;
    };
    const graph = graphOf(leaf('x', [1, 2, 3]), node('y', 'square', 'x'));
    const program = compile(graph);
    const swap = (runs: typeof program.runs) => runs.map((run) => ({ ...run, backward }));
    const checks = checkGradients({
      ...program,
      runs: swap(program.runs),
      live: swap(program.live),
    });
    expect(checks.map(({ agrees }) => agrees)).toEqual([true, false, true]);
    expect(checks[1].gradient).toBeCloseTo(4.001, 12);
    expect(checks[1].central).toBeCloseTo(4, 6);
  });

  test.each([
    ['steep', 1000, 0.02],
    ['nearly flat', -1, 20],
  ])('finds a wrong gradient where the function is %s', (_, factor, x) => {
    const exp = operation('exp');
    const backward: Operation['backward'] = (run, values, gradients) => {
      exp.backward(run, values, gradients);
      gradients[run.operands[0]] *= 1.001;
    };
    const graph = graphOf(
      leaf('x', x),
      leaf('k', factor),
      node('m', 'multiply', 'x', 'k'),
      node('y', 'exp', 'm'),
    );
    const program = compile(graph);
    const live = program.live.map((run) => (run.op === exp ? { ...run, backward } : run));
    expect(checkGradients({ ...program, live })).toMatchObject([
      { node: 'x', agrees: false },
      { node: 'k', agrees: false },
    ]);
  });

  test.each<[string, ReturnType<typeof graphOf>]>([
    [
      'a sum that dwarfs the leaf',
      graphOf(leaf('x', 1), leaf('big', 1e12), node('y', 'add', 'x', 'big')),
    ],
    [
      'big numbers squared',
      graphOf(leaf('x', 250_000), leaf('t', 300_000), node('y', 'squaredError', 'x', 't')),
    ],
    [
      'steep curves',
      graphOf(
        leaf('x', 0.02),
        leaf('k', 1000),
        node('m', 'multiply', 'x', 'k'),
        node('y', 'exp', 'm'),
      ),
    ],
    [
      'waves where they are steepest',
      graphOf(leaf('x', 0), leaf('k', 1e4), node('m', 'multiply', 'x', 'k'), node('y', 'sin', 'm')),
    ],
    [
      'fast waves where they are steepest',
      graphOf(leaf('x', 0), leaf('k', 1e7), node('m', 'multiply', 'x', 'k'), node('y', 'sin', 'm')),
    ],
    [
      'fast waves',
      graphOf(
        leaf('x', 0.5),
        leaf('k', 1e7),
        node('m', 'multiply', 'x', 'k'),
        node('y', 'sin', 'm'),
      ),
    ],
    ['small denominators', graphOf(leaf('x', 1e-4), leaf('k', 1), node('y', 'divide', 'k', 'x'))],
    ['logarithms near 0', graphOf(leaf('x', 1e-5), node('y', 'ln', 'x'))],
    ['roots near 0', graphOf(leaf('x', 1e-5), node('y', 'sqrt', 'x'))],
    ['kinks', graphOf(leaf('x', 0), node('y', 'relu', 'x'))],
    ['ties', graphOf(leaf('x', 2), leaf('z', 2), node('y', 'max', 'x', 'z'))],
    ['kinks on both sides, closer than the first step', betweenKinks(1e-6)],
    ['kinks on both sides, much closer', betweenKinks(1e-8)],
    [
      'big numbers that cancel',
      graphOf(
        leaf('x', 1),
        leaf('big', 1e12),
        node('s', 'add', 'x', 'big'),
        node('y', 'subtract', 's', 'big'),
      ),
    ],
    ['saturation', graphOf(leaf('x', 36), node('y', 'sigmoid', 'x'))],
    ['steps', graphOf(leaf('x', 0), node('y', 'step', 'x'))],
    ['no finite value', graphOf(leaf('x', -1), node('y', 'ln', 'x'))],
    ['an infinite derivative', graphOf(leaf('x', 0), node('y', 'sqrt', 'x'))],
  ])('raises no false alarm over %s', (_, graph) => {
    expect(disagreements(graph)).toEqual([]);
  });

  test('disagrees where the conventions at kinks add up to no slope of the function', () => {
    // relu(x) − relu(−x) is x, but at 0 both derivatives are 0 by convention.
    const graph = graphOf(
      leaf('x', 0),
      node('p', 'relu', 'x'),
      node('n', 'negate', 'x'),
      node('r', 'relu', 'n'),
      node('y', 'subtract', 'p', 'r'),
    );
    expect(disagreements(graph)).toMatchObject([{ node: 'x', element: 0, gradient: 0 }]);
  });

  test('takes as many numbers as it is told to, from all over the graph', () => {
    const numbers = Array.from({ length: 100 }, (_, i) => i / 10);
    const program = compile(graphOf(leaf('x', numbers), node('y', 'sin', 'x')));
    expect(checkGradients(program, 10).map(({ element }) => element)).toEqual(
      Array.from({ length: 10 }, (_, i) => 10 * i),
    );
    expect(checkGradients(program, 1000)).toHaveLength(100);
  });

  test('leaves the program at the numbers it had', () => {
    const program = run(graphOf(leaf('x', [0.1, 0.2]), node('y', 'exp', 'x')));
    const before = [program.values.slice(), program.gradients.slice()];
    checkGradients(program);
    expect([program.values, program.gradients]).toEqual(before);
    expect(nodeValue(program, 'x')).toEqual([0.1, 0.2]);
    expect(nodeGradient(program, 'x')).toEqual([Math.exp(0.1), Math.exp(0.2)]);
  });

  test('has nothing to compare without an output', () => {
    expect(
      checkGradients(compile({ ...graphOf(leaf('x', 1), leaf('z', 1)), output: undefined })),
    ).toEqual([]);
  });
});
