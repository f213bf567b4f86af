import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { setValue } from '../../src/graph/index.ts';
import { evenly, Landscape, thinned } from '../../src/training/landscape.ts';
import { Objective } from '../../src/training/objective.ts';
import type { Samples } from '../../src/training/samples.ts';
import { parametersOf } from './formulas.ts';

const number = fc.double({ min: -2, max: 2, noNaN: true });
const numbers = (length: number) => fc.array(number, { minLength: length, maxLength: length });

const graph = parametersOf(
  'L = (a * sin(b * x) + c * x - y)^2',
  { a: 0.7, b: 1.3, c: -0.4 },
  'x y',
);

/** Samples that need several passes, and some that fit beside each other. */
const samples = fc
  .integer({ min: 1, max: 40 })
  .chain((count) => fc.tuple(numbers(count), numbers(count)))
  .map(
    ([x, y]): Samples => ({
      count: x.length,
      inputs: new Map([
        ['x', Float64Array.from(x)],
        ['y', Float64Array.from(y)],
      ]),
    }),
  );

const order = ({ count }: Samples) => Uint32Array.from({ length: count }, (_, i) => i);

describe('a landscape over two parameters', () => {
  test('is at each point what the objective is there', () => {
    fc.assert(
      fc.property(samples, numbers(30), numbers(30), (some, as, bs) => {
        const landscape = new Landscape(
          graph,
          'L',
          [
            { id: 'a', element: 0 },
            { id: 'b', element: 0 },
          ],
          some,
        );
        const values = new Float64Array(30);
        const slopes = [new Float64Array(30), new Float64Array(30)];
        landscape.evaluate([Float64Array.from(as), Float64Array.from(bs)], values, slopes);
        const objective = new Objective(graph, 'L', [], some);
        const gradients = new Float64Array(3);
        as.forEach((a, i) => {
          const here = Float64Array.from([a, bs[i], -0.4]);
          const value = objective.evaluate(here, 'mean', order(some), 0, some.count, gradients);
          expect(values[i]).toBeCloseTo(value, 10);
          expect(slopes[0][i]).toBeCloseTo(gradients[0], 10);
          expect(slopes[1][i]).toBeCloseTo(gradients[1], 10);
        });
      }),
      { numRuns: 40 },
    );
  });

  test('takes more samples than there are lanes, and sums', () => {
    const x = evenly(-1, 1, 2500);
    const many = {
      count: 2500,
      inputs: new Map([
        ['x', x],
        ['y', x.map(Math.abs)],
      ]),
    };
    const values = new Float64Array(2);
    const landscape = new Landscape(graph, 'L', [{ id: 'c', element: 0 }], many, 'sum');
    landscape.evaluate([Float64Array.of(0.5, -1)], values);
    const objective = new Objective(graph, 'L', [], many);
    const at = (c: number) => objective.evaluate(Float64Array.of(0.7, 1.3, c), 'sum', order(many));
    expect(values[0]).toBeCloseTo(at(0.5), 8);
    expect(values[1]).toBeCloseTo(at(-1), 8);
  });
});

describe('a landscape along one parameter', () => {
  test('has the slope that finite differences have', () => {
    fc.assert(
      fc.property(number, fc.constantFrom('a', 'b', 'c'), (at, id) => {
        const epsilon = 1e-6;
        const values = new Float64Array(3);
        const slopes = [new Float64Array(3)];
        const given = setValue(setValue(graph, 'x', 0.8), 'y', 0.3);
        const landscape = new Landscape(given, 'L', [{ id, element: 0 }]);
        landscape.evaluate([Float64Array.of(at - epsilon, at, at + epsilon)], values, slopes);
        const slope = (values[2] - values[0]) / (2 * epsilon);
        expect(slopes[0][1]).toBeCloseTo(slope, 5);
      }),
    );
  });

  test('moves one element of a matrix and leaves the others', () => {
    const nodes = [
      { id: 'A', op: 'constant', value: [[10, 100]] },
      { id: 'W', op: 'parameter', value: [[1], [2]] },
      { id: 'B', op: 'matmul', inputs: ['A', 'W'] },
      { id: 'L', op: 'square', inputs: ['B'] },
    ];
    const matrix = { format: 'chainrule-graph', version: 1, nodes, output: 'L' } as const;
    const values = new Float64Array(2);
    const slopes = [new Float64Array(2), new Float64Array(2)];
    const coordinates = [
      { id: 'W', element: 0 },
      { id: 'W', element: 1 },
    ];
    new Landscape(matrix, 'L', coordinates).evaluate(
      [Float64Array.of(0, -9), Float64Array.of(0, 1)],
      values,
      slopes,
    );
    expect([...values]).toEqual([0, 100]);
    expect([...slopes[0]]).toEqual([0, 200]);
    expect([...slopes[1]]).toEqual([0, 2000]);
  });

  test('is not a number where there is no scalar to be had', () => {
    const values = new Float64Array(1);
    new Landscape(graph, 'nowhere', [{ id: 'a', element: 0 }]).evaluate(
      [Float64Array.of(1)],
      values,
    );
    expect(values[0]).toBeNaN();
  });
});

test('thinning keeps no more samples than asked for, from the first on', () => {
  const x = Float64Array.from({ length: 1000 }, (_, i) => i);
  const some = thinned({ count: 1000, inputs: new Map([['x', x]]) }, 3);
  expect([...(some.inputs.get('x') ?? [])]).toEqual([0, 333, 666]);
  expect(some.count).toBe(3);
});
