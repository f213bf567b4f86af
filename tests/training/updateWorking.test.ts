import { describe, expect, test } from 'vitest';
import { emptyGraph, type Graph, ruleIds } from '../../src/graph/index.ts';
import type { Plan } from '../../src/training/plan.ts';
import { Trainer } from '../../src/training/trainer.ts';
import { updateWorking } from '../../src/training/updateWorking.ts';
import { linear } from '../support/linear.ts';

const parabola: Graph = {
  ...emptyGraph,
  nodes: [
    { id: 'x', op: 'parameter', value: 1.2 },
    { id: 'J', op: 'square', inputs: ['x'] },
  ],
};

/** What stands behind the last equal sign of the last line. */
function result(lines: readonly string[]): number {
  return Number(lines.at(-1)?.split(' ').at(-1));
}

describe('the working of an update', () => {
  test.each(ruleIds)('of %s ends with the parameter the run has next', (rule) => {
    const plan: Plan = {
      move: { by: 'gradient', rule, rate: 0.1, schedule: { kind: 'step', every: 2, factor: 0.5 } },
    };
    const trainer = new Trainer(parabola, 'J', plan);
    const [x] = trainer.objective.trained;
    for (let i = 0; i < 5; i++) {
      const { iterate } = trainer.advance();
      const lines = updateWorking(plan, x, iterate, 'x', String);
      expect(result(lines)).toBe(trainer.snapshot().parameters[0]);
    }
  });

  test.each(['kept', 'recomputed'] as const)('to a target, with factors %s', (factor) => {
    const plan: Plan = {
      move: {
        by: 'target',
        target: 150,
        shares: { w: 0.5, b: 0.5 },
        factor,
        clamps: { w: { below: 2.95, to: 2.95 } },
      },
    };
    const trainer = new Trainer(linear, 'z', plan);
    const factors = trainer.look().gradients;
    for (let i = 0; i < 3; i++) {
      const { iterate } = trainer.advance();
      for (const each of trainer.objective.trained) {
        const lines = updateWorking(plan, each, iterate, each.id, String, { factors });
        expect(result(lines)).toBe(trainer.snapshot().parameters[each.from]);
      }
    }
    expect(trainer.snapshot().parameters[0]).toBe(2.95);
  });

  test('puts numbers below 0 into brackets where they follow a sign', () => {
    const plan: Plan = { move: { by: 'gradient', rule: 'gradientDescent', rate: 0.5 } };
    const graph: Graph = {
      ...parabola,
      nodes: [{ id: 'x', op: 'parameter', value: -1 }, parabola.nodes[1]],
    };
    const trainer = new Trainer(graph, 'J', plan);
    expect(updateWorking(plan, trainer.objective.trained[0], trainer.look(), 'x', String)).toEqual([
      'x \\leftarrow -1 - 0.5 \\cdot (-2) = 0',
    ]);
  });
});
