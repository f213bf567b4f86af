import fc from 'fast-check';
import katex from 'katex';
import { describe, expect, test } from 'vitest';
import { mathName, nameTex } from '../../src/formula/index.ts';
import { isName } from '../../src/graph/index.ts';

describe('a name set as mathematics', () => {
  test.each([
    ['w', 'w', ''],
    ['w2', 'w', '2'],
    ['w12', 'w', '12'],
    ['w10', 'w', '10'],
    ['x0', 'x', '0'],
    ['w1_11', 'w1', '11'],
    ['x_max', 'x', 'max'],
    ['a_b_c', 'a', 'b_c'],
    ['loss', 'loss', ''],
    ['alpha', 'α', ''],
    ['alpha2', 'α', '2'],
    ['Sigma_i', 'Σ', 'i'],
    ['β1', 'β', '1'],
    ['alphabet', 'alphabet', ''],
    ['_', '_', ''],
    ['_1', '_1', ''],
    ['_x', '_x', ''],
    ['_x_1', '_x', '1'],
    ['x_', 'x_', ''],
    ['constructor', 'constructor', ''],
    ['toString_1', 'toString', '1'],
  ])('%s is %s with %j below it', (name, stem, subscript) => {
    expect(mathName(name)).toEqual({ stem, subscript });
  });

  test.each([
    ['w', 'w'],
    ['w2', 'w_{\\mathrm{2}}'],
    ['alpha', '\\alpha'],
    ['α_max', '\\alpha_{\\mathrm{max}}'],
    ['loss', '\\mathit{loss}'],
  ])('%s is %s in TeX', (name, tex) => {
    expect(nameTex(name)).toBe(tex);
  });

  test('is TeX that KaTeX sets, whatever the name', () => {
    const characters = fc.constantFrom(...'abzXY019__αβΣΩéñßςϑ');
    const names = fc.oneof(
      fc.string({ unit: characters, minLength: 1, maxLength: 6 }).filter(isName),
      fc.constantFrom('constructor', 'toString', 'valueOf', '_', '__', 'alpha', 'Omega1'),
    );
    fc.assert(
      fc.property(names, (name) => {
        const html = katex.renderToString(nameTex(name), { throwOnError: true, strict: 'ignore' });
        expect(html).toContain('katex-html');
      }),
      { numRuns: 500 },
    );
  });
});
