import { describe, expect, test } from 'vitest';
import { checkGradients, compile } from '../../src/engine/index.ts';
import { arity } from '../../src/ops/index.ts';
import { graphOf, leaf, node, operations } from '../support/apply.ts';

describe('the schedule', () => {
  test.each(operations.map((op) => [op.id, op] as const))(
    'puts a chain of %s into one run and differentiates it',
    (id, op) => {
      const extra = Array.from({ length: arity(op).least - 1 }, (_, port) => `p${port}`);
      const graph = graphOf(
        leaf('x', 0.6),
        ...extra.map((name) => leaf(name, 0.8)),
        node('a', id, 'x', ...extra),
        node('b', id, 'a', ...extra),
        node('c', id, 'b', ...extra),
      );
      // Whole-tensor ops refuse scalars: nothing to chain.
      const program = compile(graph);
      expect(program.runs.length).toBe(op.layout === 'elementwise' ? 1 : 0);
      expect(checkGradients(program).every(({ agrees }) => agrees)).toBe(true);
    },
  );

  test('needs one run for each change of the operation, not for each node', () => {
    const graph = graphOf(
      leaf('x', 2),
      node('a', 'square', 'x'),
      node('b', 'square', 'a'),
      node('c', 'exp', 'x'),
      node('d', 'multiply', 'b', 'c'),
      node('e', 'square', 'd'),
    );
    const runs = compile(graph).runs.map(({ op, count }) => `${op.id} ${count}`);
    expect(runs.sort()).toEqual(['exp 1', 'multiply 1', 'square 1', 'square 2']);
  });
});
