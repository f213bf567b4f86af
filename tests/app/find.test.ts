import { describe, expect, test } from 'vitest';
import { type Searched, search } from '../../src/app/find/match.ts';
import { nodesOf, stopsOf } from '../../src/app/find/stops.ts';
import {
  backward,
  compile,
  domainProblems,
  forward,
  nodeGradient,
  nodeValue,
} from '../../src/engine/index.ts';
import { formatNumber } from '../../src/formula/index.ts';
import { type Graph, problemText } from '../../src/graph/index.ts';

const graph: Graph = {
  format: 'chainrule-graph',
  version: 1,
  nodes: [
    { id: 'w', op: 'parameter', value: 3 },
    { id: 'b', op: 'parameter', value: 4, label: '$\\beta$' },
    { id: 'wb', op: 'multiply', inputs: ['w', 'b'] },
    { id: 's', op: 'sigmoid', inputs: ['w'] },
    { id: 'z', op: 'add', inputs: ['wb', 's'] },
    { id: 'M', op: 'constant', value: [-1, 250] },
    { id: 'n', op: 'constant', value: -1 },
    { id: 'bad', op: 'ln', inputs: ['n'] },
  ],
  groups: [{ id: 'g1', title: { en: 'Neuron', 'zh-CN': '神经元' }, nodes: ['wb', 's'] }],
  output: 'z',
};

const searched = searchedIn(graph);

function searchedIn(of: Graph, show = (number: number) => formatNumber(number)): Searched {
  const program = compile(of);
  forward(program);
  backward(program);
  const problems = [...program.problems, ...domainProblems(program)];
  return {
    graph: of,
    valueOf: (id) => nodeValue(program, id),
    gradientOf: (id) => nodeGradient(program, id),
    problemsOf: (id) =>
      problems.flatMap((problem) =>
        'node' in problem && problem.node === id ? problemText(problem, show) : [],
      ),
    show,
  };
}

const found = (text: string) => search(text, searched).map(({ id }) => id);
const reasons = (text: string) => search(text, searched).map(({ id, by }) => `${id} by ${by}`);

describe('text', () => {
  test('finds nothing when it is empty', () => {
    expect(found('')).toEqual([]);
    expect(found('  ')).toEqual([]);
  });

  test('finds names: the very name first, then how it begins, then what it holds', () => {
    expect(found('B')).toEqual(['b', 'bad', 'wb']);
  });

  test('finds operations in both languages, by id and by sign', () => {
    expect(found('multiply')).toContain('wb');
    expect(found('相乘').length + found('乘').length).toBeGreaterThan(0);
    expect(found('×')).toContain('wb');
    expect(reasons('sigmoid')).toEqual(['s by op']);
  });

  test('finds labels, groups by any title, the output and problems', () => {
    expect(reasons('beta')).toEqual(['b by label']);
    expect(reasons('神经元')).toEqual(['wb by group', 's by group']);
    expect(reasons('输出')).toEqual(['z by output']);
    expect(reasons('undefined')).toEqual(['bad by problem']);
    expect(reasons('problem')).toEqual(['bad by problem']);
    expect(reasons('问题')).toEqual(['bad by problem']);
  });
});

describe('a number', () => {
  test('finds the value that is shown like that', () => {
    expect(reasons('12')).toEqual(['wb by value']);
    expect(found('-1')).toEqual(['M', 'n']);
    expect(found('−1')).toEqual(['M', 'n']);
    expect(found('13')).toEqual([]);
  });

  test('may leave off decimals, but not digits before the point', () => {
    expect(found('0.95')).toEqual(['s']);
    expect(found('0.952574')).toEqual(['s']);
    expect(found('0.9526')).toEqual([]);
  });

  test('is compared as it is shown with the chosen digits', () => {
    const three = searchedIn(graph, (number) => formatNumber(number, 'decimals-3'));
    expect(search('0.953', three).map(({ id }) => id)).toEqual(['s']);
    expect(search('12', three).map(({ id }) => id)).toEqual(['wb']);
  });
});

describe('a comparison', () => {
  test('finds values, a matrix by any of its numbers', () => {
    expect(found('> 12')).toEqual(['z', 'M']);
    expect(found('>=12')).toEqual(['wb', 'z', 'M']);
    expect(found('value < 0')).toEqual(['M', 'n']);
    expect(found('值＜0')).toEqual(['M', 'n']);
    expect(found('|value| > 200')).toEqual(['M']);
    expect(found('|value| = 1')).toEqual(['M', 'n']);
    expect(found('= nan')).toEqual(['bad']);
  });

  test('finds gradients by their name or sign', () => {
    expect(reasons('gradient = 1')).toEqual(['wb by gradient', 's by gradient', 'z by gradient']);
    expect(found('∇ = 3')).toEqual(['b']);
    expect(found('|∇| < 1e-6')).toEqual(['M', 'n', 'bad']);
    expect(found('梯度 ≠ 0')).toEqual(['w', 'b', 'wb', 's', 'z']);
  });

  test('finds no number that cannot be seen', () => {
    const hidden: Searched = { ...searched, valueOf: () => undefined };
    expect(search('12', hidden)).toEqual([]);
    expect(search('> 0', hidden)).toEqual([]);
  });
});

test('problems of one node are one stop, in the order of the list', () => {
  const stops = stopsOf([
    { kind: 'missing-operand', node: 'a', port: 0 },
    { kind: 'overflow', node: 'c' },
    { kind: 'missing-operand', node: 'a', port: 1 },
    { kind: 'ambiguous-output', candidates: ['c', 'd'] },
  ]);
  expect(stops.map(({ nodes, problems }) => [nodes.join(), problems.length])).toEqual([
    ['a', 2],
    ['c', 1],
    ['c,d', 1],
  ]);
  expect(nodesOf({ kind: 'overflow', node: 'c' })).toEqual(['c']);
});
