import { describe, expect, test } from 'vitest';
import {
  edgesOf,
  emptyGraph,
  isName,
  localize,
  outputOf,
  problemText,
  shapeText,
  sinks,
  structuralProblems,
} from '../../src/graph/index.ts';
import { graphOf, leaf, node } from '../support/apply.ts';

const open = {
  ...emptyGraph,
  nodes: [
    leaf('a', 1),
    { id: 'b', op: 'input' },
    node('s', 'add', 'a', null, 'b'),
    node('q', 'square'),
    { id: 'd', op: 'divide' },
  ],
};

const show = (value: number) => `<${value}>`;

describe('edges', () => {
  test('have an id made of source, target and port, and stand by target, then by port', () => {
    const graph = graphOf(node('y', 'multiply', 'x', 'x'), leaf('x', 1), node('z', 'ln', 'y'));
    expect(edgesOf(graph).map(({ id }) => id)).toEqual(['x->y:0', 'x->y:1', 'y->z:0']);
    expect(edgesOf(open)).toEqual([
      { id: 'a->s:0', source: 'a', target: 's', port: 0 },
      { id: 'b->s:2', source: 'b', target: 's', port: 2 },
    ]);
  });
});

describe('the output', () => {
  test('is the stated one, else the only node that nothing uses, else none', () => {
    const chain = { ...emptyGraph, nodes: [leaf('x', 1), node('y', 'ln', 'x')] };
    expect(outputOf(chain)).toBe('y');
    expect(outputOf({ ...chain, output: 'x' })).toBe('x');
    expect(outputOf(open)).toBeUndefined();
    expect(outputOf(emptyGraph)).toBeUndefined();
    expect(sinks(open).map(({ id }) => id)).toEqual(['s', 'q', 'd']);
  });
});

describe('problems', () => {
  test('of an unfinished graph are listed in file order', () => {
    expect(structuralProblems(open)).toEqual([
      { kind: 'missing-value', node: 'b' },
      { kind: 'missing-operand', node: 's', port: 1 },
      { kind: 'missing-operand', node: 'q', port: 0 },
      { kind: 'missing-operand', node: 'd', port: 0 },
      { kind: 'missing-operand', node: 'd', port: 1 },
      { kind: 'ambiguous-output', candidates: ['s', 'q', 'd'] },
    ]);
    expect(structuralProblems(emptyGraph)).toEqual([]);
  });

  test('have no question left about an output that is stated', () => {
    const nodes = [leaf('x', 1), node('y', 'ln', 'x'), node('z', 'exp', 'x')];
    expect(structuralProblems({ ...emptyGraph, nodes, output: 'y' })).toEqual([]);
    expect(structuralProblems({ ...emptyGraph, nodes })).toHaveLength(1);
  });

  test('of a cycle are carried by every node on it, and by no other', () => {
    const ring = [node('a', 'ln', 'c'), node('b', 'ln', 'a'), node('c', 'ln', 'b')];
    const problems = structuralProblems(graphOf(...ring, node('behind', 'ln', 'a')));
    expect(problems.map((problem) => [problem.kind, 'node' in problem && problem.node])).toEqual([
      ['cycle', 'a'],
      ['cycle', 'b'],
      ['cycle', 'c'],
    ]);
  });

  test.each([
    [
      { kind: 'cycle', node: 'a', path: ['a', 'b', 'a'] },
      /circle: a → b → a\. Remove/,
      /a → b → a/,
    ],
    [{ kind: 'missing-operand', node: 'a', port: 1 }, /Operand 2 is not connected/, /第 2 个/],
    [{ kind: 'missing-value', node: 'a' }, /no number yet/, /还没有数值/],
    [{ kind: 'ambiguous-output', candidates: ['a', 'b'] }, /\(a, b\)\. Mark one/, /a, b/],
    [
      { kind: 'ambiguous-output', candidates: ['a', 'b', 'c', 'd', 'e', 'f'] },
      /\(a, b, c, d, e, …\)/,
      /e, …/,
    ],
    [
      { kind: 'shape-mismatch', node: 'a', shapes: [[], [3], [2, 3]] },
      /scalar and vector of 3 and 2×3\./,
      /标量 与 3 维向量 与 2×3/,
    ],
    [
      {
        kind: 'domain',
        node: 'y',
        port: 0,
        operand: 'x',
        value: -1,
        say: (shown: string) => ({
          en: `ln of ${shown} is undefined`,
          'zh-CN': `ln(${shown}) 没有定义`,
        }),
      },
      /ln of <-1> is undefined \(operand x\)\./,
      /ln\(<-1>\) 没有定义（操作数 x）。/,
    ],
    [{ kind: 'overflow', node: 'a' }, /too large for a double/, /双精度/],
  ] as const)('%j is told in both languages', (problem, en, zh) => {
    const text = problemText(problem, show);
    expect(text.en).toMatch(en);
    expect(text['zh-CN']).toMatch(zh);
  });

  test('shapes are told as people write them', () => {
    expect(shapeText([4])).toEqual({ en: 'vector of 4', 'zh-CN': '4 维向量' });
  });
});

describe('names', () => {
  test.each(['w', 'w1', 'w1_11', '_', '_1', 'α', 'Σ_x', 'é', 'constructor', 'ñandú'])(
    '%s is one',
    (name) => expect(isName(name)).toBe(true),
  );
  test.each(['', '1', '1w', 'a b', ' a', 'a\n', 'a-b', 'a.b', 'вес', '权', '__proto__', '×', 'a²'])(
    '%j is none',
    (name) => expect(isName(name)).toBe(false),
  );
});

describe('a text for people', () => {
  test('is given in the language asked for, else in English, else in any', () => {
    expect(localize({ en: 'e', 'zh-CN': 'z' }, 'zh-CN')).toBe('z');
    expect(localize({ en: 'e', de: 'd' }, 'zh-CN')).toBe('e');
    expect(localize({ de: 'd' }, 'en')).toBe('d');
    expect(localize('t', 'en')).toBe('t');
    expect(localize({}, 'en')).toBe('');
    expect(localize(undefined, 'en')).toBe('');
  });
});
