import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromFormula } from '../../src/formula/fromFormula.ts';
import { type Graph, setValue } from '../../src/graph/index.ts';
import { updateRules } from '../../src/training/rules/index.ts';
import { completeSettings } from '../../src/training/rules/rule.ts';
import { rateAt } from '../../src/training/schedule.ts';
import { Trainer } from '../../src/training/trainer.ts';
import reference from './rosenbrock.json';

function rosenbrock(): Graph {
  const result = fromFormula('J = (1 - x)^2 + 100*(y - x^2)^2');
  if (!result.ok) throw new Error('the formula is no graph');
  const nodes = result.graph.nodes.map((node) =>
    node.op === 'input' ? { ...node, op: 'parameter' } : node,
  );
  return setValue(setValue({ ...result.graph, nodes }, 'x', -1.2), 'y', 1);
}

describe('every update rule', () => {
  const ids = ['gradientDescent', 'momentum', 'rmsprop', 'adam'] as const;

  test.each(ids)('%s goes the way PyTorch goes', (id) => {
    const { rate, settings, iterates } = reference[id];
    const trainer = new Trainer(rosenbrock(), 'J', {
      move: { by: 'gradient', rule: id, rate, settings },
    });
    for (const { k, x, y, loss } of iterates) {
      while (trainer.snapshot().count < k) trainer.advance();
      const { iterate } = trainer.advance();
      expect(Math.abs(iterate.parameters[0] - x)).toBeLessThan(1e-9);
      expect(Math.abs(iterate.parameters[1] - y)).toBeLessThan(1e-9);
      expect(Math.abs(iterate.loss - loss)).toBeLessThan(1e-8 * Math.max(1, loss));
    }
  });

  test('is found by its id, and each is tested above', () => {
    expect([...updateRules.keys()]).toEqual([...ids]);
  });

  test.each([
    // √(¼ · 3²) + ½ = 2
    ['rmsprop', { rho: 0.75, epsilon: 0.5 }, (0.1 * 3) / 2],
    // Without their bias, mean and mean square of the first update are g and g²: √(3²) + 1 = 4
    ['adam', { epsilon: 1 }, (0.1 * 3) / 4],
  ] as const)('%s adds its guard to the root, not under it', (id, settings, step) => {
    const rule = updateRules.get(id);
    if (rule === undefined) throw new Error(id);
    const parameters = Float64Array.of(0);
    const memory = rule.memory.map(() => new Float64Array(1));
    const update = { parameters, gradients: Float64Array.of(3), memory, rate: 0.1, count: 1 };
    rule.update(update, completeSettings(rule, settings));
    expect(parameters[0]).toBeCloseTo(-step, 12);
  });

  test('leaves parameters alone where there has never been a gradient', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ids),
        fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1 }),
        fc.integer({ min: 1, max: 1000 }),
        (id, start, count) => {
          const rule = updateRules.get(id);
          if (rule === undefined) throw new Error(id);
          const parameters = Float64Array.from(start);
          const gradients = new Float64Array(start.length);
          const memory = rule.memory.map(() => new Float64Array(start.length));
          rule.update({ parameters, gradients, memory, rate: 0.1, count }, completeSettings(rule));
          expect([...parameters]).toEqual([...Float64Array.from(start)]);
        },
      ),
    );
  });
});

describe('a schedule', () => {
  const rate = fc.double({ min: 1e-6, max: 10, noNaN: true });

  test('starts with the learning rate given', () => {
    fc.assert(
      fc.property(rate, fc.integer({ min: 1, max: 500 }), (rate, length) => {
        expect(rateAt({ kind: 'constant' }, rate, 1)).toBe(rate);
        expect(rateAt({ kind: 'step', every: length, factor: 0.5 }, rate, 1)).toBe(rate);
        expect(rateAt({ kind: 'cosine', over: length, least: 0 }, rate, 1)).toBeCloseTo(rate, 12);
      }),
    );
  });

  test('of steps falls by its factor every so many updates', () => {
    const schedule = { kind: 'step', every: 3, factor: 0.5 } as const;
    const rates = Array.from({ length: 8 }, (_, i) => rateAt(schedule, 0.8, i + 1));
    expect(rates).toEqual([0.8, 0.8, 0.8, 0.4, 0.4, 0.4, 0.2, 0.2]);
  });

  test('of a cosine never rises, is halfway in the middle and ends at its least', () => {
    fc.assert(
      fc.property(rate, fc.integer({ min: 2, max: 200 }), (rate, half) => {
        const schedule = { kind: 'cosine', over: 2 * half, least: rate / 10 } as const;
        const rates = Array.from({ length: 2 * half + 3 }, (_, i) => rateAt(schedule, rate, i + 1));
        rates.slice(1).forEach((next, i) => {
          expect(next).toBeLessThanOrEqual(rates[i]);
        });
        expect(rates[half]).toBeCloseTo((rate + rate / 10) / 2, 9);
        expect(rates.at(-1)).toBe(rate / 10);
      }),
    );
  });
});
