import { describe, expect, test } from 'vitest';
import type { Plan } from '../../src/training/plan.ts';
import type { Samples } from '../../src/training/samples.ts';
import { type Iterate, Trainer } from '../../src/training/trainer.ts';
import { linear } from '../support/linear.ts';
import figures from './expected.json';
import { parametersOf } from './formulas.ts';

/** All iterates until a stop rule ends the run, the last one included. */
function runOut(trainer: Trainer): Iterate[] {
  const iterates: Iterate[] = [];
  for (;;) {
    const { iterate, ending } = trainer.advance();
    iterates.push(iterate);
    if (ending) return iterates;
    if (iterates.length > 20_000) throw new Error('the run does not end');
  }
}

const near = (digits: number) => (got: number, wanted: number) =>
  expect(got).toBeCloseTo(wanted, digits);

describe('target back-propagation gives the tables of the course notes', () => {
  const stop = [{ kind: 'error-below', value: 1e-5 }] as const;
  const cases = [
    ['linear-b-fixed-factor', { b: 1 }, 'kept'],
    ['linear-b-recomputed-factor', { b: 1 }, 'recomputed'],
    ['linear-wb-fixed-factor', { w: 0.5, b: 0.5 }, 'kept'],
    ['linear-wb-recomputed-factor', { w: 0.5, b: 0.5 }, 'recomputed'],
  ] as const;

  test.each(cases)('%s', (id, shares, factor) => {
    const plan: Plan = { move: { by: 'target', target: 150, shares, factor }, stop };
    const iterates = runOut(new Trainer(linear, 'z', plan));
    const wanted = figures[id].iterates;
    expect(iterates).toHaveLength(wanted.length);
    wanted.forEach(({ w, b, z }, k) => {
      near(9)(iterates[k].parameters[0], w);
      near(9)(iterates[k].parameters[1], b);
      near(9)(iterates[k].loss, z);
    });
  });

  const games = [
    ['game-target-2', 2, 2],
    ['game-target-2-13', 2, 2.13],
    ['game-suggested-start', 1.3, 1.8],
    ['game-clamp-case', 10, 0.5],
  ] as const;

  test.each(games)('%s', (id, x, target) => {
    const plan: Plan = {
      move: {
        by: 'target',
        target,
        shares: { x: 1 },
        factor: 'recomputed',
        clamps: { x: { below: 1, to: 1.1 } },
      },
      stop: [
        { kind: 'error-below', value: 1e-3 },
        { kind: 'iterations', count: 20 },
      ],
    };
    const iterates = runOut(new Trainer(parametersOf('c = sqrt(ln(x^2))', { x }), 'c', plan));
    const wanted = figures[id].iterates;
    expect(iterates).toHaveLength(wanted.length);
    wanted.forEach((row, k) => {
      near(8)(iterates[k].parameters[0], row.x);
      near(9)(iterates[k].loss, row.c);
    });
  });
});

describe('gradient descent gives the tables of the course notes', () => {
  const descent = (rate: number, stop: Plan['stop'], more: Partial<Plan> = {}): Plan => ({
    move: { by: 'gradient', rule: 'gradientDescent', rate },
    stop,
    ...more,
  });

  test('gd-x2-eta-0-3', () => {
    const plan = descent(0.3, [{ kind: 'loss-below', value: 1e-3 }]);
    const iterates = runOut(new Trainer(parametersOf('J = x^2', { x: 1.2 }), 'J', plan));
    expect(iterates.map(({ parameters: [x], loss }) => [x, loss])).toEqual(
      figures['gd-x2-eta-0-3'].iterates.map(({ x, J }) => [x, J]),
    );
  });

  test.each([1, 0.8, 0.4, 0.1])('gd-eta: η = %d', (rate) => {
    const id = `gd-eta-${rate.toFixed(1).replace('.', '-')}` as 'gd-eta-1-0';
    const plan = descent(rate, [{ kind: 'iterations', count: 10 }]);
    const iterates = runOut(new Trainer(parametersOf('J = x^2', { x: 1.2 }), 'J', plan));
    figures[id].iterates.forEach(({ x, J }, k) => {
      near(12)(iterates[k].parameters[0], x);
      near(12)(iterates[k].loss, J);
    });
  });

  test('gd-x2-sin2y, where the rule is asked after the update', () => {
    const graph = parametersOf('J = x^2 + sin(y)^2', { x: 3, y: 1 });
    const stop = [{ kind: 'loss-below', value: 0.01 }] as const;
    const trainer = new Trainer(graph, 'J', descent(0.1, stop, { check: 'after' }));
    const iterates = runOut(trainer);
    const wanted = figures['gd-x2-sin2y'].iterates;
    expect(iterates).toHaveLength(wanted.length);
    wanted.forEach(({ x, y, J }, k) => {
      near(10)(iterates[k].parameters[0], x);
      near(10)(iterates[k].parameters[1], y);
      near(10)(iterates[k].loss, J);
    });
    near(12)(trainer.snapshot().parameters[0], 0.06755399441055746);
    near(12)(trainer.snapshot().parameters[1], 0.04067260066508106);
  });

  const line: Samples = {
    count: 100,
    inputs: new Map([
      ['x', Float64Array.from({ length: 100 }, (_, i) => (i + 1) / 100)],
      [
        'y',
        Float64Array.from(
          { length: 100 },
          (_, i) => (2 * (i + 1)) / 100 + 3 + 0.1 * Math.sin(i + 1),
        ),
      ],
    ]),
  };

  test.each([
    ['linreg-sgd', 1],
    ['linreg-minibatch', 5],
    ['linreg-fullbatch', 100],
  ] as const)('%s', (id, batch) => {
    const graph = parametersOf('J = 1/2*(w*x+b-y)^2', { w: 0, b: 0 }, 'x y');
    const trainer = new Trainer(graph, 'J', descent(0.1, [], { batch }), line);
    const place = (name: string) => trainer.objective.trained.findIndex((each) => each.id === name);
    for (const { updates, w, b, J } of figures[id].iterates) {
      while (trainer.snapshot().count < updates) trainer.advance();
      near(8)(trainer.snapshot().parameters[place('w')], w);
      near(8)(trainer.snapshot().parameters[place('b')], b);
      near(8)(trainer.lossOfAll(), J);
    }
  });
});
