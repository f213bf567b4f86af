import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatNumber } from '../../src/formula/index.ts';
import { normalize, readAnswer } from '../../src/practice/index.ts';

function read(text: string, decimalComma = false) {
  const result = readAnswer(text, { decimalComma });
  return result.ok ? result.answer : result.reason.en;
}

describe('reading an answer', () => {
  test.each([
    ['-2*9', -18],
    ['1/3', 1 / 3],
    ['1/(1+e^-1)', 1 / (1 + Math.exp(-1))],
    ['ln(2)', Math.log(2)],
    ['−18', -18],
    ['2×9', 18],
    ['9·2', 18],
    ['18÷4', 4.5],
    ['１２．５', 12.5],
    ['1。5', 1.5],
    ['1e-3', 0.001],
    ['.5', 0.5],
    ['+3', 3],
    [' 7 ', 7],
  ])('%s is %d', (text, value) => {
    expect(read(text)).toMatchObject({ numbers: [expect.closeTo(value, 12)], shape: [] });
  });

  test('vectors and matrices are read whole', () => {
    expect(read('[1, 1/4]')).toMatchObject({
      numbers: [1, 0.25],
      shape: [2],
      halfUnits: [0.5, expect.any(Number)],
    });
    expect(read('[[1.5, 2], [3, 4.25]]')).toMatchObject({
      numbers: [1.5, 2, 3, 4.25],
      shape: [2, 2],
      halfUnits: [expect.closeTo(0.05), 0.5, 0.5, expect.closeTo(0.005)],
    });
  });

  test('the decimal comma is understood where the language writes one, and only there', () => {
    expect(read('0,25', true)).toMatchObject({ numbers: [0.25] });
    expect(read('-1,5*2', true)).toMatchObject({ numbers: [-3] });
    expect(read('0,25')).toEqual(expect.any(String));
    expect(normalize('0,25', true)).toBe('0.25');
  });

  test.each(['', '   ', 'b', '1/0', 'x+1', '3 apples', '0.5.5', '[1, [2]]', 'range(1, 1e9)'])(
    '%j is no answer, and why is said in a sentence',
    (text) => {
      const result = readAnswer(text);
      expect(result.ok).toBe(false);
      if (result.ok) return;
      expect(result.reason.en).toMatch(/^[^.]+.*\.$/);
      expect(result.reason['zh-CN']).toMatch(/。$/);
    },
  );

  test.each([
    ['6 3', 'space'],
    ['1 000', 'space'],
    ['63,0', '63.0'],
  ])('%j is refused with what is wrong with it', (text, hint) => {
    const result = readAnswer(text);
    expect(result.ok ? 'read' : result.reason.en).toContain(hint);
  });

  test('a decimal stands for what rounds to it', () => {
    expect(read('0.197')).toMatchObject({ halfUnits: [expect.closeTo(0.0005)], digits: 3 });
    expect(read('63')).toMatchObject({ halfUnits: [0.5], digits: 2 });
    // Noughts that end a whole number may only fill its places, once four digits stand before them.
    expect(read('17050')).toMatchObject({ halfUnits: [5], digits: 4 });
    expect(read('-170500')).toMatchObject({ halfUnits: [50], digits: 4 });
    expect(read('1000')).toMatchObject({ halfUnits: [0.5], digits: 4 });
    expect(read('17050.0')).toMatchObject({ halfUnits: [expect.closeTo(0.05)], digits: 6 });
    expect(read('1.20e-3')).toMatchObject({ halfUnits: [expect.closeTo(0.5e-5)], digits: 3 });
  });

  test('fractions and expressions of whole numbers are exact', () => {
    expect(read('1/3')).toMatchObject({ halfUnits: [0], digits: 6 });
    expect(read('9*3+18*2')).toMatchObject({ halfUnits: [0], digits: 6 });
  });

  test('an expression is as exact as the decimals in it', () => {
    expect(read('0.731*0.269')).toMatchObject({ digits: 3 });
    expect(read('2*0.73')).toMatchObject({ digits: 2 });
  });

  test('every number as it is shown is read as what it shows', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        const shown = formatNumber(number);
        const answer = read(shown);
        if (typeof answer === 'string') throw new Error(`${shown}: ${answer}`);
        expect(answer.numbers).toEqual([Number(shown)]);
        const error = Math.abs(number - answer.numbers[0]);
        expect(error).toBeLessThanOrEqual(answer.halfUnits[0] * (1 + 1e-9));
      }),
    );
  });

  test('what is kept of an answer reads the same again', () => {
    fc.assert(
      fc.property(fc.string(), fc.boolean(), (text, decimalComma) => {
        const kept = normalize(text, decimalComma);
        expect(read(kept)).toEqual(read(text, decimalComma));
        expect(normalize(kept)).toBe(kept);
      }),
    );
  });
});
