import fc from 'fast-check';
import katex from 'katex';
import { describe, expect, test } from 'vitest';
import {
  atom,
  completeOptions,
  flatten,
  type Operation,
  type Options,
  type Term,
} from '../../src/ops/index.ts';
import { apply, operations } from '../support/apply.ts';
import { evaluateTex, type Letters } from '../support/evaluateTex.ts';
import { anyArity, intervalOf, numberIn } from '../support/tensors.ts';

const letters = ['p', 'q', 'r', 's', 't'];
const elementwise = operations.filter((op) => op.layout === 'elementwise');

/** Scalar operands for an op, with settings within their bounds. */
interface Example {
  readonly numbers: readonly number[];
  readonly options: Options;
}

function anyExample(op: Operation): fc.Arbitrary<Example> {
  const options = Object.fromEntries(
    Object.entries(op.options).map(([key, { least, most }]) => [
      key,
      fc.double({ min: least, max: most, noNaN: true }),
    ]),
  );
  const numbers = anyArity(op).chain((count) =>
    fc.tuple(...Array.from({ length: count }, (_, port) => numberIn(intervalOf(op, port), port))),
  );
  return fc.record({ numbers, options: fc.record(options) });
}

function named(numbers: readonly number[]): { terms: Term[]; values: Letters } {
  const used = letters.slice(0, numbers.length);
  const values = Object.fromEntries(used.map((letter, port) => [letter, numbers[port]]));
  return { terms: used.map(atom), values };
}

function expectClose(got: number, expected: number, tex: string): void {
  const slack = 1e-9 * Math.max(1, Math.abs(expected));
  expect(Math.abs(got - expected), `${tex} gives ${got}, not ${expected}`).toBeLessThan(slack);
}

describe.each(elementwise)('the TeX of $id', (op) => {
  test('means what the op computes', () => {
    fc.assert(
      fc.property(anyExample(op), ({ numbers, options }) => {
        const { terms, values } = named(numbers);
        const { tex } = op.tex(terms, completeOptions(op, options));
        expectClose(evaluateTex(tex, values), Number(apply(op, numbers, options).value), tex);
      }),
    );
  });

  test('of its local derivatives means what the backward pass computes', () => {
    fc.assert(
      fc.property(anyExample(op), ({ numbers, options }) => {
        const { terms, values } = named(numbers);
        const { value, gradients } = apply(op, numbers, options);
        const known = { ...values, y: Number(value) };
        terms.forEach((_, port) => {
          const complete = completeOptions(op, options);
          const { tex } = op.derivativeTex(port, terms, atom('y'), complete);
          expectClose(evaluateTex(tex, known), Number(gradients[port]), tex);
        });
      }),
    );
  });
});

/** Every op with every op in its first, and in its last place; what stands around it are letters. */
const nested = operations.flatMap((outer) =>
  operations.flatMap((inner) => {
    const term = inner.tex([atom('a'), atom('b')], completeOptions(inner, undefined));
    return [
      { outer, inner, operands: [term, atom('c')], meaning: { c: 0.7 } },
      { outer, inner, operands: [atom('c'), term], meaning: { c: 0.7 } },
    ].map((it) => ({ ...it, id: `${outer.id} of ${inner.id}` }));
  }),
);

describe('nested terms', () => {
  const terms = ({ outer, operands }: (typeof nested)[number]): Term[] => {
    const options = completeOptions(outer, undefined);
    const derivatives = [0, 1]
      .slice(0, outer.ports.kind === 'fixed' ? outer.ports.names.length : 2)
      .map((port) => outer.derivativeTex(port, operands, operands[1], options));
    return [outer.tex(operands, options), ...derivatives];
  };

  test('are TeX that KaTeX sets', () => {
    const refused = nested.flatMap((it) =>
      terms(it).filter(({ tex }) => {
        const html = katex.renderToString(tex, { throwOnError: true, strict: 'error' });
        return !html.includes('katex-html');
      }),
    );
    expect(refused).toEqual([]);
  });

  test('never let two signs meet without brackets between them', () => {
    const odd = nested.flatMap((it) =>
      terms(it)
        .map(({ tex }) => tex)
        .filter((tex) => /(?:[-+]|\\cdot)\s*[-+]/.test(tex)),
    );
    expect(odd).toEqual([]);
  });

  test('keep their meaning: brackets stand wherever they are needed', () => {
    for (const { outer, inner, operands, id } of nested) {
      if (outer.layout === 'whole' || inner.layout === 'whole') continue;
      const values = { a: 0.3, b: 0.4, c: 0.7 };
      const number = (term: Term) => evaluateTex(term.tex, values);
      const numbers = operands.map(number);
      const { tex } = outer.tex(operands, completeOptions(outer, undefined));
      const used =
        outer.ports.kind === 'fixed' ? numbers.slice(0, outer.ports.names.length) : numbers;
      const expected = flatten(apply(outer, used).value)[0];
      const got = evaluateTex(tex, values);
      if (Number.isFinite(expected)) expectClose(got, expected, `${id}: ${tex}`);
      else expect(Number.isFinite(got), tex).toBe(false);
    }
  });
});
