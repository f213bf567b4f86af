import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { syntaxErrorAt } from '../../src/graph/syntax.ts';

describe('the place of a syntax error', () => {
  // The bar stands before the character that is wrong.
  test.each([
    '|',
    '{"a": 1|',
    '{"a": [1, 2|',
    '"open|',
    '{"a" |1}',
    '{"a": 1 |"b": 2}',
    '{"a": 1,|}',
    '{"a": 1, |x: 2}',
    '[1, |]',
    '[1 |2]',
    '[|,1]',
    '[1|}',
    '{|]',
    '[0|1]',
    '[1|.]',
    '[|+1]',
    '[|.5]',
    '[|-Infinity]',
    '{"value": |NaN}',
    '{"value": |None}',
    "[|'a']",
    '["a|\n"]',
    '["a|\\x"]',
    '["a|\\u12g4"]',
    '[|tru]',
    '{} |{}',
    '[] |]',
    '|// no comments\n{}',
    '{|1: 2}',
    '[null|s]',
  ])('%j', (marked) => {
    const text = marked.replace('|', '');
    expect(() => JSON.parse(text)).toThrow();
    expect(syntaxErrorAt(text)).toBe(marked.indexOf('|'));
  });

  test('is the end of a text that has none', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(0, 2), (json, indent) => {
        const text = `${JSON.stringify(JSON.parse(json), null, indent)}\n`;
        expect(syntaxErrorAt(text)).toBe(text.length);
      }),
    );
  });

  test('has only what can go on before it, and what cannot behind it', () => {
    const edit = fc.record({
      at: fc.nat(),
      remove: fc.nat(2),
      insert: fc.string({ maxLength: 2 }),
    });
    fc.assert(
      fc.property(fc.json(), edit, (json, { at, remove, insert }) => {
        const from = at % (json.length + 1);
        const text = json.slice(0, from) + insert + json.slice(from + remove);
        const place = syntaxErrorAt(text);
        expect(syntaxErrorAt(text.slice(0, place))).toBe(place);
        const stated = /position (\d+)/.exec(errorOf(text))?.[1];
        // Where a number or a name breaks off, the word is at fault as a whole.
        if (stated) expect(text.slice(place, Number(stated))).toMatch(/^[-+.\da-zA-Z\\]*$/);
        if (errorOf(text) === '') expect(place).toBe(text.length);
        else if (place < text.length) expect(errorOf(text.slice(0, place + 1))).not.toBe('');
      }),
    );
  });

  test('is found in long and in deep texts', () => {
    expect(syntaxErrorAt(`["${'a\\n'.repeat(1e6)}"`)).toBe(3e6 + 3);
    expect(syntaxErrorAt('['.repeat(1e6))).toBe(1e6);
    expect(syntaxErrorAt(`[${'1'.repeat(1e6)}x`)).toBe(1e6 + 1);
  });
});

/** What JSON.parse has against a text; empty if nothing. */
function errorOf(text: string): string {
  try {
    JSON.parse(text);
    return '';
  } catch (error) {
    return String(error);
  }
}
