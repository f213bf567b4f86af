import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromFormula } from '../../src/formula/fromFormula.ts';
import { type Graph, ruleIds, setValue } from '../../src/graph/index.ts';
import {
  extended,
  type History,
  lastUpTo,
  merged,
  mostPoints,
  strideAt,
} from '../../src/training/history.ts';
import type { Plan } from '../../src/training/plan.ts';
import { type RunData, TrainingRun } from '../../src/training/run.ts';
import type { Samples } from '../../src/training/samples.ts';

/** A formula whose named leaves are parameters with these values. */
function trainable(formula: string, values: Readonly<Record<string, number>>): Graph {
  const result = fromFormula(formula);
  if (!result.ok) throw new Error('the formula is no graph');
  const nodes = result.graph.nodes.map((node) =>
    Object.hasOwn(values, node.id) ? { ...node, op: 'parameter' } : node,
  );
  const graph: Graph = { ...result.graph, nodes };
  return Object.entries(values).reduce((g, [id, value]) => setValue(g, id, value), graph);
}

const line = trainable('J = (w*x + b - y)^2', { w: 0.5, b: -0.2 });
const parabola = trainable('J = x^2', { x: 1.2 });

function samplesOf(count: number): Samples {
  return {
    count,
    inputs: new Map([
      ['x', Float64Array.from({ length: count }, (_, i) => Math.sin(i))],
      ['y', Float64Array.from({ length: count }, (_, i) => Math.cos(3 * i))],
    ]),
  };
}

const descent = (rate: number): Plan['move'] => ({ by: 'gradient', rule: 'adam', rate });

/** The history of a run of so many updates that is looked at after each of these. */
function watched(run: TrainingRun, updates: number, looks: ReadonlySet<number>): History {
  let history: History = [];
  for (let i = 0; i < updates; i++) {
    if (looks.has(i)) history = extended(history, run.report());
    if (run.advance() !== undefined) break;
  }
  return extended(history, run.lastReport());
}

