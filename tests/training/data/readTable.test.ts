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
// Never with three decimals, which may be thousands.
const number = fc
  .double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 })
  .map((x) => Number(String(x).replace(/[.]\d{3}$/, '.5')));
const anyTable = fc.integer({ min: 2, max: 5 }).chain((width) =>
  fc.array(fc.array(number, { minLength: width, maxLength: width }), {
    minLength: 1,
    maxLength: 20,
  }),
);

/** What a cell says, and the number that is where a point, or a comma, stands before decimals. */
interface Meant {
  readonly text: string;
  readonly point?: number;
  readonly comma?: number;
}

const meant = fc.oneof(
  { weight: 4, arbitrary: number.map((x): Meant => withPoint(String(x), x)) },
  number.map((x): Meant => {
    const text = String(x);
    if (!text.includes('.')) return withPoint(text, x);
    return { text: text.replace('.', ','), comma: x };
  }),
  fc.constantFrom<Meant>(
    { text: '1e3', point: 1000, comma: 1000 },
    { text: '-0', point: -0, comma: -0 },
    { text: '+5', point: 5, comma: 5 },
    { text: '.5', point: 0.5 },
    { text: '−2', point: -2, comma: -2 },
    { text: '１２', point: 12, comma: 12 },
    { text: '－３．５', point: -3.5 },
    { text: '３，５', comma: 3.5 },
    { text: '1.234,5', comma: 1234.5 },
    { text: '1,234.5', point: 1234.5 },
    { text: '-1,234', point: -1234, comma: -1.234 },
    { text: '12.345.678', comma: 12_345_678 },
    ...['1,23,456', '0,123.5', '1 000', '1e400', '5²', '0x10', '--1', '1_0', '٣'].map(plain),
    ...['', 'NaN', 'oops', 'a"b', '"', 'a,b;c\td', 'a\nb', 'a\r\nb', 'a\0b', '中文'].map(plain),
  ),
);

function plain(text: string): Meant {
  return { text };
}

function withPoint(text: string, x: number): Meant {
  return text.includes('.') ? { text, point: x } : { text, point: x, comma: x };
}

