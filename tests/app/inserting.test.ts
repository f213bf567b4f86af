import { describe, expect, test } from 'vitest';
import { addOnEdge, canGoOn, putOnEdge } from '../../src/app/canvas/inserting.ts';
import { sizeOfNode } from '../../src/drawing/index.ts';
import {
  type Edge,
  emptyGraph,
  findNode,
  type Graph,
  type GraphNode,
} from '../../src/graph/index.ts';

const a: GraphNode = { id: 'a', op: 'parameter', value: 2, position: { x: 0, y: 0 } };
const s: GraphNode = { id: 's', op: 'square', inputs: ['a'], position: { x: 240, y: 0 } };
const beyond: GraphNode = { id: 't', op: 'exp', inputs: ['s'], position: { x: 500, y: 0 } };
const above: GraphNode = { id: 'b', op: 'input', value: 1, position: { x: 100, y: -300 } };
const graph: Graph = { ...emptyGraph, nodes: [a, s, beyond, above] };
const edge: Edge = { id: 'a->s:0', source: 'a', target: 's', port: 0 };

function accepted(result: ReturnType<typeof putOnEdge>): Graph {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.graph;
}

const leftOf = (graph: Graph, id: string) => findNode(graph, id)?.position?.x ?? Number.NaN;
const rightOf = (graph: Graph, id: string) => {
  const node = findNode(graph, id);
  return node === undefined ? Number.NaN : leftOf(graph, id) + sizeOfNode(node, []).width;
};

describe('a node on an edge', () => {
  test('stands between its ends, and what begins behind it moves on', () => {
    const after = accepted(addOnEdge(graph, edge, { id: 'n', op: 'negate', inputs: [null] }));
    expect(findNode(after, 'n')?.inputs).toEqual(['a']);
    expect(findNode(after, 's')?.inputs).toEqual(['n']);
    expect(leftOf(after, 'n')).toBeGreaterThan(rightOf(after, 'a') + 40);
    expect(leftOf(after, 's')).toBeGreaterThan(rightOf(after, 'n') + 40);
    expect(leftOf(after, 't') - leftOf(after, 's')).toBe(500 - 240);
    expect([leftOf(after, 'a'), leftOf(after, 'b')]).toEqual([0, 100]);
  });

  test('moves nothing where there is room', () => {
    const far = { ...graph, nodes: [a, { ...s, position: { x: 900, y: 0 } }] };
    const n = { id: 'n', op: 'negate', inputs: [null], position: { x: 400, y: 0 } };
    const after = accepted(putOnEdge({ ...far, nodes: [...far.nodes, n] }, edge, 'n'));
    expect([leftOf(after, 'n'), leftOf(after, 's')]).toEqual([400, 900]);
  });

  test('fits if it waits for an operand and closes no circle', () => {
    const nodes: GraphNode[] = [
      ...graph.nodes,
      { id: 'open', op: 'negate', inputs: [null] },
      { id: 'half', op: 'add', inputs: ['b', null] },
      { id: 'full', op: 'add', inputs: ['b', 'b'] },
      { id: 'behind', op: 'subtract', inputs: ['t', null] },
    ];
    const more: Graph = { ...graph, nodes };
    const fitting = nodes.map(({ id }) => id).filter((id) => canGoOn(more, edge, id));
    expect(fitting).toEqual(['open', 'half']);
  });
});
