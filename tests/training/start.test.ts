import { describe, expect, test } from 'vitest';
import { fromFormula } from '../../src/formula/fromFormula.ts';
import type { Graph, Start } from '../../src/graph/index.ts';
import { startNumbers } from '../../src/training/start.ts';
import { trainedOf } from '../../src/training/trained.ts';
import { graphOf, leaf, node } from '../support/apply.ts';

/** Two hidden neurons on four inputs, and one output: fan in 4 and 2, fan out 2 and 1. */
const network: Graph = (() => {
  const hidden = [1, 2].map(
    (j) => `a${j} = tanh(${[1, 2, 3, 4].map((i) => `w${i}${j}*x${i}`).join(' + ')} + b${j})`,
  );
  const result = fromFormula([...hidden, 'J = (v1*a1 + v2*a2 + b3 - y)^2'].join('\n'));
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  const nodes = result.graph.nodes.map((node) =>
    node.op === 'input' && /^[wvb]/.test(node.id) ? { ...node, op: 'parameter', value: 1 } : node,
  );
  return { ...result.graph, nodes };
})();
const trained = trainedOf(network, 'J');

/** Draws of many seeds, by parameter. */
function draws(start: Start, id: string): number[] {
  const { from } = trained.find((each) => each.id === id) ?? { from: -1 };
  return Array.from(
    { length: 4000 },
    (_, seed) => startNumbers(network, trained, start, seed)[from],
  );
}

const mean = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b) / numbers.length;
const deviation = (numbers: readonly number[]) =>
  Math.sqrt(mean(numbers.map((x) => (x - mean(numbers)) ** 2)));

describe('random parameters', () => {
  test('are the same for the same seed and others for another', () => {
    const start = { kind: 'normal', mean: 0, deviation: 1 } as const;
    expect(startNumbers(network, trained, start, 7)).toEqual(
      startNumbers(network, trained, start, 7),
    );
    expect(startNumbers(network, trained, start, 7)).not.toEqual(
      startNumbers(network, trained, start, 8),
    );
  });

  test('lie evenly between two numbers', () => {
    const all = draws({ kind: 'uniform', from: 2, to: 6 }, 'b1');
    expect(Math.min(...all)).toBeGreaterThanOrEqual(2);
    expect(Math.max(...all)).toBeLessThan(6);
    expect(mean(all)).toBeCloseTo(4, 0);
    expect(deviation(all)).toBeCloseTo(4 / Math.sqrt(12), 1);
  });

  test('have the mean and the deviation asked for', () => {
    const all = draws({ kind: 'normal', mean: 3, deviation: 0.5 }, 'v1');
    expect(Math.abs(mean(all) - 3)).toBeLessThan(0.05);
    expect(Math.abs(deviation(all) - 0.5)).toBeLessThan(0.05);
  });

  test.each([
    ['w11', Math.sqrt(6 / (4 + 2))],
    ['v2', Math.sqrt(6 / (2 + 1))],
  ])('of Xavier stay within ±√(6 / (fan in + fan out)): %s', (id, most) => {
    const all = draws({ kind: 'xavier' }, id).map(Math.abs);
    expect(Math.max(...all)).toBeLessThanOrEqual(most);
    expect(Math.max(...all)).toBeGreaterThan(0.98 * most);
  });

  test.each([
    ['w11', Math.sqrt(2 / 4)],
    ['v2', Math.sqrt(2 / 2)],
  ])('of He have deviation √(2 / fan in): %s', (id, wanted) => {
    expect(Math.abs(deviation(draws({ kind: 'he' }, id)) / wanted - 1)).toBeLessThan(0.05);
  });

  test.each(['xavier', 'he'] as const)('of %s leave biases at 0', (kind) => {
    expect(draws({ kind }, 'b1').every((x) => x === 0)).toBe(true);
  });

  describe('of matrices', () => {
    const filled = (rows: number, columns: number) =>
      Array.from({ length: rows }, () => new Array<number>(columns).fill(0));
    // Columns of data come from the left, rows from the right; v is a vector of weights.
    const matrices = graphOf(
      { id: 'X', op: 'input', value: filled(1, 30) },
      leaf('W', filled(30, 10)),
      leaf('B', filled(1, 10)),
      leaf('V', filled(40, 30)),
      leaf('C', filled(40, 1)),
      leaf('v', new Array<number>(10).fill(0)),
      { id: 'Y', op: 'input', value: filled(30, 1) },
      node('XW', 'matmul', 'X', 'W'),
      node('H', 'add', 'XW', 'B'),
      node('z', 'matmul', 'H', 'v'),
      node('VY', 'matmul', 'V', 'Y'),
      node('K', 'add', 'VY', 'C'),
      node('one', 'add', 'z', 'K'),
    );
    const all = trainedOf(matrices, 'one');
    const numbersOf = (id: string, start: Start) => {
      const each = all.find((it) => it.id === id);
      const numbers = Array.from({ length: 50 }, (_, seed) =>
        startNumbers(matrices, all, start, seed),
      );
      return numbers.flatMap((it) => [
        ...it.subarray(each?.from, (each?.from ?? 0) + (each?.size ?? 0)),
      ]);
    };

    test.each([
      ['W', 30, 10],
      ['V', 30, 40],
      ['v', 10, 1],
    ])('sides are the fans: %s', (id, fanIn, fanOut) => {
      const most = Math.sqrt(6 / (fanIn + fanOut));
      const xavier = numbersOf(id, { kind: 'xavier' }).map(Math.abs);
      expect(Math.max(...xavier)).toBeLessThanOrEqual(most);
      expect(Math.max(...xavier)).toBeGreaterThan(0.97 * most);
      const he = deviation(numbersOf(id, { kind: 'he' }));
      expect(Math.abs(he / Math.sqrt(2 / fanIn) - 1)).toBeLessThan(0.1);
    });

    test.each(['B', 'C'])('added biases stay at 0: %s', (id) => {
      expect(numbersOf(id, { kind: 'xavier' }).every((x) => x === 0)).toBe(true);
    });
  });
});
