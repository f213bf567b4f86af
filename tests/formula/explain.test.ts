import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  backward,
  compile,
  evaluateEdges,
  forward,
  lookUp,
  prepareEdges,
} from '../../src/engine/index.ts';
import { backText, momentText, plain, ruleText, valueText } from '../../src/formula/explain.ts';
import { edgesOf, type Graph } from '../../src/graph/index.ts';
import { arity, type Text } from '../../src/ops/index.ts';
import { graphOf, leaf, node, operations } from '../support/apply.ts';
import { anyGraph } from '../support/graphs.ts';

function expectSentence({ en, 'zh-CN': zh }: Text, what: string): void {
  expect(en, what).toMatch(/^(-?[0-9]|[A-Z`]).*\.$/s);
  expect(zh, what).toMatch(/。$/);
  expect(zh, what).toMatch(/[\u4e00-\u9fff]/);
  for (const text of [en, zh]) {
    expect(text.split('`').length % 2, `${what}: ${text}`).toBe(1);
    expect(text, what).not.toMatch(/undefined|NaN|□|\[object/);
  }
}

/** What is special about the edge from `a` to `y` when `y` is computed from these numbers. */
function moment(op: string, numbers: readonly number[], port = 0): string | undefined {
  const leaves = numbers.map((number, i) => leaf('abc'[i], number));
  const graph = graphOf(...leaves, node('y', op, ...leaves.map(({ id }) => id)));
  const program = compile(graph);
  const edges = prepareEdges(program);
  forward(program);
  backward(program);
  evaluateEdges(program, edges);
  const edge = { source: 'abc'[port], target: 'y', port };
  const text = momentText(graph, edge, lookUp(program, edges));
  if (text) expectSentence(text, op);
  return text?.en;
}

describe.each(operations)('$id', (op) => {
  const names = ['p', 'q', 'r', 's'].slice(0, Math.min(4, arity(op).most));
  const graph = graphOf(...names.map((id) => leaf(id, 1)), node('y', op.id, ...names));

  test('has words of its own, in both languages, for value and gradient', () => {
    expectSentence(valueText(graph, 'y'), 'value');
    expect(valueText(graph, 'y').en).not.toMatch(/^Apply/);
    names.forEach((_, port) => {
      expectSentence(backText(graph, { target: 'y', port }), `port ${port}`);
      expect(backText(graph, { target: 'y', port }).en).not.toContain('how fast');
    });
  });
});

test('every quantity of any graph has its rule in words', () => {
  fc.assert(
    fc.property(anyGraph({ unfinished: false }), (graph: Graph) => {
      for (const { id } of graph.nodes) {
        expectSentence(ruleText(graph, `value:${id}`), `value of ${id}`);
        if (graph.output !== undefined) expectSentence(ruleText(graph, `gradient:${id}`), id);
      }
      for (const { id } of edgesOf(graph)) {
        expectSentence(ruleText(graph, `local:${id}`), id);
        expectSentence(ruleText(graph, `contribution:${id}`), id);
      }
    }),
    { numRuns: 50 },
  );
  expect(ruleText(graphOf(leaf('a', 1)), 'nonsense')).toEqual({ en: '', 'zh-CN': '' });
});

test('a gradient is told as what it is the sum of', () => {
  const leaves = [leaf('a', 1), leaf('b', 2), leaf('c', 3)];
  const graph = { ...graphOf(...leaves, node('p', 'multiply', 'a', 'b', 'b')), output: 'p' };
  const rule = (id: string) => ruleText(graph, `gradient:${id}`).en;
  expect(rule('a')).toMatch(/^One edge leads from `a`/);
  expect(rule('b')).toMatch(/^Add up what the 2 edges out of `b`/);
  expect(rule('c')).toBe('The output does not depend on `c`, so its gradient is 0.');
  expect(rule('p')).toMatch(/^`p` is the output/);
});

test('constants are called by their number, other nodes by their name', () => {
  const graph = graphOf(
    { id: 'c', op: 'constant', value: 3 },
    leaf('w', 2),
    node('y', 'multiply', 'c', 'w'),
  );
  expect(backText(graph, { target: 'y', port: 1 }).en).toContain('the local derivative is 3.');
  expect(backText(graph, { target: 'y', port: 0 }).en).toContain('the local derivative is `w`.');
  expect(plain(backText(graph, { target: 'y', port: 0 }))['zh-CN']).toContain('局部导数就是 w。');
});

describe('what is special about an edge now', () => {
  test('is a kink, told with the convention', () => {
    expect(moment('relu', [0])).toContain('kink');
    expect(moment('relu', [0])).toContain('it is 0');
    expect(moment('abs', [0])).toContain('kink');
    expect(moment('leakyRelu', [0])).toContain('it is 0.01');
    expect(moment('absoluteError', [2, 2])).toContain('kink');
    expect(moment('hinge', [1, 1])).toContain('kink');
  });

  test('is a shut gate', () => {
    expect(moment('relu', [-3])).toBe(
      '`a` = -3 is below 0, so the gate is shut: nothing comes back.',
    );
    expect(moment('relu', [3])).toBeUndefined();
    expect(moment('hinge', [3, 1])).toContain('the margin is kept');
  });

  test('is who won, and a tie goes to the first', () => {
    expect(moment('max', [1, 5, 2], 1)).toContain('`b` = 5 won');
    expect(moment('max', [1, 5, 2], 2)).toContain('`c` = 2 lost against `b` = 5');
    expect(moment('max', [4, 4], 0)).toContain('the first of them, `a`, gets the whole gradient');
    expect(moment('min', [4, 4], 1)).toContain('`b` gets nothing');
  });

  test('is that nothing comes back, whatever the reason', () => {
    expect(moment('multiply', [2, 0])).toContain('local derivative is 0');
    expect(moment('multiply', [2, 3])).toBeUndefined();
    expect(moment('step', [2])).toBeUndefined();
    const graph = graphOf(leaf('a', 1), node('y', 'exp', 'a'));
    const none = momentText(graph, { source: 'a', target: 'y', port: 0 }, (id) =>
      id.startsWith('gradient') ? 0 : 1,
    );
    expect(none?.en).toContain('The gradient that arrives at `y` is 0');
  });
});
