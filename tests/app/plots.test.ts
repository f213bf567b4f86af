import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Reading } from '../../src/app/plots/chart.ts';
import { csvOf } from '../../src/app/plots/csv.ts';
import { nearest, stepFrom } from '../../src/app/plots/reading.ts';
import { parametersOf } from '../training/formulas.ts';

vi.stubGlobal('navigator', { language: 'en', platform: 'Linux' });
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }));
const { briefly, padded, ticksOf, tickText } = await import('../../src/app/plots/axes.ts');
const { passes } = await import('../../src/app/plots/charts/fit.ts');
const { levelsOf, valueIn } = await import('../../src/app/plots/charts/field.ts');
const { lossDomain } = await import('../../src/app/plots/charts/loss.ts');
const { truthOf } = await import('../../src/app/plots/charts/truth.ts');
const { lookOf, runLook } = await import('../../src/app/plots/look.ts');
const { isGate } = await import('../../src/app/plots/model.ts');
const { rangeOf, updatesPerEpoch } = await import('../../src/app/plots/runs.ts');
const { fitting, plain } = await import('../../src/app/plots/svgText.ts');
const { taskOf } = await import('../../src/training/task.ts');

describe('a line of a picture', () => {
  const letters = (text: string, size: number) => (plain(text).length * size) / 2;

  test('is as wide as there is room for, and whole where it has room', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z_ 一-三]{0,60}$/), { maxLength: 5 }),
        fc.integer({ min: 120, max: 600 }),
        (parts, room) => {
          const text = parts.join('`');
          const shown = fitting(text, room, 12, letters);
          expect(letters(shown, 12)).toBeLessThanOrEqual(room);
          expect(shown === text).toBe(letters(text, 12) <= room);
          expect(shown.split('`')).toHaveLength(text.split('`').length);
        },
      ),
    );
  });

  test('loses the middle of what is longest in it', () => {
    const name = `w_${'long'.repeat(12)}`;
    expect(fitting(`loss \`${name}\``, 120, 12, letters)).toBe('loss `w_longlongl…ong`');
  });
});

describe('numbers at an axis', () => {
  const span = fc
    .tuple(
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
    )
    .map(([low, width]): [number, number] => [low, low + width + 1e-4 * Math.abs(low)]);

  test('lie within it, ascend evenly and are not too many', () => {
    fc.assert(
      fc.property(span, fc.integer({ min: 80, max: 900 }), (domain, length) => {
        const ticks = ticksOf({ label: '', domain }, length);
        const slack = (domain[1] - domain[0]) * 1e-6;
        for (const tick of ticks) {
          expect(tick).toBeGreaterThanOrEqual(domain[0] - slack);
          expect(tick).toBeLessThanOrEqual(domain[1] + slack);
        }
        expect(ticks.length).toBeLessThanOrEqual(Math.max(6, length / 36 + 2));
        expect(ticks.length).toBeGreaterThanOrEqual(2);
      }),
    );
  });

  test.each([
    [[0, 10], 180, [0, 2, 4, 6, 8, 10]],
    [[0, 1.05], 120, [0, 0.5, 1]],
    [[-4, 4], 80, [-4, -2, 0, 2, 4]],
    [[5.5, 14], 80, [6, 8, 10, 12, 14]],
  ] as const)('are round between %j', (domain, length, ticks) => {
    expect(ticksOf({ label: '', domain }, length)).toEqual(ticks);
  });

  test('are whole where only whole numbers count', () => {
    expect(ticksOf({ label: '', domain: [0, 2], isWhole: true }, 400)).toEqual([0, 1, 2]);
  });

  test('are powers of ten on a log scale, and 1, 2, 5 where those are too few', () => {
    expect(ticksOf({ label: '', domain: [1e-4, 1e3], isLog: true }, 400)).toEqual([
      0.0001, 0.001, 0.01, 0.1, 1, 10, 100, 1000,
    ]);
    expect(ticksOf({ label: '', domain: [0.8, 6], isLog: true }, 400)).toEqual([1, 2, 5]);
  });

  test('are written short', () => {
    expect([0, 0.5, 1e-6, 0.00002, 3e9, 12000].map(tickText)).toEqual([
      '0',
      '0.5',
      '1e-6',
      '2e-5',
      '3e9',
      '12000',
    ]);
    expect(briefly(0.123456)).toBe('0.1235');
    expect(padded(3, 3)).toEqual([2.7, 3.3]);
  });
});

