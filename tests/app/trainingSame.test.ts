import { describe, expect, test } from 'vitest';
import { difference } from '../../src/app/training/same.ts';
import type { Graph, Training } from '../../src/graph/index.ts';
import { setValue } from '../../src/graph/index.ts';
import { linear } from '../support/linear.ts';

const training: Training = {
  version: 1,
  move: { by: 'gradient', rule: 'adam', rate: 0.1 },
  frozen: ['w'],
  start: { b: 4 },
};
const dataset = { version: 1, columns: [{ name: 'x', values: [1, 2] }] } as const;
const graph: Graph = { ...linear, training, dataset };

const nodesWith = (id: string, changes: object) =>
  graph.nodes.map((node) => (node.id === id ? { ...node, ...changes } : node));

describe('two graphs differ for training', () => {
  test.each([
    [
      'not by places, names, labels, the order of nodes or the start',
      null,
      {
        ...graph,
        title: 'Another',
        nodes: [...nodesWith('w', { position: { x: 1, y: 2 }, label: 'omega' })].reverse(),
        output: 'z',
        dataset: { ...dataset },
        training: { ...training, start: { b: 7 }, random: { kind: 'he' } },
      },
    ],
    ['by the values of parameters', 'parameters', setValue(graph, 'b', 5)],
    [
      'by the plan, whatever the parameters are',
      'plan',
      {
        ...setValue(graph, 'b', 5),
        training: { ...training, frozen: [] },
      },
    ],
    ['by the shape of a parameter', 'graph', setValue(graph, 'b', [5, 6])],
    [
      'by the value of another leaf',
      'graph',
      {
        ...graph,
        nodes: graph.nodes.map((node) => (node.op === 'constant' ? { ...node, value: 9 } : node)),
      },
    ],
    ['by an operand', 'graph', { ...graph, nodes: nodesWith('z', { inputs: ['x', 'x'] }) }],
    ['by an operation', 'graph', { ...graph, nodes: nodesWith('z', { op: 'add' }) }],
    ['by the output', 'graph', { ...graph, output: 'x' }],
    ['by the data', 'graph', { ...graph, dataset: { ...dataset, columns: [...dataset.columns] } }],
    [
      'by how the data is scaled',
      'graph',
      { ...graph, dataset: { ...dataset, scale: { x: 'range' } } },
    ],
    [
      'by a node more',
      'graph',
      {
        ...graph,
        nodes: [...graph.nodes, { id: 'more', op: 'constant', value: 1 }],
      },
    ],
  ] as const)('%s', (_, expected, other) => {
    expect(difference(graph, other as unknown as Graph)).toBe(expected);
    expect(difference(other as unknown as Graph, graph)).toBe(expected);
  });
});
