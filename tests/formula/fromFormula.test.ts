import fc from 'fast-check';
import { evaluate } from 'mathjs/number';
import { describe, expect, test } from 'vitest';
import { fromFormula } from '../../src/formula/fromFormula.ts';
import { formulaOf } from '../../src/formula/toFormula.ts';
import { findNode } from '../../src/graph/index.ts';
import { arity, ops } from '../../src/ops/index.ts';
import { gradientsOf, read, structure, structureOf, valueIn } from '../support/formulas.ts';

describe('a formula becomes a graph', () => {
  test('with the value and the gradients of the worked example', () => {
    const { graph, output } = read('w = 3; b = 4\nz = (2w+3b)*(2b+1)');
    expect(output).toBe('z');
    expect(graph.output).toBe('z');
    expect(valueIn(graph, 'z')).toBe(162);
    expect(gradientsOf(graph, 'z', ['w', 'b'])).toEqual([18, 63]);
    expect(graph.nodes.map(({ id, op, inputs, value }) => [id, op, inputs ?? value])).toEqual([
      ['w', 'parameter', 3],
      ['b', 'parameter', 4],
      ['c1', 'constant', 2],
      ['m1', 'multiply', ['c1', 'w']],
      ['c2', 'constant', 3],
      ['m2', 'multiply', ['c2', 'b']],
      ['s1', 'add', ['m1', 'm2']],
      ['c3', 'constant', 2],
      ['m3', 'multiply', ['c3', 'b']],
      ['c4', 'constant', 1],
      ['s2', 'add', ['m3', 'c4']],
      ['z', 'multiply', ['s1', 's2']],
    ]);
  });

  test('with the value and the gradients of the op it spells out', () => {
    const { graph } = read(
      'L = -(y*ln(a)+(1-y)*ln(1-a)); BCE = binaryCrossEntropy(a, y); a = 0.3; y = 1',
    );
    expect(valueIn(graph, 'L')).toBeCloseTo(Number(valueIn(graph, 'BCE')), 12);
    const ids = ['a', 'y'];
    const [a, y] = gradientsOf(graph, 'BCE', ids);
    const [spelledA, spelledY] = gradientsOf(graph, 'L', ids);
    expect(spelledA).toBeCloseTo(Number(a), 12);
    expect(spelledY).toBeCloseTo(Number(y), 12);
  });

  test.each([
    ['a - b', '(subtract a b)'],
    ['a + b + c', '(add a b c)'],
    ['a + b - c + d', '(add (subtract (add a b) c) d)'],
    ['a + (b + c)', '(add a (add b c))'],
    ['(a + b) + c', '(add (add a b) c)'],
    ['a*b*c', '(multiply a b c)'],
    ['2w*3b', '(multiply 2 w 3 b)'],
    ['a*b/c*d', '(multiply (divide (multiply a b) c) d)'],
    ['a/b/c', '(divide (divide a b) c)'],
    ['a/2b', '(divide a (multiply 2 b))'],
    ['1/2 b', '(multiply (divide 1 2) b)'],
    ['3 b', '(multiply 3 b)'],
    ['b 3', '(multiply b 3)'],
    ['(a+1)(b-1)', '(multiply (add a 1) (subtract b 1))'],
    ['w + w(b+1)', '(add w (multiply w (add b 1)))'],
    ['a/w(b+1) + w', '(add (divide a (multiply w (add b 1))) w)'],
    ['w(b)^2 + w', '(add (multiply w (square b)) w)'],
    ['x^2', '(square x)'],
    ['x²', '(square x)'],
    ['x**2', '(square x)'],
    ['x^(2)', '(power x 2)'],
    ['x⁻¹²', '(power x -12)'],
    ['x^-2', '(power x -2)'],
    ['-x^2', '(negate (square x))'],
    ['a^b^c', '(power a (power b c))'],
    ['2^x', '(power 2 x)'],
    ['e^x', '(exp x)'],
    ['1/(1+e^-z)', '(divide 1 (add 1 (exp (negate z))))'],
    ['pi*r^2', `(multiply ${Math.PI} (square r))`],
    ['-3x', '(multiply -3 x)'],
    ['-(3)', '(negate 3)'],
    ['--x', '(negate (negate x))'],
    ['+x', 'x'],
    ['2*-b', '(multiply 2 (negate b))'],
    ['.5x + 1.5e-3 + 2.', '(add (multiply 0.5 x) 0.0015 2)'],
    ['2.*x', '(multiply 2 x)'],
    ['a .* b', '(multiply a b)'],
    ['[1, 2].*2.*[3, 4]', '(multiply [1,2] 2 [3,4])'],
    ['a ./ b .^ c', '(divide a (power b c))'],
    ['（ａ＋b）×2÷c−1', '(subtract (divide (multiply (add a b) 2) c) 1)'],
    ['x₁·w', '(multiply x1 w)'],
    ['max(a, b, 0)', '(max a b 0)'],
    ['LOG(a) + Swish(a) + leaky_ReLU(a)', '(add (ln a) (silu a) (leakyRelu a))'],
    ['σ(z) + sigma(σ)', '(add (sigmoid z) (sigmoid σ))'],
    ['leakyRelu(x, 0.1)', '(leakyRelu x {"slope":0.1})'],
    ['leakyRelu(x, slope = 0.2)', '(leakyRelu x {"slope":0.2})'],
    ['A @ B @ c', '(matmul (matmul A B) c)'],
    ['A @ x + b', '(add (matmul A x) b)'],
    ['2 A @ x', '(matmul (multiply 2 A) x)'],
    ['a +\n b', '(add a b)'],
    ['(a\n+ b)', '(add a b)'],
    ['a # the first\r\n# nothing\r\n', 'a'],
    ['[[1, 2], [3, 1/2]] @ [1; 2]', '(matmul [[1,2],[3,0.5]] [[1],[2]])'],
    ['to = 3; z = to + 1', '(add to 1)'],
    ['e = 3; z = e^x', '(power e x)'],
    ['max = 2; z = max*max(max, 1)', '(multiply max (max max 1))'],
  ])('%s is %s', (text, expected) => {
    expect(structureOf(text)).toBe(expected);
  });

  test.each([...ops.values()].filter((op) => op.kind === 'operation'))(
    '$id can be called by its id',
    (op) => {
      const operands = ['a', 'b', 'c'].slice(0, Math.min(3, arity(op).most));
      expect(structureOf(`${op.id}(${operands.join(', ')})`)).toBe(
        `(${op.id} ${operands.join(' ')})`,
      );
    },
  );

  test('with lines in any order, whatever separates them', () => {
    const { graph, output } = read('loss = (a - y)^2;a = σ(z)\r\n\nz = w x + b;');
    expect(structure(graph, 'loss')).toBe('(square (subtract (sigmoid (add (multiply w x) b)) y))');
    // It is what all others are computed for, wherever it stands.
    expect(output).toBe('loss');
    expect(read('z = 2x; q = 3x').output).toBe('q');
    expect(read('z = 2x; x = 3').output).toBe('z');
    expect(read('w = 3; x = 2').output).toBe('x');
  });

  test('that shares what is written twice, and has a constant for every use', () => {
    const { graph } = read('z = (2w+1)^2 + (2w+1) + 2b; s = 2w + 1; again = 2w + 1');
    const ids = graph.nodes.filter(({ op }) => op === 'add').map(({ id }) => id);
    expect(ids).toEqual(['s', 'z', 'again']);
    expect(findNode(graph, 'z')?.inputs?.[1]).toBe('s');
    // 2 and 1 of s, 2 of 2b, and a 1 of its own for the second name of the same sum.
    expect(graph.nodes.filter(({ op }) => op === 'constant').map(({ value }) => value)).toEqual([
      2, 1, 2, 1,
    ]);
    const used = graph.nodes.flatMap(({ inputs = [] }) => inputs);
    const constants = graph.nodes.filter(({ op }) => op === 'constant').map(({ id }) => id);
    for (const id of constants) expect(used.filter((input) => input === id)).toHaveLength(1);
  });

  test('whose fresh names take none that the formula has', () => {
    const { graph, output } = read('m1 + 2c1 + s1*z');
    expect(new Set(graph.nodes.map(({ id }) => id)).size).toBe(graph.nodes.length);
    expect(structure(graph, output)).toBe('(add m1 (multiply 2 c1) (multiply s1 z))');
    expect(output).toBe('y');
    expect(read('hinge(a, y)').output).toBe('L');
  });

  test('where y = x passes x on', () => {
    expect(structureOf('y = x')).toBe('(identity x)');
  });

  test('with leaves of a sensible kind and value', () => {
    const { graph } = read(
      'a = w1*x1 + w2*x_2 + theta + beta - y_true + c; k = 3; T = [1, 2]; q = constant(5); u = input(-2)',
    );
    const leaves = graph.nodes.filter(({ inputs, id }) => inputs === undefined && !/^c\d/.test(id));
    expect(Object.fromEntries(leaves.map(({ id, op }) => [id, op]))).toEqual({
      ...{
        w1: 'parameter',
        w2: 'parameter',
        theta: 'parameter',
        beta: 'parameter',
        c: 'parameter',
      },
      ...{ x1: 'input', x_2: 'input', y_true: 'input', T: 'input', u: 'input' },
      ...{ k: 'parameter', q: 'constant' },
    });
    const value = (id: string) => findNode(graph, id)?.value;
    expect([value('k'), value('T'), value('q'), value('u')]).toEqual([3, [1, 2], 5, -2]);
    expect(value('w1')).not.toBe(value('w2'));
    expect(value('x1')).not.toBe(value('x_2'));
  });

  test.each([
    'z = W @ x + b',
    'z = x @ W',
    'z = A @ B',
    'z = a @ b',
    'z = dot(w, x)',
    'z = sqrt(1 - a) + ln(b)/(c - d)',
  ])('%s has a finite value at once', (text) => {
    const { graph, output } = read(text);
    const value = valueIn(graph, output);
    expect([value].flat(2).every((number) => Number.isFinite(number))).toBe(true);
  });

  test.each([
    ['[[1, 2], [3, 4]] * [5, 6]', '(matmul [[1,2],[3,4]] [5,6])', [17, 39]],
    ['[1, 2]*[3, 4]', '(matmul [1,2] [3,4])', 11],
    ['A = [[1, 2]]; x = [1, 2]; A x', '(matmul A x)', [5]],
    ['2[[1, 2], [3, 4]]', undefined, undefined],
    ['2*[[1, 2], [3, 4]]*[1; 1]', '(matmul (multiply 2 [[1,2],[3,4]]) [[1],[1]])', [[6], [14]]],
    ['[1, 2] .* [3, 4]', '(multiply [1,2] [3,4])', [3, 8]],
    ['[1, 2]*3', '(multiply [1,2] 3)', [3, 6]],
    ['W = [[1, 2, 3], [4, 5, 6]]; W*x', '(matmul W x)', [2 + 6 + 12, 8 + 15 + 24]],
    ['A @ [1, 2, 3]', '(matmul A [1,2,3])', undefined],
    ['x @ [[1, 2], [3, 4], [5, 6]]', '(matmul x [[1,2],[3,4],[5,6]])', undefined],
  ])('%s multiplies vectors and matrices as mathjs does', (text, expected, value) => {
    const result = fromFormula(text);
    expect(result.ok).toBe(expected !== undefined);
    if (!result.ok) return;
    expect(structure(result.graph, result.output)).toBe(expected);
    const found = valueIn(result.graph, result.output);
    if (value !== undefined) expect(found).toEqual(value);
    else expect([found].flat(2).every((number) => Number.isFinite(number))).toBe(true);
  });

  test('whose lines are told by what they came to', () => {
    const { graph, results } = read('loss = (a - y)^2\na = 2x\nx = 3; 5 + a');
    expect(results).toEqual(['loss', 'a', 'x', 'z']);
    expect(structure(graph, 'z')).toBe('(add 5 (multiply 2 x))');
  });

  test('that mathjs would give the same value, and that can be written as a formula again', () => {
    const scope: Record<string, unknown> = { a: 0.7, b: 1.3, c: 2.1, x1: 0.4, w: 1.9 };
    scope.ln = Math.log;
    scope.sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
    const lines = 'a = 0.7; b = 1.3; c = 2.1; x1 = 0.4; w = 1.9';
    fc.assert(
      fc.property(looseText, (text) => {
        const { graph, output } = read(`${lines}; ${text}`);
        const expected = Number(evaluate(text, new Map(Object.entries(scope))));
        const found = Number(valueIn(graph, output));
        if (Number.isFinite(expected)) {
          expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-9 * Math.abs(expected) + 1e-12);
        } else expect(Number.isFinite(found)).toBe(false);
        const again = read(`${lines}; ${formulaOf(graph, output, 'leaves')?.text}`);
        expect(valueIn(again.graph, again.output)).toBe(found);
      }),
      { numRuns: 150 },
    );
  });
});

