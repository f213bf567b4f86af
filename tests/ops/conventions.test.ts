import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { domainProblems, nodeValue } from '../../src/engine/index.ts';
import { formatNumber } from '../../src/formula/number.ts';
import { problemText } from '../../src/graph/index.ts';
import { arity, type Options, type Tensor } from '../../src/ops/index.ts';
import { apply, graphOf, leaf, node, operation, operations, run } from '../support/apply.ts';
import { intervalOf } from '../support/tensors.ts';

/** Value and gradients without signs of zero, which no convention is about. */
function numbers(id: string, operands: readonly Tensor[], options?: Options): unknown {
  const { value, gradients } = apply(operation(id), operands, options);
  return JSON.parse(JSON.stringify([value, ...gradients]));
}

describe('at a kink', () => {
  test.each<[string, number[], number[]]>([
    ['relu', [0], [0, 0]],
    ['relu', [-0], [0, 0]],
    ['abs', [0], [0, 0]],
    ['absoluteError', [2, 2], [0, 0, 0]],
    ['hinge', [0.5, 2], [0, 0, 0]],
    ['leakyRelu', [0], [0, 0.01]],
    ['step', [0], [1, 0]],
    ['zeroOneLoss', [3, 3], [0, 0, 0]],
    ['zeroOneLoss', [3, 4], [1, 0, 0]],
  ])('%s of %j: value and gradients are %j', (id, operands, expected) => {
    expect(numbers(id, operands)).toEqual(expected);
  });

  test('leakyRelu takes its own slope', () => {
    expect(numbers('leakyRelu', [0], { slope: 0.3 })).toEqual([0, 0.3]);
    expect(numbers('leakyRelu', [-2], { slope: 0.5 })).toEqual([-1, 0.5]);
  });
});

describe.each([
  { id: 'max', best: (operands: number[]) => Math.max(...operands) },
  { id: 'min', best: (operands: number[]) => Math.min(...operands) },
])('$id', ({ id, best }) => {
  test('gives the whole gradient to the first of the operands that tie', () => {
    const operands = fc.array(fc.integer({ min: -1, max: 1 }), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(operands, (tied) => {
        const winner = tied.indexOf(best(tied));
        const gradients = tied.map((_, port) => (port === winner ? 1 : 0));
        expect(numbers(id, tied)).toEqual([best(tied), ...gradients]);
      }),
    );
  });

  test('takes 0 and −0 for a tie', () => {
    expect(numbers(id, [-0, 0])).toEqual([0, 1, 0]);
    expect(numbers(id, [0, -0])).toEqual([0, 1, 0]);
  });
});

describe('one node used twice by the same op', () => {
  test.each<[string, number, number]>([
    ['multiply', 9, 6],
    ['subtract', 0, 0],
    ['add', 6, 2],
    ['divide', 1, 0],
    ['power', 27, 27 * (1 + Math.log(3))],
    ['max', 3, 1],
    ['squaredError', 0, 0],
  ])('%s of 3 and 3 is %d, with the gradient %d of both edges together', (id, value, gradient) => {
    const once = apply(operation(id), [3, 3], undefined, ['x', 'x']);
    expect(once.value).toBe(value);
    expect(once.gradients[0]).toBeCloseTo(gradient, 12);
  });
});