describe('a run', () => {
  test('comes to the same, bit for bit, whoever looks on and whenever', () => {
    const plan = fc.record({
      move: fc.constant(descent(0.05)),
      batch: fc.integer({ min: 1, max: 12 }),
      order: fc.constantFrom('kept' as const, 'shuffled' as const),
      seed: fc.nat(99),
    });
    const looks = fc.uniqueArray(fc.nat(60)).map((counts) => new Set(counts));
    fc.assert(
      fc.property(plan, looks, fc.integer({ min: 1, max: 60 }), (plan, looks, updates) => {
        const data: RunData = { train: samplesOf(10), test: samplesOf(3) };
        const alone = watched(new TrainingRun(line, 'J', plan, data), updates, new Set());
        expect(watched(new TrainingRun(line, 'J', plan, data), updates, looks)).toEqual(alone);
        expect(alone.map(({ count }) => count)).toEqual(
          Array.from({ length: updates + 1 }, (_, i) => i),
        );
      }),
      { numRuns: 60 },
    );
  });

  test('keeps every iterate of a short run and evenly spread ones of a long one', () => {
    const run = new TrainingRun(parabola, 'J', { move: descent(1e-4) });
    let history: History = [];
    for (const goal of [2000, mostPoints - 1, mostPoints, 30_000]) {
      while (run.count < goal) run.advance();
      history = extended(history, run.report());
      const stride = strideAt(goal, 4);
      const kept = history.slice(0, -1).map(({ count }) => count);
      expect(kept).toEqual(Array.from({ length: Math.ceil(goal / stride) }, (_, i) => i * stride));
      expect(history.at(-1)?.count).toBe(goal);
      expect(history.length).toBeLessThanOrEqual(mostPoints + 1);
    }
    expect(strideAt(mostPoints - 1, 4)).toBe(1);
    expect(strideAt(mostPoints, 4)).toBe(2);
    expect(strideAt(30_000, 4)).toBe(8);
  });

  test('keeps fewer points of very many parameters', () => {
    const width = 3 * 100_000;
    const stride = strideAt(5000, width);
    expect((5000 / stride) * width).toBeLessThanOrEqual(2 ** 23);
  });

  test('measures the loss over all rows at every point of few rows, and once an epoch of many', () => {
    const plan: Plan = { move: descent(0.01), batch: 100 };
    const few = watched(
      new TrainingRun(line, 'J', plan, { train: samplesOf(300), test: samplesOf(20) }),
      9,
      new Set(),
    );
    expect(few.every(({ lossOfAll, test }) => lossOfAll !== undefined && test !== undefined)).toBe(
      true,
    );
    const many = watched(
      new TrainingRun(line, 'J', plan, { train: samplesOf(3000), test: samplesOf(20) }),
      75,
      new Set(),
    );
    const measured = many.filter(({ lossOfAll }) => lossOfAll !== undefined);
    expect(measured.map(({ count }) => count)).toEqual([0, 30, 60, 75]);
    expect(measured.every(({ test }) => test !== undefined)).toBe(true);
  });

  test('measures it at the first point of an epoch that is kept, where not all are', () => {
    const plan: Plan = { move: descent(0.001), batch: 700 };
    const run = new TrainingRun(line, 'J', plan, { train: samplesOf(2100), test: samplesOf(0) });
    const history = watched(run, mostPoints + 30, new Set());
    const measured = history.filter(({ lossOfAll }) => lossOfAll !== undefined);
    // From here on every second point is kept, and three updates are an epoch.
    const late = measured.map(({ count }) => count - mostPoints).filter((count) => count > 0);
    expect(late).toEqual([2, 6, 8, 12, 14, 18, 20, 24, 26, 30]);
  });

  test('has the loss of its batch for that of all rows where the batch is all rows', () => {
    const history = watched(
      new TrainingRun(
        line,
        'J',
        { move: descent(0.01) },
        { train: samplesOf(40), test: samplesOf(0) },
      ),
      5,
      new Set(),
    );
    for (const { loss, lossOfAll } of history) expect(lossOfAll).toBe(loss);
  });

  test('goes on by hand past a stop rule, and ends at the last good point when it diverges', () => {
    const stop = [{ kind: 'iterations', count: 3 }] as const;
    const run = new TrainingRun(parabola, 'J', { move: descent(0.1), stop });
    for (let i = 0; i < 3; i++) expect(run.advance()).toBeUndefined();
    expect(run.advance()).toEqual({ kind: 'stopped', by: stop[0] });
    expect(run.count).toBe(3);
    expect(run.advance(false)).toBeUndefined();
    expect(run.count).toBe(4);
    const wild = new TrainingRun(parabola, 'J', {
      move: { by: 'gradient', rule: 'gradientDescent', rate: 1e160 },
    });
    const history = watched(wild, 50, new Set());
    expect(history.every(({ loss }) => Number.isFinite(loss))).toBe(true);
    expect(history.at(-1)?.count).toBe(wild.count);
  });

  const plans: fc.Arbitrary<Plan> = fc.record(
    {
      move: fc.oneof(
        fc
          .tuple(fc.constantFrom(...ruleIds), fc.boolean())
          .map(([rule, isCosine]): Plan['move'] => ({
            ...{ by: 'gradient', rule, rate: 0.02 },
            ...(isCosine && { schedule: { kind: 'cosine', over: 30, least: 0.001 } }),
          })),
        fc.constantFrom('kept', 'recomputed').map((factor): Plan['move'] => ({
          ...{ by: 'target', target: 0.3, factor, shares: { w: 0.5, b: 0.5 } },
        })),
      ),
      batch: fc.integer({ min: 1, max: 12 }),
      order: fc.constantFrom('kept' as const, 'shuffled' as const),
      reduction: fc.constantFrom('mean' as const, 'sum' as const),
      seed: fc.nat(99),
    },
    { requiredKeys: ['move'] },
  );
  const data: RunData = { train: samplesOf(10), test: samplesOf(3) };

  test('works out any iterate again, bit for bit, from one that was kept, and stays where it is', () => {
    fc.assert(
      fc.property(plans, fc.nat(40), fc.nat(40), (plan, one, other) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other)];
        const full = watched(new TrainingRun(line, 'J', plan, data), 40, new Set());
        fc.pre(full.length === 41);
        const run = new TrainingRun(line, 'J', plan, data);
        for (let i = 0; i < 20; i++) run.advance();
        expect(run.between(full[from], to)).toEqual(full.slice(from + 1, to + 1));
        expect(run.count).toBe(20);
        expect(run.report().points.at(-1)).toEqual(full[20]);
      }),
      { numRuns: 60 },
    );
  });

  test('is taken up again where it stood, and comes to the same, stop rules and all', () => {
    const stop = [{ kind: 'no-progress', least: 1e-3, patience: 6 }] as const;
    fc.assert(
      fc.property(plans, fc.nat(39), (plan, at) => {
        const whole = new TrainingRun(line, 'J', { ...plan, stop }, data);
        const first = new TrainingRun(line, 'J', { ...plan, stop }, data);
        for (let i = 0; i < at; i++) fc.pre(first.advance() === undefined);
        const { points, past } = first.lastReport();
        const again = new TrainingRun(line, 'J', { ...plan, stop }, data);
        again.resume(points[points.length - 1], past);
        for (let i = 0; i < at; i++) whole.advance();
        for (let i = at; i < 60; i++) {
          const ending = whole.advance();
          expect(again.advance()).toEqual(ending);
          if (ending?.kind === 'diverged') return;
        }
        expect(again.lastReport().points.at(-1)).toEqual(whole.lastReport().points.at(-1));
      }),
      { numRuns: 40 },
    );
  });

  test('finds what was kept up to some number of updates, and joins what was found to it', () => {
    const run = new TrainingRun(parabola, 'J', { move: descent(0.1) });
    const every = watched(run, 9, new Set());
    const kept = every.filter(({ count }) => count % 4 === 0);
    expect(lastUpTo(kept, 3)?.count).toBe(0);
    expect(lastUpTo(kept, 4)?.count).toBe(4);
    expect(lastUpTo(kept, 99)?.count).toBe(8);
    expect(lastUpTo([], 5)).toBeUndefined();
    expect(merged(kept, every.slice(4, 7)).map(({ count }) => count)).toEqual([0, 4, 5, 6, 8]);
  });
});
