import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addFormula } from '../../src/formula/fromFormula.ts';
import { formulaOf } from '../../src/formula/toFormula.ts';
import { emptyGraph, findNode, type Graph, type GraphNode } from '../../src/graph/index.ts';
import { arity, ops, type Tensor } from '../../src/ops/index.ts';
import { evaluateTex } from '../support/evaluateTex.ts';
import { accepted, gradientsOf, read, valueIn } from '../support/formulas.ts';
import { anyGraph, tameGraph } from '../support/graphs.ts';
import { linear } from '../support/linear.ts';

/** The expanded formula of what a text computes. */
function rewritten(text: string): string | undefined {
  const { graph, output } = read(text);
  return formulaOf(graph, output, 'leaves')?.text;
}

describe('the formula of a node', () => {
  test('is in terms of its operands, or of the leaves', () => {
    expect(formulaOf(linear, 'z')).toEqual({ text: 'x*y', tex: 'x \\cdot y' });
    expect(formulaOf(linear, 'x')?.text).toBe('w2 + b3');
    expect(formulaOf(linear, 'w2')).toEqual({ text: '2*w', tex: '2 \\cdot w' });
    expect(formulaOf(linear, 'z', 'leaves')).toEqual({
      text: '(2*w + 3*b)*(2*b + 1)',
      tex: '\\left(2 \\cdot w + 3 \\cdot b\\right) \\cdot \\left(2 \\cdot b + 1\\right)',
    });
  });

  test('stops at nodes it is told to stop at', () => {
    expect(formulaOf(linear, 'z', new Set(['y', 'w2']))?.text).toBe('(w2 + 3*b)*y');
  });

  test('is the value of a leaf, and nothing where there is none', () => {
    expect(formulaOf(linear, 'w')).toEqual({ text: '3', tex: '3' });
    expect(formulaOf({ ...emptyGraph, nodes: [{ id: 'x', op: 'input' }] }, 'x')).toBeUndefined();
    expect(formulaOf(linear, 'nowhere')).toBeUndefined();
  });

  test('shows open ports, and does not lose itself in a circle', () => {
    const nodes: GraphNode[] = [
      { id: 's', op: 'add', inputs: ['t', null] },
      { id: 't', op: 'ln', inputs: [] },
      { id: 'a', op: 'exp', inputs: ['b'] },
      { id: 'b', op: 'negate', inputs: ['a'] },
    ];
    const graph: Graph = { ...emptyGraph, nodes };
    expect(formulaOf(graph, 's', 'leaves')?.text).toBe('ln(?) + ?');
    expect(formulaOf(graph, 'a', 'leaves')?.text).toBe('exp(b)');
  });

  test.each([
    'a + b - c',
    'a - (b + c)',
    'a + (b + c)',
    'a - (b - c)',
    'a*b/c',
    'a*(b*c)',
    'a/(b*c)',
    'a/b^2',
    '(a + b)*c',
    '-a*b',
    '-(a*b)',
    'a*(-b)',
    'a - (-b*c)',
    '-(-a)',
    '-(a + b)',
    '-a + b',
    '(-a)^2',
    '-a^2',
    '(a^2)^2',
    'a^(2)',
    'a^3',
    'a^-2',
    'a^(-b)',
    'a^(b^c)',
    '2^(a + 1)',
    '(a/b)^2',
    '-3*a',
    '-(3)',
    'a*(-3)',
    '(-3)^a',
    '1/(1 + exp(-z))',
    'ln(a + b)*max(a, b, 0)',
    'leakyRelu(a, slope=0.1)',
    'leakyRelu(a)',
    'A @ B @ c',
    'A @ (B @ c)',
    '2*A @ c + b',
    'A @ (2*B)',
    '[[1, 2], [3, 4]] @ [1, 2]',
    '[1, 2] .* [3, 4]*a',
  ])('%s has no other brackets', (text) => {
    expect(rewritten(text)).toBe(text);
  });

  test.each([
    ['2w x^2 / 3b', '2*w*x^2/(3*b)'],
    ['(a + b) + c', 'a + b + c'],
    ['(a*b)*(c)', 'a*b*c'],
    ['e^-z', 'exp(-z)'],
    ['1e21 a + 1e-7', '1e+21*a + 1e-7'],
  ])('%s is written %s', (text, expected) => {
    expect(rewritten(text)).toBe(expected);
  });

  test('reads back with the same value and the same gradients, whatever the graph', () => {
    fc.assert(
      fc.property(
        tameGraph,
        fc.boolean(),
        fc.integer({ min: 1, max: 200 }),
        (graph, all, longest) => {
          const node = graph.output ?? '';
          fc.pre(findNode(graph, node)?.inputs !== undefined);
          const formula = formulaOf(graph, node, all ? 'leaves' : 'operands', longest);
          const copied = accepted(addFormula(graph, `copy = ${formula?.text}`));
          expect(valueIn(copied.graph, copied.output)).toEqual(valueIn(graph, node));
          const leaves = graph.nodes.filter(({ op }) => op === 'parameter').map(({ id }) => id);
          const expected = gradientsOf(graph, node, leaves).flat(2);
          gradientsOf(copied.graph, copied.output, leaves)
            .flat(2)
            .forEach((gradient, i) => {
              expectNear(Number(gradient), Number(expected[i]));
            });
        },
      ),
      { numRuns: 100 },
    );
  });

  test('reads back with the same value, whatever the names and numbers', () => {
    fc.assert(
      fc.property(
        anyGraph({ unfinished: false, most: 8 }).map(withoutNegativeZero),
        fc.constantFrom('operands', 'leaves'),
        fc.integer({ min: 1, max: 200 }),
        (graph, terms, longest) => {
          for (const { id, inputs } of graph.nodes) {
            if (inputs === undefined) continue;
            const formula = formulaOf(graph, id, terms, longest);
            const copied = accepted(addFormula(graph, `copy = ${formula?.text}`));
            expect(valueIn(copied.graph, copied.output)).toEqual(valueIn(graph, id));
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('means in TeX what it means as text', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 2, maxLength: 12 }), (picks) => {
        const { graph, output } = read(`a = 0.5; b = 0.25; c = 0.75; ${lines(picks)}`);
        const tex = formulaOf(graph, output, 'leaves', 10_000)?.tex ?? '';
        const value = evaluateTex(tex, { a: 0.5, b: 0.25, c: 0.75 });
        const expected = Number(valueIn(graph, output));
        if (Number.isFinite(expected)) expectNear(value, expected);
      }),
      { numRuns: 100 },
    );
  });

  test('stops at names where it would grow beyond all bounds', () => {
    const doubled = Array.from({ length: 60 }, (_, i) => `p${i + 1} = p${i}*p${i} + 1`);
    const nested = Array.from({ length: 60 }, (_, i) => `q${i + 1} = silu(q${i})`);
    const { graph } = read(`p0 = 0.01; q0 = 2\n${[...doubled, ...nested].join('\n')}`);
    for (const [id, letter] of [
      ['p60', 'p'],
      ['q60', 'q'],
    ]) {
      const { text = '', tex = '' } = formulaOf(graph, id, 'leaves', 300) ?? {};
      expect(text.length).toBeLessThan(400);
      expect(text.length).toBeGreaterThan(10);
      expect(tex.length).toBeLessThan(8 * 300);
      expect(text).toMatch(new RegExp(`${letter}[1-9]`));
      const copied = accepted(addFormula(graph, text));
      expect(valueIn(copied.graph, copied.output)).toBe(valueIn(graph, id));
    }
  });
});

/** Lines of arithmetic, functions and activations, each of which takes results of earlier ones. */
function lines(picks: readonly number[]): string {
  const names = ['a', 'b', 'c'];
  const known = [...ops.values()].filter(
    (op) => op.kind === 'operation' && /arithmetic|functions|activations/.test(op.category),
  );
  const made = picks.map((pick, i) => {
    const op = known[pick % known.length];
    const operands = [1, 5, 11].slice(0, Math.min(3, arity(op).most));
    const args = operands.map((step) => names[(pick * step + i) % names.length]);
    const name = `v${i}`;
    names.push(name);
    return `${name} = ${op.id}(${args.join(', ')})`;
  });
  return made.join('; ');
}

/** A text does not tell −0 from 0. */
function withoutNegativeZero(graph: Graph): Graph {
  const positive = (value: Tensor): Tensor =>
    typeof value === 'number' ? value + 0 : (value.map(positive) as Tensor);
  const nodes = graph.nodes.map((node) =>
    node.value === undefined ? node : { ...node, value: positive(node.value) },
  );
  return { ...graph, nodes };
}

/** Expects eight digits to agree, of numbers of any size. */
function expectNear(found: number, expected: number): void {
  const size = Math.max(1, Math.abs(expected));
  expect(found / size).toBeCloseTo(expected / size, 8);
}
