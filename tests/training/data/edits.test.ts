import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Dataset, emptyGraph } from '../../../src/graph/index.ts';
import {
  addColumn,
  addRows,
  cellText,
  type DataEdit,
  datasetOfInputs,
  pasteCells,
  readTable,
  removeColumn,
  removeRows,
  renameColumn,
  setCell,
  splitWords,
  writeTable,
} from '../../../src/training/index.ts';

const data: Dataset = {
  version: 1,
  columns: [
    { name: 'x', values: [1, 2, 3] },
    { name: 'kind', values: [0, 1, 0], labels: ['a', 'b'] },
  ],
  bind: { u: 'x' },
  scale: { x: 'range' },
};

function made(result: DataEdit): Dataset {
  if (!result.ok) throw new Error(result.reason.en);
  return result.dataset;
}

function refusal(result: DataEdit): string {
  return result.ok ? '' : result.reason.en;
}

/** The cells as texts, row by row. */
function texts({ columns }: Dataset): string[][] {
  return columns[0].values.map((_, row) => columns.map((column) => cellText(column, row)));
}

describe('a cell', () => {
  test('takes numbers as people type them', () => {
    for (const [typed, number] of [
      ['7', 7],
      ['-1,5', -1.5],
      ['−2.5e3', -2500],
      ['１．５', 1.5],
      [' .5 ', 0.5],
    ] as const) {
      expect(made(setCell(data, 1, 0, typed)).columns[0].values).toEqual([1, number, 3]);
    }
    for (const typed of ['', 'abc', 'NaN', 'Infinity', '1e999', '1 2']) {
      expect(refusal(setCell(data, 1, 0, typed))).toContain('not a number');
    }
    expect(data.columns[0].values).toEqual([1, 2, 3]);
  });

  test('of words takes known ones and new ones, and forgets those at the end that are gone', () => {
    const known = made(setCell(data, 0, 1, 'b'));
    expect(known.columns[1]).toEqual({ name: 'kind', values: [1, 1, 0], labels: ['a', 'b'] });
    const fresh = made(setCell(data, 0, 1, ' c '));
    expect(fresh.columns[1]).toMatchObject({ values: [2, 1, 0], labels: ['a', 'b', 'c'] });
    expect(made(setCell(fresh, 0, 1, 'a')).columns[1]).toEqual(data.columns[1]);
    expect(refusal(setCell(data, 0, 1, '  '))).toContain('missing');
  });
});

describe('rows and columns', () => {
  test('are added and removed where asked for', () => {
    expect(texts(made(addRows(data, 1, 2)))).toEqual([
      ['1', 'a'],
      ['0', 'a'],
      ['0', 'a'],
      ['2', 'b'],
      ['3', 'a'],
    ]);
    expect(texts(made(removeRows(data, 0, 2)))).toEqual([['3', 'a']]);
    expect(refusal(removeRows(data, 0, 3))).toContain('One row');
    const wider = made(addColumn(data, 1));
    expect(wider.columns.map(({ name }) => name)).toEqual(['x', 'c3', 'kind']);
    const { columns, bind, scale } = made(removeColumn(data, 0));
    expect([columns.length, bind, scale]).toEqual([1, undefined, undefined]);
    expect(refusal(removeColumn(made(removeColumn(data, 0)), 0))).toContain('One column');
  });

  test('there are no more of than can be kept', () => {
    expect(refusal(addRows(data, 0, 200_000))).toContain('up to 200,000');
  });

  test('keep where they go when they are renamed, and no two get one name', () => {
    const renamed = made(renameColumn(data, 0, ' hours '));
    expect(renamed).toMatchObject({ bind: { u: 'hours' }, scale: { hours: 'range' } });
    expect(renamed.columns[0].name).toBe('hours');
    expect(refusal(renameColumn(data, 0, 'kind'))).toContain('already');
    expect(refusal(renameColumn(data, 0, ' '))).toContain('needs a name');
    expect(made(renameColumn(data, 0, 'x'))).toBe(data);
  });
});

describe('words', () => {
  test('become columns of 0 and 1, under names that are free', () => {
    const { columns } = made(
      splitWords({ ...data, columns: [...data.columns, { name: 'b', values: [7, 8, 9] }] }, 1),
    );
    expect(columns.map(({ name }) => name)).toEqual(['x', 'kind', 'a', 'b (2)', 'b']);
    expect(columns[2].values).toEqual([1, 0, 1]);
    expect(columns[3].values).toEqual([0, 1, 0]);
  });

  test('that a file holds twice stay as they are when another comes', () => {
    const twice = {
      version: 1,
      columns: [{ name: 'k', values: [1, 0], labels: ['a', 'a'] }],
    } as const;
    expect(made(setCell(twice, 1, 0, 'b')).columns[0]).toEqual({
      name: 'k',
      values: [1, 2],
      labels: ['a', 'a', 'b'],
    });
  });
});

