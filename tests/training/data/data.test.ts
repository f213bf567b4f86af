import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Dataset, emptyGraph } from '../../../src/graph/index.ts';
import { type Bound, bindData } from '../../../src/training/data/binding.ts';
import {
  addColumn,
  addRows,
  type DataEdit,
  removeColumn,
  removeRows,
  renameColumn,
  setCell,
} from '../../../src/training/data/edits.ts';
import { scaled, scaleOf, unscaled } from '../../../src/training/data/scale.ts';
import { split } from '../../../src/training/data/split.ts';
import { LeastSquares } from '../../../src/training/leastSquares.ts';

const numbers = fc
  .array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 50 })
  .map((items) => Float64Array.from(items));

describe('a scale', () => {
  test('is undone to the number it was', () => {
    fc.assert(
      fc.property(numbers, fc.constantFrom('none', 'range', 'standard'), (column, scaling) => {
        const scale = scaleOf(column, scaling);
        for (const x of column) {
          const back = unscaled(scaled(x, scale), scale);
          expect(Math.abs(back - x)).toBeLessThanOrEqual(
            1e-9 * Math.max(1, Math.abs(x), Math.abs(scale.shift)),
          );
        }
      }),
    );
  });

  test('of a range goes from 0 to 1; a constant column becomes 0', () => {
    fc.assert(
      fc.property(numbers, (column) => {
        const scale = scaleOf(column, 'range');
        const all = [...column].map((x) => scaled(x, scale));
        expect(Math.min(...all)).toBe(0);
        expect(Math.max(...all)).toBe(
          new Set(column).size === 1 || column.every((x) => x === column[0]) ? 0 : 1,
        );
      }),
    );
  });

  test('of a standard has mean 0 and deviation 1', () => {
    const scale = scaleOf(Float64Array.of(2, 4, 4, 4, 5, 5, 7, 9), 'standard');
    expect(scale).toEqual({ shift: 5, spread: 2 });
  });
});

describe('a split', () => {
  test('puts every row on one side, and always leaves one to train with', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(),
        (count, share, seed) => {
          const { train, test } = split(count, share, seed);
          // Each side in the order of the table.
          for (const side of [train, test]) expect(side).toEqual(side.slice().sort());
          expect([...train, ...test].sort((a, b) => a - b)).toEqual(
            Array.from({ length: count }, (_, i) => i),
          );
          expect(train.length).toBeGreaterThan(0);
          expect(test.length).toBe(Math.min(count - 1, Math.floor(count * share)));
        },
      ),
    );
  });
});

/** The weights for rows that come so many at a time. */
function leastSquares(rows: readonly number[][], targets: readonly number[], atOnce = 2) {
  const equation = new LeastSquares(rows[0].length);
  for (let from = 0; from < rows.length; from += atOnce) {
    const some = rows.slice(from, from + atOnce);
    const columns = rows[0].map((_, j) => some.map((row) => row[j]));
    equation.add(columns, targets.slice(from, from + atOnce));
  }
  return equation.solve();
}

describe('least squares', () => {
  test('gives the line and the plane of the course notes', () => {
    const line = leastSquares(
      [
        [1, 1],
        [2, 1],
        [3, 1],
        [4, 1],
      ],
      [2, 3, 5, 6],
    );
    expect(line?.[0]).toBeCloseTo(1.4, 12);
    expect(line?.[1]).toBeCloseTo(0.5, 12);
    const plane = leastSquares(
      [
        [1, 1, 2],
        [1, 2, 1],
        [1, 3, 4],
        [1, 4, 3],
        [1, 5, 5],
      ],
      [9.1, 7.9, 19.2, 17.8, 26.1],
    );
    [0.9533333333333275, 1.8611111111111083, 3.1611111111111154].forEach((w, i) => {
      expect(plane?.[i]).toBeCloseTo(w, 10);
    });
  });

  test('leaves a residual that is orthogonal to every column', () => {
    const row = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), {
      minLength: 3,
      maxLength: 3,
    });
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 4, maxLength: 20 }),
        fc.infiniteStream(fc.double({ min: -5, max: 5, noNaN: true })),
        (rows, stream) => {
          const targets = rows.map(() => stream.next().value as number);
          const w = leastSquares(rows, targets);
          if (w === undefined || w.some((x) => Math.abs(x) > 1e4)) return;
          const residuals = rows.map(
            (row, i) => row.reduce((sum, x, j) => sum + x * w[j], 0) - targets[i],
          );
          for (const column of [0, 1, 2]) {
            const dot = rows.reduce((sum, row, i) => sum + row[column] * residuals[i], 0);
            expect(Math.abs(dot)).toBeLessThan(1e-3);
          }
        },
      ),
    );
  });

  test('has no answer where columns depend on each other', () => {
    expect(
      leastSquares(
        [
          [1, 2],
          [2, 4],
          [3, 6],
        ],
        [1, 2, 3],
      ),
    ).toBeUndefined();
  });
});

