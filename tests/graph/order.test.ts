import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cyclePath,
  emptyGraph,
  type Graph,
  pathBetween,
  topologicalOrder,
  upstreamOf,
} from '../../src/graph/index.ts';
import { graphOf, leaf, node } from '../support/apply.ts';
import { anyGraph } from '../support/graphs.ts';

const anyWiring = anyGraph({ cyclic: true });

/** Operands of a node, by index. */
function operandsOf({ nodes }: Graph, i: number): number[] {
  return (nodes[i].inputs ?? [])
    .filter((id) => id !== null)
    .map((id) => nodes.findIndex((node) => node.id === id));
}

/** The definition, followed to the letter: again and again the first node that is ready. */
function slowOrder(graph: Graph): number[] {
  const done: number[] = [];
  for (;;) {
    const next = graph.nodes.findIndex(
      (_, i) =>
        !done.includes(i) && operandsOf(graph, i).every((operand) => done.includes(operand)),
    );
    if (next < 0) return done;
    done.push(next);
  }
}

describe('topological order', () => {
  test('takes of all nodes that are ready the first in the file', () => {
    fc.assert(
      fc.property(anyWiring, (graph) => {
        const expected = slowOrder(graph);
        const { sorted, stuck } = topologicalOrder(graph);
        expect(sorted).toEqual(expected);
        expect(stuck).toEqual(graph.nodes.map((_, i) => i).filter((i) => !expected.includes(i)));
      }),
    );
  });

  test('keeps the file order where it is one', () => {
    const nodes = [leaf('c', 1), leaf('a', 1), node('b', 'add', 'a', 'c'), leaf('d', 1)];
    expect(topologicalOrder(graphOf(...nodes)).sorted).toEqual([0, 1, 2, 3]);
  });

  test('has no limit of depth, in either file order', () => {
    const depth = 100_000;
    const chain = [leaf('n0', 1)];
    for (let i = 1; i < depth; i++) chain.push(node(`n${i}`, 'negate', `n${i - 1}`));
    const indices = chain.map((_, i) => i);
    expect(topologicalOrder({ ...emptyGraph, nodes: chain }).sorted).toEqual(indices);
    const backwards = { ...emptyGraph, nodes: [...chain].reverse() };
    expect(topologicalOrder(backwards).sorted).toEqual(indices.reverse());
    expect(pathBetween(backwards, 'n0', `n${depth - 1}`)).toHaveLength(depth);
    const ring = [node('n0', 'negate', `n${depth - 1}`), ...chain.slice(1)];
    expect(cyclePath({ ...emptyGraph, nodes: ring })).toHaveLength(depth + 1);
  });
});

describe('the path of a cycle', () => {
  test('goes along edges and comes back to where it began, visiting no node twice', () => {
    fc.assert(
      fc.property(anyWiring, (graph) => {
        const path = cyclePath(graph);
        expect(path === null).toBe(slowOrder(graph).length === graph.nodes.length);
        if (path === null) return;
        expect(path.length).toBeGreaterThan(1);
        expect(path[0]).toBe(path.at(-1));
        expect(new Set(path.slice(1)).size).toBe(path.length - 1);
        for (let i = 1; i < path.length; i++) {
          const target = graph.nodes.find((node) => node.id === path[i]);
          expect(target?.inputs).toContain(path[i - 1]);
        }
      }),
    );
  });

  test('names a node that feeds itself', () => {
    expect(cyclePath(graphOf(leaf('a', 1), node('b', 'add', 'a', 'b')))).toEqual(['b', 'b']);
  });
});

describe('the path between two nodes', () => {
  test('is a shortest one along edges, where there is one', () => {
    const ends = fc.record({ graph: anyWiring, from: fc.nat(), to: fc.nat() });
    fc.assert(
      fc.property(
        ends.filter(({ graph }) => graph.nodes.length > 0),
        ({ graph, from, to }) => {
          const { nodes } = graph;
          const [start, end] = [nodes[from % nodes.length].id, nodes[to % nodes.length].id];
          const path = pathBetween(graph, start, end);
          expect(path === null ? Infinity : path.length - 1).toBe(distance(graph, start, end));
          for (let i = 1; i < (path?.length ?? 0); i++) {
            expect(nodes.find((node) => node.id === path?.[i])?.inputs).toContain(path?.[i - 1]);
          }
          if (path !== null) expect([path[0], path.at(-1)]).toEqual([start, end]);
        },
      ),
    );
  });
});

/** How many edges lie between two nodes: wave after wave over all nodes. */
function distance(graph: Graph, from: string, to: string): number {
  const reached = new Set([from]);
  for (let edges = 0; edges <= graph.nodes.length; edges++) {
    if (reached.has(to)) return edges;
    const wave = graph.nodes.filter(({ inputs }) => inputs?.some((id) => id && reached.has(id)));
    for (const { id } of wave) reached.add(id);
  }
  return Infinity;
}

test('upstream of a node are the node and all it is computed from, and nothing else', () => {
  const graph = graphOf(
    leaf('a', 1),
    leaf('b', 1),
    node('c', 'add', 'a', 'a'),
    node('d', 'add', 'c', 'b'),
    node('e', 'add', 'd', 'b'),
  );
  expect([...upstreamOf(graph, 'd')].sort()).toEqual(['a', 'b', 'c', 'd']);
  expect([...upstreamOf(graph, 'a')]).toEqual(['a']);
});
