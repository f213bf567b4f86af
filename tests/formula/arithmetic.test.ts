import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readArithmetic } from '../../src/formula/arithmetic.ts';
import { formatBriefly, formatTensor, tensorSource } from '../../src/formula/index.ts';
import { flatten, isRagged, type Tensor } from '../../src/ops/index.ts';
import { anyValue } from '../support/graphs.ts';

describe('arithmetic that someone types', () => {
  test.each<[string, Tensor]>([
    ['3', 3],
    ['-3', -3],
    ['+3', 3],
    [' 0.5 ', 0.5],
    ['.5', 0.5],
    ['1/3', 1 / 3],
    ['ln(2)', Math.log(2)],
    ['log10(1000)', Math.log10(1000)],
    ['-2e-3', -0.002],
    ['2 + 3 * 4', 14],
    ['(2 + 3) * 4', 20],
    ['-2^2', -4],
    ['2^-1', 0.5],
    ['2pi', 2 * Math.PI],
    ['π/2', Math.PI / 2],
    ['e^2', Math.E ** 2],
    ['exp(1)', Math.E],
    ['sqrt(16)', 4],
    ['sigmoid(0)', 0.5],
    ['[1, 2]', [1, 2]],
    ['[1/2, -ln(2)]', [0.5, -Math.log(2)]],
    [
      '[[1, 2], [3, 4]]',
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [
      '[1, 2; 3, 4]',
      [
        [1, 2],
        [3, 4],
      ],
    ],
  ])('%s is %j', (text, value) => {
    expect(readArithmetic(text)).toEqual({ ok: true, value });
  });

  test.each<[string, RegExp, RegExp]>([
    ['', /write a number/i, /请填/],
    ['   ', /write a number/i, /请填/],
    ['abc', /abc is a name/, /abc 是名称/],
    ['x + 1', /x is a name/, /x 是名称/],
    ['constructor', /constructor is a name/, /constructor 是名称/],
    ['1 +', /not an expression/, /无法识别/],
    ['1/0', /not a finite number/, /不是有限的数/],
    ['ln(-1)', /not a finite number/, /不是有限的数/],
    ['1e400', /not a finite number/, /不是有限的数/],
    ['NaN', /not a finite number/, /不是有限的数/],
    ['Infinity', /not a finite number/, /不是有限的数/],
    ['f(1)', /no function f/, /没有函数 f/],
    ['toString(1)', /no function toString/, /没有函数 toString/],
    ['ln(1, 2)', /ln takes one number/, /ln 只接受一个数/],
    ['ln()', /ln takes one number/, /ln 只接受一个数/],
    ['x = 3', /x = 3 is not arithmetic/, /不是数的算式/],
    ['"3"', /not arithmetic/, /不是数的算式/],
    ['true', /true is not arithmetic/, /不是数的算式/],
    ['1 < 2', /not arithmetic/, /不是数的算式/],
    ['1; 2', /not arithmetic/, /不是数的算式/],
    ['3!', /not arithmetic/, /不是数的算式/],
    ['1:5', /not arithmetic/, /不是数的算式/],
    ['{a: 1}', /not arithmetic/, /不是数的算式/],
    ['(1).constructor', /not arithmetic/, /不是数的算式/],
    ['import("fs")', /no function import/, /没有函数/],
    ['range(1, 1e9)', /no function range/, /没有函数/],
    ['[]', /rows must have the same length/, /长度必须相同/],
    ['[1, [2]]', /rows must have the same length/, /长度必须相同/],
    ['[[1, 2], [3]]', /rows must have the same length/, /长度必须相同/],
    ['[[[1]]]', /at most two axes/, /最多支持二维/],
    ['[1, x]', /x is a name/, /x 是名称/],
    ['1'.repeat(3000), /too long/, /过长/],
  ])('%s is refused with a reason', (text, en, zh) => {
    const result = readArithmetic(text);
    if (result.ok) throw new Error(`${JSON.stringify(result.value)} was read`);
    expect(result.reason.en).toMatch(en);
    expect(result.reason['zh-CN']).toMatch(zh);
  });

  test('of any kind gives finite numbers or a reason, and throws nothing', () => {
    const piece = fc.constantFrom(
      ...['1', '2.5', 'e', 'pi', 'x', '+', '-', '*', '/', '^', '(', ')', '[', ']', ',', ';', '!'],
      ...[
        'ln',
        'ln(',
        '"',
        "'",
        '=',
        ':',
        '%',
        ' ',
        '\n',
        '.',
        '1e309',
        '_',
        'constructor',
        '{',
        '}',
      ],
    );
    const texts = fc.oneof(
      fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
      fc.string({ unit: 'binary', maxLength: 30 }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const result = readArithmetic(text);
        if (!result.ok) {
          expect(result.reason.en).not.toBe('');
          return;
        }
        expect(flatten(result.value).every(Number.isFinite)).toBe(true);
        expect(flatten(result.value).length).toBeGreaterThan(0);
        expect(isRagged(result.value)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });
});

test.each([
  '('.repeat(1999),
  `${'('.repeat(999)}1${')'.repeat(999)}`,
  '-'.repeat(2000),
  `${'['.repeat(900)}1${']'.repeat(900)}`,
  `${'ln('.repeat(400)}1${')'.repeat(400)}`,
])('deep nesting is refused, not crashed on', (text) => {
  expect(readArithmetic(text).ok).toBe(false);
});

describe('a value as text', () => {
  test('reads back as the same value with every digit', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        expect(readArithmetic(tensorSource(value))).toEqual({
          ok: true,
          value: positiveZero(value),
        });
      }),
    );
  });

  test.each<[Tensor, string]>([
    [0.19661193324148185, '0.196612'],
    [[1, 2.5], '[1, 2.5]'],
    [
      [
        [1, 2],
        [1 / 3, 4],
      ],
      '[[1, 2], [0.333333, 4]]',
    ],
    [[1, 2, 3, 4], '[1, 2, 3, 4]'],
    [[1, 2, 3, 4, 5], '[5]'],
    [[[1, 2, 3, 4, 5]], '[1×5]'],
  ])('%j is shown as %s', (value, text) => {
    expect(formatTensor(value)).toBe(text);
  });

  test.each<[Tensor, string]>([
    [1.23456e-100, '1.23456e-100'],
    [[1, 2, 3, 4], '[1, 2, 3, 4]'],
    [[0.125, -0.1254], '[2]'],
    [[0.25, -0.125], '[0.25, -0.125]'],
    [
      [
        [1, 2],
        [3, 4],
      ],
      '[2×2]',
    ],
  ])('%j is shown as %s where there is little room', (value, text) => {
    expect(formatBriefly(value)).toBe(text);
  });
});

/** Texts do not tell −0 from 0. */
function positiveZero(value: Tensor): Tensor {
  if (typeof value === 'number') return value + 0;
  return value.map((item) => positiveZero(item)) as Tensor;
}