describe('data that is bound', () => {
  const dataset = {
    version: 1,
    columns: ['a', 'b', 'c'].map((name, i) => ({ name, values: [i, 2, 3, 4, 5, 6, 7, 8] })),
    bind: { x: 'a', y: 'b', u: 'a' },
    scale: { b: 'standard' },
    test: { share: 0.25, seed: 1 },
  } as const satisfies Dataset;
  const bound = (changed: Dataset, before?: Bound) => {
    const data = bindData({ ...emptyGraph, dataset: changed }, before);
    if (data === undefined) throw new Error('nothing is bound');
    return data;
  };

  test('keeps what an edit of one cell left alone', () => {
    const before = bound(dataset);
    const edit = setCell(dataset, 3, 1, '40');
    if (!edit.ok) throw new Error('cannot be edited');
    const after = bound(edit.dataset, before);
    expect(after.rows).toBe(before.rows);
    for (const part of ['train', 'test'] as const) {
      expect(after[part].inputs.get('x')).toBe(before[part].inputs.get('x'));
      expect(after[part].inputs.get('u')).toBe(before[part].inputs.get('x'));
      expect(after[part].inputs.get('y')).not.toBe(before[part].inputs.get('y'));
    }
  });

  test('is what it would be without anything before, however it is edited', () => {
    const change = fc.constantFrom<(data: Dataset) => DataEdit | Dataset>(
      (data) => setCell(data, data.columns[0].values.length - 1, data.columns.length - 1, '40'),
      (data) => setCell(data, 0, 0, '-7'),
      (data) => addRows(data, 2, 1),
      (data) => removeRows(data, 0, 2),
      (data) => renameColumn(data, 0, `${data.columns[0].name}1`),
      (data) => removeColumn(data, 0),
      (data) => addColumn(data, 0),
      (data) => ({ ...data, bind: { x: data.columns[0].name } }),
      (data) => ({ ...data, bind: { y: data.columns[0].name, x: data.columns[0].name } }),
      (data) => ({ ...data, scale: { [data.columns[0].name]: 'range' } }),
      (data) => ({ ...data, test: { share: 0.5 } }),
      (data) => ({ ...data, test: { share: 0.5, seed: 9 } }),
    );
    fc.assert(
      fc.property(fc.array(change, { maxLength: 6 }), (changes) => {
        let data: Dataset = dataset;
        let last = bindData({ ...emptyGraph, dataset });
        for (const make of changes) {
          const made = make(data);
          if ('ok' in made && !made.ok) continue;
          data = 'ok' in made ? made.dataset : made;
          last = bindData({ ...emptyGraph, dataset: data }, last);
          expect(last).toEqual(bindData({ ...emptyGraph, dataset: data }));
        }
      }),
    );
  });

  test('is every row of the columns that go somewhere, scaled by what the training rows hold', () => {
    const column = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 4, maxLength: 40 });
    const share = fc.constantFrom(0, 0.25, 0.5);
    fc.assert(
      fc.property(column, share, fc.nat(), (values, share, seed) => {
        const dataset = {
          version: 1,
          columns: [
            { name: 'a', values },
            { name: 'b', values: values.map((x) => 2 * x) },
          ],
          bind: { x: 'b', u: 'b' },
          scale: { b: 'range' },
          test: { share, seed },
        } as const;
        const bound = bindData({ ...emptyGraph, dataset });
        if (bound === undefined) throw new Error('nothing is bound');
        expect([...bound.train.inputs.keys()]).toEqual(['x', 'u']);
        const { shift, spread } = bound.scales.get('b') ?? { shift: Number.NaN, spread: 0 };
        const seen = [...bound.rows.train].map((row) => 2 * values[row]);
        expect(shift).toBe(Math.min(...seen));
        expect(spread).toBe(Math.max(...seen) - Math.min(...seen) || 1);
        for (const part of ['train', 'test'] as const) {
          expect(bound[part].count).toBe(bound.rows[part].length);
          expect([...(bound[part].inputs.get('x') ?? [])]).toEqual(
            [...bound.rows[part]].map((row) => (2 * values[row] - shift) / spread),
          );
        }
        const all = [...bound.rows.train, ...bound.rows.test].sort((a, b) => a - b);
        expect(all).toEqual(values.map((_, row) => row));
      }),
    );
  });

  test('is none without a column that goes to an input', () => {
    const dataset = { version: 1, columns: [{ name: 'a', values: [1] }] } as const;
    expect(bindData({ ...emptyGraph, dataset })).toBeUndefined();
    expect(bindData(emptyGraph)).toBeUndefined();
  });
});