/** A file as programs write them, how it is to be read, and what is in it. */
const anyFile = fc
  .record({
    delimiter,
    end: lineEnd,
    header: fc.boolean(),
    decimalComma: fc.boolean(),
    isMarked: fc.boolean(),
    isOpen: fc.boolean(),
    width: fc.integer({ min: 1, max: 4 }),
    rows: fc.array(
      fc.record({
        cells: fc.array(fc.record({ of: meant, isQuoted: fc.boolean() }), {
          minLength: 4,
          maxLength: 4,
        }),
        // Most rows are as wide as the first.
        width: fc.option(fc.integer({ min: 1, max: 4 }), { freq: 6 }),
        blanks: fc.constantFrom('', '', ' ', '\u00a0', '\u3000'),
        emptyLines: fc.constantFrom(0, 0, 0, 1, 2),
      }),
      { minLength: 1, maxLength: 12 },
    ),
  })
  .map(({ delimiter, end, header, decimalComma, isMarked, isOpen, width, rows }) => {
    let text = isMarked ? '\ufeff' : '';
    let line = 1;
    const put = (written: string) => {
      text += written + end;
      line += written.split(/\r\n|\r|\n/).length;
    };
    if (header) put(Array.from({ length: width }, (_, i) => `name ${i}`).join(delimiter));
    const written: { line: number; cells: Meant[]; isOpen: boolean }[] = [];
    rows.forEach(({ cells, width: own, blanks, emptyLines }, place) => {
      for (let i = 0; i < emptyLines; i++) put(blanks);
      const some = cells.slice(0, place === 0 ? width : (own ?? width));
      written.push({ line, cells: some.map(({ of }) => of), isOpen: false });
      const parts = some.map(({ of, isQuoted }) =>
        isQuoted || /[",;\t\r\n]/.test(of.text)
          ? `${blanks === ' ' ? ' ' : ''}"${of.text.replaceAll('"', '""')}"`
          : blanks + of.text + blanks,
      );
      put(parts.join(delimiter));
    });
    if (isOpen) {
      written.push({ line, cells: [], isOpen: true });
      put('"1');
    }
    // Rows of nothing around all others are no rows, and neither are lines without a delimiter.
    const isEmpty = ({ cells, isOpen }: { cells: Meant[]; isOpen: boolean }) =>
      !isOpen && cells.every((cell) => cell.text === '');
    const from = header ? 0 : written.findIndex((row) => !isEmpty(row));
    const to = written.findLastIndex((row) => !isEmpty(row)) + 1;
    const kept = written
      .slice(Math.max(0, from), to)
      .filter((row) => !isEmpty(row) || row.cells.length > 1);
    return {
      text,
      form: { delimiter, header, decimalComma },
      rows: kept,
      width: header ? width : (kept[0]?.cells.length ?? 0),
    };
  });

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

  test('keeps every row that is written: loaded as it is meant, or named by its line for what is wrong', () => {
    fc.assert(
      fc.property(anyFile, ({ text, form, rows, width }) => {
        const result = readTable(text, form);
        const named = new Map(result.bad.map((row) => [row.line, row]));
        expect(named.size).toBe(result.bad.length);
        if (!result.ok) {
          expect([...named.keys()]).toEqual(rows.map(({ line }) => line));
          return;
        }
        const { columns } = result.table;
        const loaded = rows.filter(({ line }) => !named.delete(line));
        expect([...named.keys()]).toEqual([]);
        expect(rowCount(result.table)).toBe(loaded.length);
        const numberOf = (cell: Meant) => (form.decimalComma ? cell.comma : cell.point);
        loaded.forEach(({ cells, isOpen }, row) => {
          expect([cells.length, isOpen]).toEqual([width, false]);
          columns.forEach(({ values, labels }, i) => {
            if (labels) expect(labels[values[row]]).toBe(cells[i].text);
            else expect(values[row]).toBe(numberOf(cells[i]));
          });
        });
        for (const { line, column } of result.bad) {
          const { cells = [], isOpen } = rows.find((row) => row.line === line) ?? {};
          const at = columns.findIndex(({ name }) => name === column);
          const wrong =
            at < 0 || columns[at].labels
              ? ['', 'NaN'].includes(cells[at]?.text ?? '')
              : numberOf(cells[at]) === undefined;
          expect(isOpen || cells.length !== width || wrong).toBe(true);
        }
      }),
      { numRuns: 1500 },
    );
  });

  test('keeps every row of any text: loaded, or named by its line', () => {
    const signs = fc.constantFrom(
      ...',;\t "\n\r|\'',
      ...'0123456789.+-−eE１，．',
      ...'ax中\0\ufeff\u00a0\u3000\u2028\u200b',
      ...['\r\n', '""', '1,5', '1.234,5', 'NaN', '-0'],
    );
    const anyText = fc.array(signs, { maxLength: 60 }).map((all) => all.join(''));
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string({ unit: 'binary' })), (text) => {
        const result = readTable(text);
        const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
        const named = result.bad.map(({ line }) => line);
        expect(new Set(named).size).toBe(named.length);
        for (const line of named) expect(lines[line - 1]).toMatch(/./su);
        if (!result.ok) {
          expect(result.reason.en).not.toBe('');
          return;
        }
        for (const { values, labels } of result.table.columns) {
          expect(values.every((x) => (labels ? labels[x] !== undefined : Number.isFinite(x)))).toBe(
            true,
          );
        }
        // Without quotes a row is a line, and needs nothing of ours to be told.
        if (text.includes('"')) return;
        const { delimiter, header } = result.form;
        const isEmpty = (line: string) => line.split(delimiter).every((cell) => cell.trim() === '');
        const from = lines.findIndex((line) => !isEmpty(line));
        const to = lines.findLastIndex((line) => !isEmpty(line)) + 1;
        const rows = lines
          .slice(from, to)
          .filter((line) => !isEmpty(line) || (delimiter !== ' ' && line.includes(delimiter)));
        expect(rowCount(result.table) + result.bad.length).toBe(rows.length - (header ? 1 : 0));
      }),
      { numRuns: 3000 },
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

  test('names an empty row among others, and passes over those around the table', () => {
    const result = readTable(',\n,\nx,y\n1,2\n,\n\n3,4\n,\n,\n');
    if (!result.ok) throw new Error(result.reason.en);
    expect(result.bad.map(({ line }) => line)).toEqual([5]);
    expect(result.table.columns.map(({ name }) => name)).toEqual(['x', 'y']);
    expect(rowCount(result.table)).toBe(2);
  });

  test('takes commas for decimals where there are more of them than of points', () => {
    expect(read('x;y\n1,5;2\n2,5;3\n')).toEqual({ x: [1.5, 2.5], y: [2, 3] });
    expect(read('"1,5","2,5"\n"3,5","4"\n')).toEqual({ c1: [1.5, 3.5], c2: [2.5, 4] });
    const mixed = readTable('x;y\n1,5;2,5\n1.5;3,5\n');
    expect(mixed.bad.map(({ line }) => line)).toEqual([3]);
  });

  test('takes commas for thousands where nothing speaks for decimals, or points where they do', () => {
    expect(read('area\tprice\n50\t1,200\n60\t1,500,000\n')).toEqual({
      area: [50, 60],
      price: [1200, 1_500_000],
    });
    expect(read('x,y\n"1,234.5",1.234\n2,3')).toEqual({ x: [1234.5, 2], y: [1.234, 3] });
    expect(read('x;y\n1.234,5;1.234\n0,5;3')).toEqual({ x: [1234.5, 0.5], y: [1234, 3] });
    const decimals = readTable('x\ty\n1\t1,200\n2\t1,500\n', { decimalComma: true });
    expect(decimals.ok && [...decimals.table.columns[1].values]).toEqual([1.2, 1.5]);
  });

  test('reads digits of any width', () => {
    expect(read('x,y\n１２,－３．５\n3,4')).toEqual({ x: [12, 3], y: [-3.5, 4] });
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
