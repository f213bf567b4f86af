import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromFormula } from '../../src/formula/fromFormula.ts';
import { type Graph, setValue } from '../../src/graph/index.ts';
import { Objective } from '../../src/training/objective.ts';
import type { Plan } from '../../src/training/plan.ts';
import { orderOf, type Samples } from '../../src/training/samples.ts';
import { graphWith } from '../../src/training/trained.ts';
import { Trainer } from '../../src/training/trainer.ts';

/** A neuron with a squared error: parameters w, v and b, inputs x and y. */
const neuron: Graph = (() => {
  const result = fromFormula('a = sigmoid(w*x + b)\nJ = (v*a - y)^2');
  if (!result.ok) throw new Error('the formula is no graph');
  const nodes = result.graph.nodes.map((node) =>
    node.op === 'input' && node.id !== 'x' && node.id !== 'y' ? { ...node, op: 'parameter' } : node,
  );
  const bare: Graph = { ...result.graph, nodes };
  return setValue(setValue(setValue(bare, 'w', 0.5), 'b', -0.2), 'v', 1.5);
})();

const number = fc.double({ min: -3, max: 3, noNaN: true });
const anySamples: fc.Arbitrary<Samples> = fc
  .array(fc.record({ x: number, y: number }), { minLength: 1, maxLength: 40 })
  .map((rows) => ({
    count: rows.length,
    inputs: new Map([
      ['x', Float64Array.from(rows, ({ x }) => x)],
      ['y', Float64Array.from(rows, ({ y }) => y)],
    ]),
  }));

const anyPlan: fc.Arbitrary<Plan> = fc.record(
  {
    move: fc.record({
      by: fc.constant('gradient' as const),
      rule: fc.constantFrom('gradientDescent', 'momentum', 'rmsprop', 'adam'),
      rate: fc.double({ min: 1e-4, max: 0.2, noNaN: true }),
    }),
    batch: fc.integer({ min: 1, max: 50 }),
    order: fc.constantFrom('kept', 'shuffled'),
    seed: fc.nat(1000),
    reduction: fc.constantFrom('mean', 'sum'),
  },
  { requiredKeys: ['move'] },
);

describe('the gradient of a batch', () => {
  test('is the mean of those of its samples, or their sum', () => {
    fc.assert(
      fc.property(anySamples, (samples) => {
        const objective = new Objective(neuron, 'J', [], samples);
        const numbers = Float64Array.from([0.3, -0.7, 1.1]);
        const order = orderOf(samples.count, 'kept', 0, 0);
        const evaluate = (reduction: 'mean' | 'sum', from: number, to: number) => {
          const gradients = new Float64Array(3);
          const loss = objective.evaluate(numbers, reduction, order, from, to, gradients);
          return [loss, ...gradients];
        };
        const single = [...order].map((i) => evaluate('mean', i, i + 1));
        const sum = single.reduce((a, b) => a.map((x, i) => x + b[i]));
        evaluate('sum', 0, samples.count).forEach((x, i) => {
          expect(x).toBeCloseTo(sum[i], 9);
        });
        evaluate('mean', 0, samples.count).forEach((x, i) => {
          expect(x).toBeCloseTo(sum[i] / samples.count, 9);
        });
      }),
    );
  });

  test('does not depend on how many pass through side by side', () => {
    const count = 5000;
    const samples: Samples = {
      count,
      inputs: new Map([
        ['x', Float64Array.from({ length: count }, (_, i) => Math.sin(i))],
        ['y', Float64Array.from({ length: count }, (_, i) => Math.cos(i))],
      ]),
    };
    const objective = new Objective(neuron, 'J', [], samples);
    const numbers = Float64Array.from([0.3, -0.7, 1.1]);
    const order = orderOf(count, 'kept', 0, 0);
    const whole = new Float64Array(3);
    const loss = objective.evaluate(numbers, 'sum', order, 0, count, whole);
    const part = new Float64Array(3);
    const parts = new Float64Array(3);
    let lossOfParts = 0;
    for (let from = 0; from < count; from += 100) {
      lossOfParts += objective.evaluate(numbers, 'sum', order, from, from + 100, part);
      part.forEach((x, i) => {
        parts[i] += x;
      });
    }
    expect(loss).toBeCloseTo(lossOfParts, 6);
    whole.forEach((x, i) => {
      expect(x).toBeCloseTo(parts[i], 6);
    });
  });
});

