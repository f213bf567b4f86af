import { describe, expect, test } from 'vitest';
import { addFormula } from '../../src/formula/fromFormula.ts';
import { emptyGraph, findNode, type Graph } from '../../src/graph/index.ts';
import { accepted, structure, valueIn } from '../support/formulas.ts';
import { deepFreeze } from '../support/graphs.ts';
import { linear } from '../support/linear.ts';

describe('a formula joins a graph', () => {
  test('by the names of its nodes', () => {
    const before = deepFreeze(linear);
    const { graph, added, output } = accepted(addFormula(before, 'loss = (z - t)^2 + w'));
    expect(graph.nodes.slice(0, before.nodes.length)).toEqual(before.nodes);
    expect(added).toEqual(graph.nodes.slice(before.nodes.length).map(({ id }) => id));
    expect(added).toContain('t');
    expect(output).toBe('loss');
    const target = Number(findNode(graph, 't')?.value);
    expect(valueIn(graph, 'loss')).toBe((162 - target) ** 2 + 3);
  });

  test('with fresh names for what it defines and the graph has', () => {
    const { graph, output } = accepted(addFormula(linear, 'x = b + 1; z = 5x'));
    expect(output).toBe('z2');
    expect(structure(graph, 'z2')).toBe('(multiply 5 (add b 1))');
    expect(findNode(graph, 'x2')?.inputs?.[0]).toBe('b');
    expect(structure(graph, 'x')).toBe(structure(linear, 'x'));
  });

  test('and leaves it its output', () => {
    const withOutput: Graph = { ...linear, output: 'x' };
    expect(accepted(addFormula(withOutput, 'q = z + 1')).graph.output).toBe('x');
    // The only node that nothing uses is the output; it is now the loss.
    expect(accepted(addFormula(linear, 'loss = z^2')).graph.output).toBeUndefined();
    expect(accepted(addFormula(linear, 'q = b^2')).graph.output).toBe('z');
    expect(accepted(addFormula(emptyGraph, 'q = b; r = 2')).graph.output).toBe('q');
  });

  test('and its groups, notes and exercise as they are', () => {
    const graph: Graph = deepFreeze({
      ...linear,
      groups: [{ id: 'g', nodes: ['x', 'y'], collapsed: true }],
      notes: [{ id: 'n', text: 'Sum', position: { x: 0, y: 0 }, group: 'g' }],
      exercise: { version: 1, asked: ['value:x'] },
    });
    const { graph: added } = accepted(addFormula(graph, 'loss = (z - x)^2'));
    for (const key of ['groups', 'notes', 'exercise'] as const) expect(added[key]).toBe(graph[key]);
  });

  test('whose nodes may be called like words, functions and numbers', () => {
    const names = ['in', 'not', 'max', 'e', 'pi', 'end', 'constructor', 'true'];
    const graph: Graph = {
      ...emptyGraph,
      nodes: names.map((id, i) => ({ id, op: 'input', value: i + 1 })),
    };
    const result = accepted(addFormula(graph, names.join(' + ')));
    expect(valueIn(result.graph, result.output)).toBe(36);
    expect(result.added).toHaveLength(1);
  });
});
