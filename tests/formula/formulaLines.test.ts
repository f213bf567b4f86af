import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formulaLines } from '../../src/formula/formulaLines.ts';
import { emptyGraph, findNode, type Graph } from '../../src/graph/index.ts';
import { read, valueIn } from '../support/formulas.ts';
import { tameGraph } from '../support/graphs.ts';
import { linear } from '../support/linear.ts';

describe('a graph as lines', () => {
  test('has operands first, and its numbers where they are used', () => {
    expect(formulaLines(linear).split('\n')).toEqual([
      'w = 3',
      'b = 4',
      'w2 = 2*w',
      'b3 = 3*b',
      'x = w2 + b3',
      'b2 = 2*b',
      'y = b2 + 1',
      'z = x*y',
    ]);
  });

  test('says of a leaf what its name does not', () => {
    const graph: Graph = {
      ...emptyGraph,
      nodes: [
        { id: 'x', op: 'input', value: 1 },
        { id: 'a', op: 'input', value: [1, 2] },
        { id: 't', op: 'parameter', value: -3 },
      ],
    };
    expect(formulaLines(graph)).toBe('x = 1\na = input([1, 2])\nt = parameter(-3)');
  });

  test('keeps what is unfinished as a comment', () => {
    const graph: Graph = {
      ...emptyGraph,
      nodes: [
        { id: 's', op: 'add', inputs: ['x', null] },
        { id: 'x', op: 'input', value: 2 },
        { id: 'y', op: 'square', inputs: ['x'] },
      ],
    };
    expect(formulaLines(graph)).toBe('x = 2\n# s = x + ?\ny = x^2');
    expect(read(formulaLines(graph)).output).toBe('y');
  });

  test('reads back with the same values and the same kinds of leaves', () => {
    fc.assert(
      fc.property(tameGraph, (graph) => {
        fc.pre(graph.nodes.some(({ op }) => op !== 'constant'));
        const again = read(formulaLines(graph)).graph;
        for (const { id, op } of graph.nodes) {
          if (op === 'constant') continue;
          expect(findNode(again, id)?.op).toBe(op);
          expect(valueIn(again, id)).toEqual(valueIn(graph, id));
        }
      }),
      { numRuns: 100 },
    );
  });
});
