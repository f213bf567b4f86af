import { describe, expect, test } from 'vitest';
import { fromFormula } from '../../src/formula/fromFormula.ts';
import type { Graph, Start } from '../../src/graph/index.ts';
import { startNumbers } from '../../src/training/start.ts';
import { trainedOf } from '../../src/training/trained.ts';

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
});
