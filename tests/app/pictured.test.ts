import { expect, test } from 'vitest';
import { looksAlike } from '../../src/app/canvas/pictured.ts';
import {
  disconnect,
  type Graph,
  groupNodes,
  moveNodes,
  setOp,
  setOutput,
  setValue,
} from '../../src/graph/index.ts';
import { linear } from '../support/linear.ts';

test('a graph looks as before while only values of leaves change, and no longer than that', () => {
  const graph = linear;
  expect(looksAlike(setValue(setValue(graph, 'w', 7), 'b', -1), graph)).toBe(true);
  const place = new Map([['x', { x: 1, y: 2 }]]);
  const others: Record<string, Graph> = {
    moved: moveNodes(graph, place),
    cut: disconnect(graph, [{ target: 'z', port: 0 }]),
    'another operation': setOp(graph, 'z', 'add'),
    'another output': setOutput(graph, 'x'),
    grouped: groupNodes(graph, { nodes: new Set(['x', 'y']) }).graph,
  };
  for (const [what, other] of Object.entries(others)) {
    expect(looksAlike(other, graph), what).toBe(false);
    expect(looksAlike(graph, other), what).toBe(false);
  }
});
