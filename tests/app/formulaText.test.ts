import { describe, expect, test } from 'vitest';
import { matchingOps } from '../../src/app/fields/opMatches.ts';
import { isFormula } from '../../src/app/quickAdd/formulaText.ts';
import { ops } from '../../src/ops/index.ts';

const isOne = (text: string) => isFormula(text, matchingOps(text).length > 0);

describe('a text where operations are searched', () => {
  test.each([...ops.values()].map(({ name, id }) => [name.en, name['zh-CN'], id]))(
    '%s, %s and %s are names',
    (...names) => {
      for (const name of names) expect(isOne(name)).toBe(false);
    },
  );

  test.each([...ops.values()].flatMap(({ keywords = [] }) => keywords))(
    'the keyword %s is none',
    (keyword) => {
      expect(isOne(keyword)).toBe(false);
    },
  );

  test.each(['', ' ', '+', '−', '×', '÷', '@', '*', 'x', 'w', 'foo', 'si', '0-1', 'cross-e'])(
    '%j is no formula',
    (text) => {
      expect(isOne(text)).toBe(false);
    },
  );

  test.each([
    'z = x*y',
    'z=',
    'a+b',
    'a - b',
    '-x',
    '2w',
    'w1',
    '3',
    'x^2',
    'ln(x)',
    'ln(',
    '(a + b)',
    '[1, 2]',
    'σ(z)',
    'a\nb',
    'x × y',
    'ａ＋ｂ',
    '2；3',
    '1/x',
  ])('%j is one', (text) => {
    expect(isOne(text)).toBe(true);
  });
});
