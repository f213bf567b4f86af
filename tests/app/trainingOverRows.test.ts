import { describe, expect, test } from 'vitest';
import { overRows } from '../../src/app/training/overRows.ts';
import { fromFormula } from '../../src/formula/fromFormula.ts';
import { Objective, type Samples } from '../../src/training/index.ts';

/** J = (w·x + b − y)² over so many samples. */
function line(count: number): { objective: Objective; samples: Samples } {
  const read = fromFormula('J = (w*x + b - y)^2');
  if (!read.ok) throw new Error('cannot be read');
  const nodes = read.graph.nodes.map((node) => {
    if (node.op !== 'input' && node.op !== 'parameter') return node;
    return { ...node, value: 1, op: 'xy'.includes(node.id) ? 'input' : 'parameter' };
  });
  const inputs = new Map([
    ['x', Float64Array.from({ length: count }, (_, i) => Math.sin(i))],
    ['y', Float64Array.from({ length: count }, (_, i) => Math.cos(3 * i))],
  ]);
  const samples = { count, inputs };
  return { objective: new Objective({ ...read.graph, nodes }, 'J', [], samples), samples };
}

describe('an objective over rows, in steps', () => {
  test.each([
    [3, 'mean'],
    [4096, 'sum'],
    [10_000, 'mean'],
    [10_000, 'sum'],
  ] as const)('of %i samples comes to their %s, with its gradients', (count, reduction) => {
    const { objective, samples } = line(count);
    const numbers = Float64Array.of(0.3, -0.2);
    const wanted = new Float64Array(2);
    const order = Uint32Array.from({ length: count }, (_, i) => i);
    const whole = objective.evaluate(numbers, reduction, order, 0, count, wanted);
    // What was there before does not count.
    const gradients = Float64Array.of(5, 7);
    const steps = overRows(objective, numbers, reduction, samples, gradients);
    let turns = 0;
    let step = steps.next();
    for (; !step.done; step = steps.next()) turns++;
    expect(turns).toBe(Math.ceil(count / 4096));
    const isClose = (a: number, b: number) => Math.abs(a - b) <= 1e-12 * Math.abs(b);
    expect(isClose(Number(step.value), whole)).toBe(true);
    gradients.forEach((gradient, i) => {
      expect(isClose(gradient, wanted[i])).toBe(true);
    });
  });
});
