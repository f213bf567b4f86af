import { describe, expect, test } from 'vitest';
import { numbersWith } from '../../src/app/appearance/written.ts';
import { choices, read } from '../../src/app/store/appearance.ts';

const defaults = {
  digits: 'significant-6',
  colours: 'teal-orange',
  edgeStyle: 'curved',
  showsShapes: false,
  showsLocals: false,
};

describe('settings that were kept', () => {
  test('come back', () => {
    const chosen = {
      digits: 'decimals-4',
      colours: 'blue-gold',
      edgeStyle: 'stepped',
      showsShapes: true,
      showsLocals: true,
    };
    expect(read(JSON.stringify(chosen))).toEqual(chosen);
  });

  test.each([
    ['nothing', null],
    ['no object', '7'],
    ['null', 'null'],
    ['no JSON', '{'],
    ['other things', '{"digits":"lots","colours":1,"showsShapes":"yes","more":true}'],
  ])('are the defaults where there is %s', (_, kept) => {
    expect(read(kept)).toEqual(defaults);
  });
});

test.each(choices.digits)('numbers are written with %s everywhere alike', (digits) => {
  const numbers = numbersWith(digits);
  const slope = 0.19661193324148185;
  expect(numbers.tensor(slope)).toBe(numbers.number(slope));
  expect(numbers.briefly(slope)).toBe(numbers.number(slope));
  expect(numbers.tensor([slope])).toBe(`[${numbers.number(slope)}]`);
  expect(numbersWith(digits)).toBe(numbers);
});
