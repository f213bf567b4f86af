import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitCells } from '../../../src/training/data/cells.ts';
import { type Delimiter, readTable } from '../../../src/training/data/readTable.ts';
import { rowCount } from '../../../src/training/data/table.ts';

/** Columns by name, as plain numbers. */
function read(text: string): Record<string, number[]> {
  const result = readTable(text);
  if (!result.ok) throw new Error(result.reason.en);
  return Object.fromEntries(result.table.columns.map(({ name, values }) => [name, [...values]]));
}

const delimiter = fc.constantFrom<Delimiter>(',', ';', '\t');
const lineEnd = fc.constantFrom('\n', '\r\n', '\r');
const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 });
const anyTable = fc.integer({ min: 2, max: 5 }).chain((width) =>
  fc.array(fc.array(number, { minLength: width, maxLength: width }), {
    minLength: 1,
    maxLength: 20,
  }),
);

describe('a table of numbers', () => {
  test('is read as it was written, whatever parts its cells and lines', () => {
    fc.assert(
      fc.property(
        anyTable,
        delimiter,
        lineEnd,
        fc.boolean(),
        fc.boolean(),
        (rows, parts, end, header, comma) => {
          const decimalComma = comma && parts !== ',';
          const write = (x: number) => (decimalComma ? String(x).replace('.', ',') : String(x));
          const names = rows[0].map((_, i) => `column ${i}`);
          const lines = rows.map((row) => row.map(write).join(parts));
          const text = (header ? [names.join(parts), ...lines] : lines).join(end);
          const result = readTable(text);
          if (!result.ok) throw new Error(result.reason.en);
          expect(result.bad).toEqual([]);
          expect(result.form).toMatchObject({ delimiter: parts, header });
          result.table.columns.forEach(({ name, values }, i) => {
            if (header) expect(name).toBe(names[i]);
            expect([...values]).toEqual(rows.map((row) => Number(String(row[i]))));
          });
        },
      ),
    );
  });

  test('keeps every row of any text: loaded, or named by its line', () => {
    const cell = fc.oneof(
      number.map(String),
      fc.constantFrom(
        '',
        'setosa',
        'NaN',
        '1,5',
        '"a b"',
        '"1',
        '1e400',
        ' 7 ',
        '−2',
        '"a\nb"',
        '"',
      ),
    );
    const anyText = fc
      .array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 12 })
      .chain((rows) => delimiter.map((parts) => rows.map((row) => row.join(parts)).join('\n')));
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string()), (text) => {
        const result = readTable(text);
        const lines = text.split(/\r\n|\r|\n/).length;
        for (const { line } of result.bad) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(lines);
        }
        if (!result.ok) {
          expect(result.reason.en).not.toBe('');
          return;
        }
        const { delimiter, header } = result.form;
        const rows = splitCells(text.replace(/^\ufeff/, ''), delimiter);
        const filled = rows.filter(({ cells }) => cells.join('') !== '').length;
        expect(rowCount(result.table) + result.bad.length).toBe(filled - (header ? 1 : 0));
        // Each line is named once, and is the line a row begins on.
        const begins = new Set(rows.map(({ line }) => line));
        expect(new Set(result.bad.map(({ line }) => line)).size).toBe(result.bad.length);
        expect(result.bad.every(({ line }) => begins.has(line))).toBe(true);
        for (const { values } of result.table.columns) {
          expect([...values].every(Number.isFinite)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('says which lines it leaves out, and why', () => {
    const result = readTable('x,y\n1,2\n3\n4,oops\n\n5,\n6,7\n');
    if (!result.ok) throw new Error(result.reason.en);
    expect(result.bad.map(({ line, reason }) => [line, reason.en])).toEqual([
      [3, '1 cells instead of 2'],
      [4, '“oops” for y is not a number'],
      [6, 'no value for y'],
    ]);
    expect([...result.table.columns[1].values]).toEqual([2, 7]);
  });

  test('takes words as classes, in the order they come', () => {
    const result = readTable('length;kind\n5,1;setosa\n7,0;virginica\n4,9;setosa');
    if (!result.ok) throw new Error(result.reason.en);
    expect(result.form.decimalComma).toBe(true);
    const [length, kind] = result.table.columns;
    expect([...length.values]).toEqual([5.1, 7, 4.9]);
    expect([...kind.values]).toEqual([0, 1, 0]);
    expect(kind.labels).toEqual(['setosa', 'virginica']);
  });

  test('tells columns of one name apart, and names those without', () => {
    expect(Object.keys(read('x,x,\n1,2,3'))).toEqual(['x', 'x (2)', 'c3']);
  });

  test('leaves out the line of a quote that is never closed, and no other', () => {
    const result = readTable('x,y\n1,2\n"3,4\n5,6\n"7\n",8\n9,10');
    if (!result.ok) throw new Error(result.reason.en);
    // The quote of line 3 ends in line 5; that of line 6 does not end.
    expect(result.bad.map(({ line }) => line)).toEqual([3, 6]);
    const open = readTable('x,y\n1,2\n"3,4\n5,6\n7,8');
    if (!open.ok) throw new Error(open.reason.en);
    expect(open.bad).toMatchObject([{ line: 3, reason: { en: 'a quote is never closed' } }]);
    expect([...open.table.columns[0].values]).toEqual([1, 5, 7]);
  });

  test('leaves out columns of many different words, and says which', () => {
    const rows = Array.from({ length: 60 }, (_, i) => `Ann ${i},${i},${i % 2 ? 'yes' : 'no'}`);
    const result = readTable(['name,x,y', ...rows].join('\n'));
    if (!result.ok) throw new Error(result.reason.en);
    expect(result.leftOut).toEqual(['name']);
    expect(result.table.columns.map(({ name }) => name)).toEqual(['x', 'y']);
    expect(rowCount(result.table)).toBe(60);
    expect(readTable(rows.map((row) => row.split(',')[0]).join('\n'), { delimiter: ',' }).ok).toBe(
      false,
    );
  });

  test('takes no mark of a missing value for a number or a class', () => {
    const result = readTable('x,kind\n1,a\nNaN,b\n3,NA\nInfinity,a\n5,?\n6,b');
    if (!result.ok) throw new Error(result.reason.en);
    expect(result.bad.map(({ line, reason }) => `${line}: ${reason.en}`)).toEqual([
      '3: “NaN” for x is not a number',
      '4: no value for kind',
      '5: “Infinity” for x is not a number',
      '6: no value for kind',
    ]);
    expect(result.table.columns[1].labels).toEqual(['a', 'b']);
  });

  test('does without columns that are not wanted, and what is wrong in them', () => {
    const text = 'x,cabin,y\n1,,2\n3,,4\n5,C7,6';
    const all = readTable(text);
    expect(all.bad.map(({ line, column }) => [line, column])).toEqual([
      [2, 'cabin'],
      [3, 'cabin'],
    ]);
    const some = readTable(text, { without: ['cabin'] });
    if (!some.ok) throw new Error(some.reason.en);
    expect(some.bad).toEqual([]);
    expect(some.table.columns.map(({ name }) => name)).toEqual(['x', 'y']);
  });

  test('is refused where it is more than can be kept', () => {
    const wide = readTable(`${new Array(65).fill('1').join(',')}\n`);
    expect(wide.ok ? '' : wide.reason.en).toContain('up to 64');
    const long = readTable('1\n'.repeat(200_001));
    expect(long.ok ? '' : long.reason.en).toContain('up to 200,000');
    const much = readTable(`${new Array(50).fill('1').join(',')}\n`.repeat(20_001));
    expect(much.ok ? '' : much.reason.en).toContain('up to 20,000');
  });

  test('is read past a byte order mark, as spreadsheets write it', () => {
    expect(Object.keys(read('\ufeffx,y\r\n1,2\r\n'))).toEqual(['x', 'y']);
    expect(Object.keys(read('\ufeff"x","y"\r\n1,2\r\n'))).toEqual(['x', 'y']);
  });

  test('understands quotes, within which commas and line ends are text', () => {
    expect(splitCells('"a, b",1\n"c ""d""\ne",2', ',')).toEqual([
      { line: 1, cells: ['a, b', '1'] },
      { line: 2, cells: ['c "d"\ne', '2'] },
    ]);
  });

  test.each(['', '   \n', 'x,y', '\n\n'])('of nothing (%j) is none, and says so', (text) => {
    expect(readTable(text).ok).toBe(false);
  });
});