/** Expressions with few brackets, so that precedence decides what they mean. */
const looseText: fc.Arbitrary<string> = fc.letrec<{ text: string; factor: string }>((tie) => ({
  text: fc
    .tuple(
      tie('factor'),
      fc.array(fc.tuple(fc.constantFrom('+', ' - ', '*', '/', ' * -', '^', ' '), tie('factor')), {
        maxLength: 4,
      }),
    )
    .map(([first, rest]) =>
      rest.reduce((text, [sign, factor]) => attach(text, sign, factor), first),
    ),
  factor: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    fc.constantFrom('a', 'b', 'c', 'x1', 'w', '2', '0.5', '3', 'e', 'pi'),
    fc.constantFrom('2a', '3 b', '-c', '-2', 'a b', '1/2 c', '2^-1', 'x1^2'),
    tie('text').map((text) => `(${text})`),
    fc
      .tuple(
        fc.constantFrom('sin', 'cos', 'exp', 'ln', 'abs', 'sqrt', 'tanh', 'sigmoid'),
        tie('text'),
      )
      .map(([name, text]) => `${name}(${text})`),
    fc
      .tuple(fc.constantFrom('max', 'min'), tie('text'), tie('text'))
      .map(([name, a, b]) => `${name}(${a}, ${b})`),
  ),
})).text;

/** A number, a sign or a bracket right behind a factor would mean something else. */
function attach(text: string, sign: string, factor: string): string {
  return sign === ' ' && /^[-0-9(]/.test(factor)
    ? `${text} + ${factor}`
    : `${text}${sign}${factor}`;
}