describe('outside its domain', () => {
  const said = (id: string, operands: readonly number[]) => {
    const names = ['a', 'b'].slice(0, operands.length);
    const leaves = names.map((name, port) => leaf(name, operands[port]));
    const program = run(graphOf(...leaves, node('y', id, ...names)));
    return domainProblems(program).map((problem) => problemText(problem, formatNumber));
  };

  test.each<[string, number[], number[], string, string]>([
    ['ln', [-1], [Number.NaN, -1], 'ln of -1 is undefined (operand a).', 'ln(-1) 没有定义'],
    ['ln', [0], [-Infinity, Infinity], 'ln of 0 is minus infinity (operand a).', 'ln(0) 为负无穷'],
    [
      'sqrt',
      [-4],
      [Number.NaN, Number.NaN],
      'the square root of -4 is undefined (operand a).',
      '-4 的平方根没有定义',
    ],
    [
      'sqrt',
      [0],
      [0, Infinity],
      'sqrt has no finite derivative at 0 (operand a).',
      '平方根在 0 处的导数为无穷大',
    ],
    ['divide', [3, 0], [Infinity, Infinity, -Infinity], 'division by 0 (operand b).', '除数为 0'],
    [
      'divide',
      [0, 0],
      [Number.NaN, Infinity, Number.NaN],
      'division by 0 (operand b).',
      '除数为 0',
    ],
    [
      'power',
      [-2, 0.5],
      [Number.NaN, Number.NaN, Number.NaN],
      '-2 to a fractional power is undefined (operand a).',
      '-2 的非整数次幂没有定义',
    ],
    [
      'power',
      [0, -1],
      [Infinity, -Infinity, 0],
      '0 to a negative power is infinite (operand a).',
      '0 的负数次幂为无穷大',
    ],
    [
      'power',
      [0, 0.5],
      [0, Infinity, 0],
      '0 to a power below 1 has no finite derivative (operand a).',
      '底数为 0、指数小于 1 的幂导数为无穷大',
    ],
    [
      'binaryCrossEntropy',
      [0, 1],
      [Infinity, -Infinity, Infinity],
      'the prediction must be a probability strictly between 0 and 1, not 0 (operand a).',
      '预测值应为 0 与 1 之间的概率，现在是 0',
    ],
  ])('%s of %j gives %j and says so', (id, operands, expected, en, zh) => {
    const { value, gradients } = apply(operation(id), operands);
    expect([value, ...gradients]).toEqual(expected);
    expect(said(id, operands)).toEqual([{ en, 'zh-CN': expect.stringContaining(zh) }]);
  });

  const nasty = [-2, -1.5, -1, -0.5, -0, 0, 0.5, 1, 1.5, 2, 3];
  const scalars = operations.filter((op) => op.layout === 'elementwise');

  test.each(scalars)(
    '$id has a problem where it has no finite value or derivative, and none where it is at home',
    (op) => {
      const { least } = arity(op);
      for (const a of nasty) {
        for (const b of least === 1 ? [0] : nasty) {
          const operands = [a, b].slice(0, least);
          const { value, gradients } = apply(op, operands);
          // The derivative by an exponent or a target is no ground for complaint: x² is fine at −1.
          const finite = Number.isFinite(value) && Number.isFinite(gradients[0]);
          const atHome = operands.every((x, port) => {
            const [least, most] = intervalOf(op, port);
            return x >= least && x <= most;
          });
          const problems = said(op.id, operands);
          if (!finite) expect(problems, `${op.id} of ${operands}`).toHaveLength(1);
          if (atHome) expect(problems, `${op.id} of ${operands}`).toEqual([]);
        }
      }
    },
  );

  test.each(scalars)('$id of a number that is none is none', (op) => {
    const { least } = arity(op);
    for (let port = 0; port < least; port++) {
      const operands = Array.from({ length: least }, (_, other) =>
        other === port ? 'none' : 'half',
      );
      const program = run(
        graphOf(
          leaf('negative', -1),
          leaf('half', 0.5),
          node('none', 'ln', 'negative'),
          node('y', op.id, ...operands),
        ),
      );
      expect(nodeValue(program, 'none')).toBeNaN();
      expect(nodeValue(program, 'y')).toBeNaN();
      expect(domainProblems(program).map((problem) => problem.kind)).toEqual(['domain']);
    }
  });
});

describe('power where a derivative has the form 0 · ∞ takes its limit 0', () => {
  test.each<[number[], number[]]>([
    [
      [0, 0],
      [1, 0, 0],
    ],
    [
      [0, 2],
      [0, 0, 0],
    ],
    [
      [0, 1],
      [0, 1, 0],
    ],
    [
      [-3, 0],
      [1, 0, Number.NaN],
    ],
    [
      [-3, 2],
      [9, -6, Number.NaN],
    ],
  ])('%j: value and gradients are %j', (operands, expected) => {
    const { value, gradients } = apply(operation('power'), operands);
    expect([value, ...gradients].map((x) => Number(x) + 0)).toEqual(expected);
  });
});