describe('the order of an epoch', () => {
  test('holds every sample once, by the seed and the epoch alone', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(), fc.nat(50), (count, seed, epoch) => {
        const order = orderOf(count, 'shuffled', seed, epoch);
        expect([...order].sort((a, b) => a - b)).toEqual(
          Array.from({ length: count }, (_, i) => i),
        );
        expect(orderOf(count, 'shuffled', seed, epoch)).toEqual(order);
      }),
    );
  });

  test('brings every sample to every place about as often', () => {
    const often = Array.from({ length: 4 }, () => [0, 0, 0, 0]);
    for (let epoch = 0; epoch < 4000; epoch++) {
      orderOf(4, 'shuffled', 1, epoch).forEach((sample, place) => {
        often[place][sample]++;
      });
    }
    // A thousand times; the deviation of that is some 27.
    for (const count of often.flat()) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });

  test('changes from epoch to epoch', () => {
    expect(orderOf(50, 'shuffled', 1, 0)).not.toEqual(orderOf(50, 'shuffled', 1, 1));
  });
});

describe('a run', () => {
  test('gone back to any iterate goes on as it did before', () => {
    fc.assert(
      fc.property(anySamples, anyPlan, fc.nat(30), fc.nat(30), (samples, plan, back, on) => {
        const trainer = new Trainer(neuron, 'J', plan, samples);
        for (let i = 0; i < back; i++) trainer.advance();
        const kept = trainer.snapshot();
        const first = Array.from({ length: on }, () => trainer.advance());
        trainer.restore(kept);
        expect(Array.from({ length: on }, () => trainer.advance())).toEqual(first);
      }),
      { numRuns: 60 },
    );
  });

  test('leaves frozen parameters as they are and moves the others', () => {
    const samples: Samples = {
      count: 2,
      inputs: new Map([
        ['x', Float64Array.of(1, 2)],
        ['y', Float64Array.of(0, 1)],
      ]),
    };
    const move = { by: 'gradient', rule: 'adam', rate: 0.1 } as const;
    const trainer = new Trainer(neuron, 'J', { move, frozen: ['w'] }, samples);
    for (let i = 0; i < 5; i++) trainer.advance();
    const after = graphWith(neuron, trainer.objective.trained, trainer.snapshot().parameters);
    const value = (graph: Graph, id: string) => graph.nodes.find((node) => node.id === id)?.value;
    expect(value(after, 'w')).toBe(value(neuron, 'w'));
    expect(value(after, 'b')).not.toBe(value(neuron, 'b'));
    expect(value(after, 'v')).not.toBe(value(neuron, 'v'));
  });

  const bowl = (x: number): Graph => {
    const result = fromFormula('J = x^2');
    if (!result.ok) throw new Error('the formula is no graph');
    const nodes = result.graph.nodes.map((node) =>
      node.id === 'x' ? { ...node, op: 'parameter', value: x } : node,
    );
    return { ...result.graph, nodes };
  };

  test('that grows without bound ends and stands at its last good parameters', () => {
    const move = { by: 'gradient', rule: 'gradientDescent', rate: 1.1 } as const;
    const trainer = new Trainer(bowl(1), 'J', { move });
    let outcome = trainer.advance();
    let last = outcome.iterate;
    while (outcome.ending === undefined) {
      last = outcome.iterate;
      outcome = trainer.advance();
    }
    expect(outcome.ending).toEqual({ kind: 'diverged', how: 'growing' });
    expect(trainer.snapshot().parameters).toEqual(last.parameters);
  });

  test('into what has no number ends at once, with the parameters before', () => {
    const result = fromFormula('J = ln(x)');
    if (!result.ok) throw new Error('the formula is no graph');
    const nodes = result.graph.nodes.map((node) =>
      node.id === 'x' ? { ...node, op: 'parameter', value: 0.5 } : node,
    );
    const move = { by: 'gradient', rule: 'gradientDescent', rate: 1 } as const;
    const trainer = new Trainer({ ...result.graph, nodes }, 'J', { move });
    expect(trainer.advance().ending).toBeUndefined();
    expect(trainer.advance().ending).toEqual({ kind: 'diverged', how: 'not-a-number' });
    expect([...trainer.snapshot().parameters]).toEqual([0.5]);
  });

  test('that gets no better stops when its patience is over', () => {
    const move = { by: 'gradient', rule: 'gradientDescent', rate: 1 } as const;
    const stop = [{ kind: 'no-progress', least: 1e-6, patience: 4 }] as const;
    const trainer = new Trainer(bowl(1.2), 'J', { move, stop });
    let updates = 0;
    while (trainer.advance().ending === undefined) updates++;
    expect(updates).toBe(4);
  });
});