test('a table of the inputs begins with what they hold', () => {
  const nodes = [
    { id: 'x', op: 'input', value: 3 },
    { id: 'y', op: 'input' },
    { id: 'v', op: 'input', value: [1, 2] },
  ];
  expect(datasetOfInputs({ ...emptyGraph, nodes })).toEqual({
    version: 1,
    columns: [
      { name: 'x', values: [3] },
      { name: 'y', values: [0] },
    ],
    bind: { x: 'x', y: 'y' },
  });
  expect(datasetOfInputs(emptyGraph).columns).toHaveLength(1);
});

describe('a block of cells', () => {
  test('goes where it is pasted, and grows the table downward', () => {
    const pasted = made(pasteCells(data, 2, 0, '8\tb\r\n9\tc\r\n'));
    expect(texts(pasted)).toEqual([
      ['1', 'a'],
      ['2', 'b'],
      ['8', 'b'],
      ['9', 'c'],
    ]);
    expect(pasted.columns[1].labels).toEqual(['a', 'b', 'c']);
  });

  test('grows the columns beside it, too', () => {
    const pasted = made(pasteCells(data, 2, 0, '8\n9'));
    expect(pasted.columns.map(({ values }) => values.length)).toEqual([4, 4]);
    expect(texts(pasted).at(-1)).toEqual(['9', 'a']);
  });

  test('reads commas as the whole of what is pasted has them', () => {
    const table = {
      version: 1,
      columns: ['x', 'y'].map((name) => ({ name, values: [0, 0] })),
    } as const;
    const pasted = (text: string) =>
      made(pasteCells(table, 0, 0, text)).columns.map(({ values }) => [...values]);
    expect(pasted('1,200\t1,500\n2,400\t7')).toEqual([
      [1200, 2400],
      [1500, 7],
    ]);
    expect(pasted('1,200\t1,5\n2,4\t7')).toEqual([
      [1.2, 2.4],
      [1.5, 7],
    ]);
    expect(pasted('1.5\t2,5\n1\t1')).toEqual([
      [1.5, 1],
      [2.5, 1],
    ]);
  });

  test('is refused as a whole where one cell cannot be', () => {
    expect(refusal(pasteCells(data, 0, 0, '1\n2\noops'))).toBe(
      '“oops” is not a number (x, row 3).',
    );
    expect(refusal(pasteCells(data, 0, 1, 'a\tb'))).toContain('2 columns cannot');
    expect(refusal(pasteCells(data, 0, 0, ''))).toContain('nothing');
  });

  test('that is copied comes back the same', () => {
    const column = fc.record({
      values: fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), {
        minLength: 5,
        maxLength: 5,
      }),
    });
    fc.assert(
      fc.property(fc.array(column, { minLength: 1, maxLength: 4 }), (columns) => {
        const from: Dataset = {
          version: 1,
          columns: columns.map(({ values }, i) => ({ name: `c${i}`, values })),
        };
        const empty = columns.map((_, i) => ({ name: `c${i}`, values: [0] }));
        const text = writeTable(from.columns, '\t', { header: false });
        const back = made(pasteCells({ version: 1, columns: empty }, 0, 0, text));
        const plain = (x: number) => x + 0;
        expect(back.columns.map(({ values }) => values.map(plain))).toEqual(
          from.columns.map(({ values }) => values.map(plain)),
        );
      }),
    );
  });
});

describe('a written table', () => {
  test('is read as it was', () => {
    const word = fc
      .string({ unit: fc.constantFrom(...'ab ,;"\n\t中é') })
      .map((text) => `w${text.trim()}`);
    const rows = fc.array(fc.tuple(fc.double({ noNaN: true, noDefaultInfinity: true }), word), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(rows, (rows) => {
        const labels = [...new Set(rows.map(([, label]) => label))];
        const columns = [
          { name: 'a "number", x', values: rows.map(([x]) => x) },
          { name: 'kind', values: rows.map(([, label]) => labels.indexOf(label)), labels },
        ];
        const result = readTable(writeTable(columns, ','), { delimiter: ',', header: true });
        if (!result.ok) throw new Error(result.reason.en);
        expect(result.bad).toEqual([]);
        const [number, kind] = result.table.columns;
        expect(number.name).toBe('a "number", x');
        expect([...number.values]).toEqual(columns[0].values);
        expect([...kind.values].map((place) => kind.labels?.[place])).toEqual(
          rows.map(([, label]) => label),
        );
      }),
    );
  });

  test('holds nothing that a spreadsheet would run as a formula', () => {
    const columns = [
      { name: '=1+1', values: [0, -2] },
      { name: 'k', values: [0, 0], labels: ['@x'] },
    ];
    const text = writeTable(columns, ',', { isFile: true });
    expect(text).toBe("'=1+1,k\r\n0,'@x\r\n-2,'@x");
  });
});
