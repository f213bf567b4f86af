import { expect, test } from 'vitest';
import { withFirstRow } from '../../src/app/data/firstRow.ts';
import type { Dataset, Graph } from '../../src/graph/index.ts';

const columns = [
  { name: 'hours', values: [3, 1] },
  { name: 'points', values: [7, 5] },
];
const bound: Dataset = { version: 1, columns, bind: { x: 'hours', y: 'points' } };

function valuesOf({ nodes }: Graph) {
  return Object.fromEntries(nodes.map(({ id, value }) => [id, value]));
}

function graphOf(x?: number, y?: number): Graph {
  const nodes = [
    { id: 'x', op: 'input', ...(x !== undefined && { value: x }) },
    { id: 'y', op: 'input', ...(y !== undefined && { value: y }) },
    { id: 'w', op: 'parameter' },
  ];
  return { format: 'chainrule-graph', version: 1, nodes, dataset: bound };
}

test('inputs that hold nothing get the first row of their columns, others keep what they hold', () => {
  expect(valuesOf(withFirstRow(graphOf()))).toEqual({ x: 3, y: 7 });
  expect(valuesOf(withFirstRow(graphOf(4, 0)))).toEqual({ x: 4, y: 0 });
});

test('what they hold from data that was there before gives way to the new data', () => {
  const turned: Dataset = { ...bound, bind: { x: 'points', y: 'hours' } };
  const graph = { ...graphOf(3, 2), dataset: turned };
  expect(valuesOf(withFirstRow(graph, bound))).toEqual({ x: 7, y: 2 });
  const { bind: _, ...unbound } = bound;
  expect(valuesOf(withFirstRow({ ...graph, dataset: unbound }, bound))).toEqual({ x: 3, y: 2 });
});
