import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { builtInSets, dependsOnSeed, makeSet, rowCount } from '../../../src/training/index.ts';

/** A column as plain numbers. */
function column(name: string, ...made: Parameters<typeof makeSet>): number[] {
  const found = makeSet(...made).columns.find((each) => each.name === name);
  return [...(found?.values ?? [])];
}

describe.each(builtInSets.map((set) => ({ id: set.id, set })))('the set $id', ({ id, set }) => {
  test('is the same for the same seed, and another one for another where it is random', () => {
    const seed = fc.integer({ min: 0, max: 2 ** 32 - 1 });
    fc.assert(
      fc.property(seed, seed, (one, other) => {
        expect(makeSet(id, {}, one)).toEqual(makeSet(id, {}, one));
        if (one === other) return;
        const isSame =
          JSON.stringify(makeSet(id, {}, one)) === JSON.stringify(makeSet(id, {}, other));
        expect(isSame).toBe(!dependsOnSeed(id));
      }),
      { numRuns: 20 },
    );
  });

  test('has as many rows as asked for, all finite, under names that differ', () => {
    const hasRows = set.settings.some((setting) => setting.id === 'rows');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.nat(), (rows, seed) => {
        const table = makeSet(id, { rows }, seed);
        if (hasRows) expect(rowCount(table)).toBe(rows);
        expect(new Set(table.columns.map(({ name }) => name)).size).toBe(table.columns.length);
        for (const { values } of table.columns) {
          expect(values.length).toBe(rowCount(table));
          expect(values.every(Number.isFinite)).toBe(true);
        }
      }),
      { numRuns: 20 },
    );
  });

  test('can be made at every choice, and takes no setting out of bounds', () => {
    for (const setting of set.settings) {
      if (setting.kind === 'number') {
        for (const wild of [Number.NaN, -1e9, 1e9]) {
          const rows = setting.id === 'rows' && wild > 0 ? 7 : wild;
          expect(rowCount(makeSet(id, { [setting.id]: rows }))).toBeGreaterThan(0);
        }
      } else {
        const all = setting.choices.map((choice) => makeSet(id, { [setting.id]: choice.id }));
        expect(new Set(all.map((table) => JSON.stringify(table))).size).toBe(all.length);
      }
    }
  });
});

describe('the gates', () => {
  test.each([
    ['and', [0, 0, 0, 1]],
    ['or', [0, 1, 1, 1]],
    ['nand', [1, 1, 1, 0]],
    ['nor', [1, 0, 0, 0]],
    ['xor', [0, 1, 1, 0]],
    ['xnor', [1, 0, 0, 1]],
  ])('%s gives what its table says, as 0 and 1 or as −1 and 1', (gate, outcome) => {
    expect(column('x1', 'gates', { gate })).toEqual([0, 0, 1, 1]);
    expect(column('x2', 'gates', { gate })).toEqual([0, 1, 0, 1]);
    expect(column('y', 'gates', { gate })).toEqual(outcome);
    expect(column('y', 'gates', { gate, targets: 'signs' })).toEqual(
      outcome.map((y) => (y === 1 ? 1 : -1)),
    );
  });

  test('not turns its one input over', () => {
    expect(column('y', 'gates', { gate: 'not' })).toEqual([1, 0]);
  });
});

describe('the numbers of the course notes', () => {
  test('are those of the line', () => {
    const x = column('x', 'course-line');
    const y = column('y', 'course-line');
    expect([x[0], x[99]]).toEqual([0.01, 1]);
    expect(y[0]).toBeCloseTo(3.1041471, 7);
    const mean = y.reduce((sum, value) => sum + value ** 2 / 2, 0) / 100;
    expect(mean).toBeCloseTo(8.20673606, 8);
  });

  test('are those of the snake curve, to its noise', () => {
    const values = column('y', 'snake', { noise: 0, rows: 500 });
    // x = 0.129 and 0.199, whose rows the notes have.
    expect(values[64]).toBeCloseTo(-0.247320835, 9);
    expect(values[99]).toBeCloseTo(-0.283501305, 9);
    expect(values[302]).toBeCloseTo(
      0.4 * 0.605 ** 2 + 0.3 * 0.605 * Math.sin(9.075) + 0.01 * Math.cos(30.25) - 0.3,
      12,
    );
  });

  test('are those of the sine without noise', () => {
    const y = column('y', 'sine', { noise: 0 });
    expect(y[0]).toBe(Math.sin(2 * Math.PI * 0.005));
    expect(y.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 12);
  });
});

describe('classes', () => {
  test('are as often as each other', () => {
    const shape = fc.constantFrom('clouds', 'circle', 'corners', 'moons');
    fc.assert(
      fc.property(shape, fc.integer({ min: 1, max: 50 }), fc.nat(), (shape, half, seed) => {
        const y = column('y', 'two-classes', { shape, rows: 2 * half }, seed);
        expect(y.filter((kind) => kind === 1).length).toBe(half);
        expect(y.filter((kind) => kind === 0).length).toBe(half);
        const thirds = ['y1', 'y2', 'y3'].map((name) =>
          column(name, 'three-classes', { rows: 3 * half }, seed),
        );
        for (const third of thirds) expect(third.filter((one) => one === 1).length).toBe(half);
        thirds[0].forEach((_, i) => {
          expect(thirds.reduce((sum, third) => sum + third[i], 0)).toBe(1);
        });
      }),
      { numRuns: 20 },
    );
  });

  test('lie where they are said to: without spread a disc in a ring, clouds at their middles', () => {
    const [x1, x2, y] = ['x1', 'x2', 'y'].map((name) =>
      column(name, 'two-classes', { shape: 'circle', spread: 0 }, 5),
    );
    y.forEach((kind, i) => {
      expect(Math.hypot(x1[i], x2[i]) > 1).toBe(kind === 1);
    });
    expect(column('x1', 'two-classes', { spread: 0, rows: 4 })).toEqual([-1, 1, -1, 1]);
  });
});