/** Equal to a few units of the last place, or to 1e-300 where doubles run out of digits. */
function expectExact(got: Tensor, expected: number): void {
  expect(Math.abs(Number(got) - expected)).toBeLessThanOrEqual(
    Math.max(4 * Number.EPSILON * Math.abs(expected), 1e-300),
  );
}

// The right numbers were computed with 60 digits and rounded once.
describe('far out, up to |z| = 1000', () => {
  test.each<[number, number, number, number]>([
    [-1000, 0, 0, -0],
    [-745, 5e-324, 5e-324, -2.105e-321],
    [-700, 9.85967654375977e-305, 9.85967654375977e-305, -6.90177358063184e-302],
    [-100, 3.720075976020836e-44, 3.720075976020836e-44, -3.720075976020836e-42],
    [-40, 4.248354255291589e-18, 4.248354255291589e-18, -1.6993417021166355e-16],
    [-20, 2.0611536181902037e-9, 2.061153620314381e-9, -4.122307236380407e-8],
    [-5, 0.0066928509242848554, 0.006715348489118068, -0.03346425462142428],
    [-1, 0.2689414213699951, 0.3132616875182228, -0.2689414213699951],
    [0, 0.5, Math.LN2, 0],
    [1, 0.7310585786300049, 1.3132616875182228, 0.7310585786300049],
    [5, 0.9933071490757152, 5.006715348489118, 4.966535745378576],
    [20, 0.9999999979388464, 20.000000002061153, 19.99999995877693],
    [40, 1, 40, 40],
    [100, 1, 100, 100],
    [745, 1, 745, 745],
    [1000, 1, 1000, 1000],
  ])('z = %d: sigmoid %d, softplus %d and silu %d', (z, sigmoid, softplus, silu) => {
    expectExact(apply(operation('sigmoid'), [z]).value, sigmoid);
    expectExact(apply(operation('softplus'), [z]).value, softplus);
    expectExact(apply(operation('softplus'), [z]).gradients[0], sigmoid);
    expectExact(apply(operation('silu'), [z]).value, silu);
    // σ′ is computed as σ(1−σ), exact to the last place of 1.
    const slope = Number(apply(operation('sigmoid'), [z]).gradients[0]);
    expect(Math.abs(slope - sigmoid * (1 - sigmoid))).toBeLessThanOrEqual(Number.EPSILON);
  });

  test.each<[number, number, number, number]>([
    [-1000, 0, 0, 0],
    [-1000, 1, 1000, -1],
    [-1000, 0.3, 300, -0.3],
    [-40, 0, 4.248354255291589e-18, 4.248354255291589e-18],
    [-40, 1, 40, -1],
    [-2, 0, 0.1269280110429725, 0.11920292202211756],
    [-2, 1, 2.1269280110429727, -0.8807970779778824],
    [2, 0, 2.1269280110429727, 0.8807970779778824],
    [2, 1, 0.1269280110429725, -0.11920292202211756],
    [2, 0.3, 1.5269280110429726, 0.5807970779778825],
    [40, 0, 40, 1],
    [40, 1, 4.248354255291589e-18, -4.248354255291589e-18],
    [40, 0.3, 28, 0.7],
    [1000, 0, 1000, 1],
    [1000, 1, 0, 0],
    [1000, 0.3, 700, 0.7],
  ])('logit %d, target %d: the loss is %d and its gradient %d', (z, target, loss, gradient) => {
    const { value, gradients } = apply(operation('binaryCrossEntropyWithLogits'), [z, target]);
    expectExact(value, loss);
    expect(Math.abs(Number(gradients[0]) - gradient)).toBeLessThanOrEqual(Number.EPSILON);
    expect(gradients[1]).toBe(-z);
  });

  test('no op with a logit overflows, whatever the logit', () => {
    const logit = fc.double({ min: -1000, max: 1000, noNaN: true });
    fc.assert(
      fc.property(logit, fc.constantFrom(0, 1), (z, target) => {
        for (const id of ['sigmoid', 'softplus', 'silu', 'tanh', 'binaryCrossEntropyWithLogits']) {
          const operands = id.startsWith('binary') ? [z, target] : [z];
          const { value, gradients } = apply(operation(id), operands);
          expect([value, ...gradients].every(Number.isFinite), `${id} of ${z}`).toBe(true);
        }
      }),
    );
  });
});
