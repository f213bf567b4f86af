import { describe, expect, test } from 'vitest';
import { differences } from '../../src/training/differences.ts';
import type { Plan } from '../../src/training/plan.ts';

const descent = (rate: number, more: Partial<Plan> = {}): Plan => ({
  move: { by: 'gradient', rule: 'gradientDescent', rate },
  ...more,
});

const english = (plans: readonly Plan[]) => differences(plans).map(({ en }) => en);

describe('what tells plans apart', () => {
  test('is the learning rate where that is all', () => {
    expect(english([descent(0.1), descent(0.4), descent(0.8)])).toEqual([
      '`eta` = 0.1',
      '`eta` = 0.4',
      '`eta` = 0.8',
    ]);
  });

  test('is the batch, in words', () => {
    const plans = [descent(0.1), descent(0.1, { batch: 1 }), descent(0.1, { batch: 16 })];
    expect(english(plans)).toEqual(['full batch', 'single samples', 'batches of 16']);
    expect(differences(plans).map((text) => text['zh-CN'])).toEqual([
      '全批量',
      '单样本',
      '小批量 16',
    ]);
  });

  test('is the rule, without constants that only one of them has', () => {
    const adam: Plan = { move: { by: 'gradient', rule: 'adam', rate: 0.1 } };
    expect(english([descent(0.1), adam])).toEqual(['Gradient descent', 'Adam']);
  });

  test('is a constant of the rule, where it stands beside its default', () => {
    const move = { by: 'gradient', rule: 'momentum', rate: 0.1 } as const;
    expect(english([{ move }, { move: { ...move, settings: { beta: 0.5 } } }])).toEqual([
      '`beta` = 0.9',
      '`beta` = 0.5',
    ]);
  });

  test('is several things at once, and nothing where plans are alike', () => {
    expect(english([descent(0.1), descent(0.2, { batch: 1 })])).toEqual([
      '`eta` = 0.1 · full batch',
      '`eta` = 0.2 · single samples',
    ]);
    expect(english([descent(0.1), descent(0.1)])).toEqual(['', '']);
  });

  test('is the way target back-propagation takes its factor', () => {
    const move = { by: 'target', target: 150, shares: { b: 1 }, factor: 'kept' } as const;
    expect(english([{ move }, { move: { ...move, factor: 'recomputed' } }, descent(0.1)])).toEqual([
      'target · factor kept',
      'target · factor recomputed',
      'Gradient descent',
    ]);
  });
});