describe('reading by keys and by pointing', () => {
  const readings: Reading[] = [
    ...[0, 1, 2].map((x) => ({ x, y: 0, row: 0, text: () => `a${x}` })),
    ...[0, 2, 4].map((x) => ({ x, y: 10, row: 1, text: () => `b${x}` })),
  ];
  const all = ({ x, y }: Reading) => ({ x: 100 * x, y });
  const text = (key: string, from: number, placeOf = all as Parameters<typeof stepFrom>[3]) =>
    readings[stepFrom(key, readings, from, placeOf) ?? -1]?.text();

  test('arrows go along a row and from row to row at the same place', () => {
    expect(text('ArrowRight', 0)).toBe('a1');
    expect(text('ArrowRight', 2)).toBe('a2');
    expect(text('ArrowLeft', 1)).toBe('a0');
    expect(text('ArrowDown', 2)).toBe('b2');
    expect(text('ArrowUp', 5)).toBe('a2');
    expect(text('Home', 2)).toBe('a0');
    expect(text('End', 3)).toBe('b4');
    expect(text('x', 0)).toBeUndefined();
  });

  test('what is out of sight is passed over', () => {
    const placeOf = (reading: Reading) => (reading.text() === 'a1' ? undefined : all(reading));
    expect(text('ArrowRight', 0, placeOf)).toBe('a2');
  });

  test('the nearest within reach is pointed at', () => {
    expect(nearest(readings, all, { x: 190, y: 3 }, 30)).toBe(2);
    expect(nearest(readings, all, { x: 190, y: 9 }, 30)).toBe(4);
    expect(nearest(readings, all, { x: 300, y: 5 }, 30)).toBeUndefined();
  });
});

test('a table becomes CSV that is read back as it was', () => {
  const sheet = {
    columns: ['`eta` = 0.1', 'a "b", c'],
    rows: [
      [1, undefined],
      ['x\ny', 0.1],
    ],
  };
  expect(csvOf(sheet)).toBe('eta = 0.1,"a ""b"", c"\r\n1,\r\n"x\ny",0.1\r\n');
  // With all digits, where the page shows six.
  expect(csvOf({ columns: ['x'], rows: [[1 / 3], [0.1 + 0.2]] })).toBe(
    'x\r\n0.3333333333333333\r\n0.30000000000000004\r\n',
  );
});

describe('the losses in view', () => {
  const series = (losses: number[], isWild = false) => ({
    shown: { isDiverged: isWild, isGrowing: isWild },
    points: losses.map((loss, count) => ({ at: count, count, loss })),
  });

  test('are all of them where none runs away', () => {
    const [low, high] = lossDomain([series([4, 1, 0.5]), series([3, 5])], false);
    expect(low).toBe(0);
    expect(high).toBeGreaterThan(5);
    expect(high).toBeLessThan(6);
  });

  test('are not made flat by one that runs away', () => {
    const [, high] = lossDomain([series([4, 1]), series([4, 12, 1e9], true)], false);
    expect(high).toBeGreaterThan(12);
    expect(high).toBeLessThan(16);
  });

  test('are all positive on a log scale', () => {
    const [low, high] = lossDomain([series([4, 0.001])], true);
    expect(low).toBeGreaterThan(0);
    expect(low).toBeLessThan(0.001);
    expect(high).toBeGreaterThan(4);
  });
});

describe('fields', () => {
  const field = {
    size: 3,
    values: Float64Array.of(0, 1, 2, 3, 4, 5, 6, 7, 8),
    low: 0,
    high: 8,
    here: 0,
  };

  test('give the value of a point there, and between points that of its neighbours', () => {
    expect(valueIn(field, 0.5, 0.5)).toBe(4);
    expect(valueIn(field, 1, 1)).toBe(8);
    expect(valueIn(field, 0.25, 0)).toBe(0.5);
    expect(valueIn(field, 0, 0.75)).toBe(4.5);
  });

  test('have levels that lie closer at the bottom', () => {
    const levels = levelsOf(field, 3);
    expect(levels).toEqual([0.5, 2, 4.5]);
  });
});

