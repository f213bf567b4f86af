import { describe, expect, test } from 'vitest';
import { compile, domainProblems, forward, setLeaf } from '../../src/engine/index.ts';
import type { Graph } from '../../src/graph/index.ts';
import { graphOf, leaf, node, run } from '../support/apply.ts';

function problemsOf(graph: Graph): unknown {
  return domainProblems(run(graph)).map((problem) => {
    if (problem.kind !== 'domain') return problem;
    const { say: _, ...rest } = problem;
    return rest;
  });
}

describe('problems of the numbers', () => {
  test('name the node, the operand and its value, in file order', () => {
    const graph = graphOf(
      node('d', 'divide', 'one', 'zero'),
      leaf('one', 1),
      leaf('m', -1),
      node('l', 'ln', 'm'),
      leaf('zero', 0),
      node('r', 'sqrt', 'm'),
    );
    expect(problemsOf(graph)).toEqual([
      { kind: 'domain', node: 'd', port: 1, operand: 'zero', value: 0 },
      { kind: 'domain', node: 'l', port: 0, operand: 'm', value: -1 },
      { kind: 'domain', node: 'r', port: 0, operand: 'm', value: -1 },
    ]);
  });

  test('are told once, where they arise, not by all that lies behind', () => {
    const graph = graphOf(
      leaf('m', -1),
      node('l', 'ln', 'm'),
      node('r', 'sqrt', 'l'),
      node('y', 'exp', 'r'),
    );
    expect(problemsOf(graph)).toEqual([
      { kind: 'domain', node: 'l', port: 0, operand: 'm', value: -1 },
    ]);
  });

  test('name the first element at fault, broadcast or not', () => {
    const graph = graphOf(
      leaf('v', [4, -9, -16]),
      node('r', 'sqrt', 'v'),
      leaf('m', [[1], [0]]),
      node('d', 'divide', 'v', 'm'),
    );
    expect(problemsOf(graph)).toEqual([
      { kind: 'domain', node: 'r', port: 0, operand: 'v', value: -9 },
      { kind: 'domain', node: 'd', port: 1, operand: 'm', value: 0 },
    ]);
  });

  test('are overflow where finite operands have no finite result', () => {
    const graph = graphOf(
      leaf('big', 1000),
      node('e', 'exp', 'big'),
      node('y', 'square', 'e'),
      leaf('t', 1e-300),
      leaf('h', 1e300),
      node('q', 'divide', 'h', 't'),
    );
    expect(problemsOf(graph)).toEqual([
      { kind: 'overflow', node: 'e' },
      { kind: 'overflow', node: 'q' },
    ]);
    const matrix = graphOf(leaf('a', [1e200, 1]), node('y', 'matmul', 'a', 'a'));
    expect(problemsOf(matrix)).toEqual([{ kind: 'overflow', node: 'y' }]);
  });

  test('follow the numbers, not the file', () => {
    const program = compile(graphOf(leaf('x', 1), node('y', 'ln', 'x')));
    forward(program);
    expect(domainProblems(program)).toEqual([]);
    setLeaf(program, 'x', 0);
    forward(program);
    expect(domainProblems(program)).toHaveLength(1);
  });
});
