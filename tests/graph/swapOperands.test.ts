import { expect, it } from 'vitest';
import { findNode, type Graph, swapOperands } from '../../src/graph/index.ts';

const graph: Graph = {
  format: 'chainrule-graph',
  version: 1,
  nodes: [
    { id: 'a', op: 'parameter', value: 2 },
    { id: 'b', op: 'parameter', value: 4 },
    { id: 'd', op: 'divide', inputs: ['a', 'b'] },
  ],
  exercise: { asked: ['local:a->d:0', 'contribution:b->d:1'] } as unknown as Graph['exercise'],
};

it('lets operands change places, and what an exercise asks goes with them', () => {
  const swapped = swapOperands(graph, 'd', 0, 1);
  expect(findNode(swapped, 'd')?.inputs).toEqual(['b', 'a']);
  expect(swapped.exercise?.asked).toEqual(['local:a->d:1', 'contribution:b->d:0']);
  expect(swapOperands(swapped, 'd', 1, 0)).toEqual(graph);
});

it('changes nothing where there is no such port, or both hold the same', () => {
  const twice: Graph = {
    ...graph,
    nodes: [graph.nodes[0], { id: 'm', op: 'multiply', inputs: ['a', 'a'] }],
  };
  expect(swapOperands(twice, 'm', 0, 1)).toBe(twice);
  expect(swapOperands(graph, 'd', 1, 2)).toBe(graph);
  expect(swapOperands(graph, 'd', -1, 0)).toBe(graph);
  expect(swapOperands(graph, 'a', 0, 1)).toBe(graph);
});