describe('the range around iterates', () => {
  const run = (at: number[], isGrowing = false, batch?: number) => ({
    shown: {
      ...{ isDiverged: false, isGrowing },
      run: { plan: { batch } },
    } as Parameters<typeof rangeOf>[0][number]['shown'],
    spots: at.map((x, count) => ({ count, at: [x], loss: x * x, gradients: [2 * x] })),
  });

  test('has them and the present in the middle, with room', () => {
    expect(rangeOf([run([1, -1])], 0, 0, 0)).toEqual([-1.5, 1.5]);
    expect(rangeOf([run([1, -1])], 0, 0, 1)).toEqual([-0.75, 0.75]);
  });

  test('leaves out how far one ran away', () => {
    expect(rangeOf([run([1, -2, 40], true)], 0, 40, 0)).toEqual([-2.75, 1.75]);
  });

  test('has the bottom that the steps lead to, unless they go by other rows each', () => {
    const around = (one: ReturnType<typeof run>) =>
      rangeOf([one], 0, 1, 0).map((end) => Number(end.toPrecision(12)));
    expect(around(run([1.2, 1]))).toEqual([-0.3, 1.5]);
    expect(around(run([1.2, 1], false, 4))).toEqual([0.88, 1.32]);
    // A hill has none.
    const up = run([1.2, 1]);
    const hill = { ...up, spots: up.spots.map((spot) => ({ ...spot, gradients: [-spot.at[0]] })) };
    expect(around(hill)).toEqual([0.88, 1.32]);
  });

  test('is there without any run, wide enough to see a bend', () => {
    expect(rangeOf([], 0, 5, 0)).toEqual([-1.25, 11.25]);
    expect(rangeOf([], 0, Number.NaN, 0)).toEqual([-1, 1]);
  });
});

test('an epoch is as many updates as batches fit into the rows that train', () => {
  const columns = [{ name: 'x', values: Array.from({ length: 10 }, (_, i) => i) }];
  const source = {
    ...parametersOf('L = (w * x)^2', { w: 1 }, 'x'),
    dataset: { version: 1 as const, columns, test: { share: 0.2 } },
  };
  const move = { by: 'gradient', rule: 'adam', rate: 0.1 } as const;
  const run = (batch?: number) => updatesPerEpoch({ source, plan: { move, batch } });
  expect([run(), run(1), run(3), run(8)]).toEqual([1, 8, 3, 1]);
});

describe('truth tables', () => {
  const graph = parametersOf('h = 1 / (1 + exp(3 - 2 * x1 - 2 * x2))', {}, 'x1 x2');

  test('list all combinations, the last input changing fastest', () => {
    const task = taskOf(graph);
    if (task === undefined) throw new Error('no task');
    expect(isGate(task)).toBe(true);
    const rows = truthOf(graph, task, 0.5);
    expect(rows.map(({ features, taken }) => [...features, taken])).toEqual([
      [0, 0, 0],
      [0, 1, 0],
      [1, 0, 0],
      [1, 1, 1],
    ]);
  });

  test('are not for numbers other than yes and no', () => {
    const line = parametersOf('L = (w * x - y)^2', { w: 1 }, 'x y');
    const data = (x: number[]) => ({
      ...line,
      dataset: {
        version: 1 as const,
        columns: [
          { name: 'x', values: x },
          { name: 'y', values: [0, 1] },
        ],
        bind: { x: 'x', y: 'y' },
      },
    });
    const taskWith = (x: number[]) => {
      const task = taskOf(data(x));
      if (task === undefined) throw new Error('no task');
      return task;
    };
    expect(isGate(taskWith([0, 1]))).toBe(true);
    expect(isGate(taskWith([0, 2]))).toBe(false);
  });
});

test('a line is in a picture where it passes through it, however steeply', () => {
  const at = (...ys: number[]) => ys.map((y) => ({ y }));
  expect(passes(at(-5, 0.5), [0, 1])).toBe(true);
  expect(passes(at(-5, 5), [0, 1])).toBe(true);
  expect(passes(at(5, -5), [0, 1])).toBe(true);
  expect(passes(at(2, 5, 1e9), [0, 1])).toBe(false);
  expect(passes(at(-5, Number.NaN, 5), [0, 1])).toBe(false);
  expect(passes(at(Number.NaN, Number.POSITIVE_INFINITY), [0, 1])).toBe(false);
});

test.each(['light', 'dark'] as const)(
  '%s: no two runs that are kept look alike, even without colour',
  (theme) => {
    const look = lookOf(theme, 'teal-orange');
    // As many as a page keeps.
    const runs = Array.from({ length: 16 }, (_, place) => runLook(look, place));
    expect(new Set(runs.map(({ colour, dash }) => `${colour} ${dash}`)).size).toBe(16);
    expect(new Set(runs.map(({ colour, symbol }) => `${colour} ${symbol}`)).size).toBe(16);
    expect(new Set(runs.map(({ symbol, dash }) => `${symbol} ${dash}`)).size).toBe(16);
    expect(runs[0].dash).toBeUndefined();
  },
);
