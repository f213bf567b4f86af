import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cyclePath,
  downstreamOf,
  type EditResult,
  findNode,
  fits,
  type Graph,
  groupOf,
  healAndRemove,
  insertOnEdge,
  readGraph,
  upstreamOf,
  writeGraph,
} from '../../src/graph/index.ts';
import { type Op, ops } from '../../src/ops/index.ts';
import { graphOf, leaf, node } from '../support/apply.ts';
import { anyExerciseGraph } from '../support/exercises.ts';
import { anyGraph, deepFreeze } from '../support/graphs.ts';

const chain = deepFreeze(
  graphOf(
    leaf('x', 1),
    leaf('w', 2),
    node('m', 'multiply', 'x', 'w'),
    node('r', 'relu', 'm'),
    node('z', 'add', 'r', 'w', 'm'),
    node('l', 'negate', 'z'),
  ),
);

function inputsOf(graph: Graph, id: string): unknown {
  return findNode(graph, id)?.inputs;
}

function edited(result: EditResult): Graph {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.graph;
}

function op(id: string): Op {
  return ops.get(id) ?? fail();
}

describe('removing with healing', () => {
  test('consumers take the first connected operand, through all that is removed', () => {
    const without = (...ids: string[]) => healAndRemove(chain, new Set(ids));
    expect(inputsOf(without('r'), 'z')).toEqual(['m', 'w', 'm']);
    expect(inputsOf(without('r', 'm'), 'z')).toEqual(['x', 'w', 'x']);
    // The product's first operand goes as well and leads nowhere: its second one steps in.
    expect(inputsOf(without('r', 'm', 'x'), 'z')).toEqual(['w', 'w', 'w']);
    expect(inputsOf(without('x'), 'm')).toEqual([null, 'w']);
  });

  test('the output moves back to what stepped in', () => {
    expect(healAndRemove(chain, new Set(['l'])).output).toBe('z');
    expect(healAndRemove(chain, new Set(['l', 'z', 'r'])).output).toBe('m');
    expect('output' in healAndRemove(graphOf(leaf('x', 1)), new Set(['x']))).toBe(false);
  });

  test('keeps the rest connected, wherever something that stays led to it', () => {
    const graphs = fc.oneof(anyGraph(), anyExerciseGraph);
    fc.assert(
      fc.property(graphs, fc.array(fc.nat(11)), (graph, picks) => {
        const gone = new Set(graph.nodes.filter((_, i) => picks.includes(i)).map(({ id }) => id));
        const healed = healAndRemove(deepFreeze(graph), gone);
        expect(readGraph(writeGraph(healed))).toEqual({ ok: true, graph: healed });
        expect(healed.nodes.map(({ id }) => id)).toEqual(
          graph.nodes.filter(({ id }) => !gone.has(id)).map(({ id }) => id),
        );
        for (const { id, inputs = [] } of graph.nodes) {
          if (gone.has(id)) continue;
          const heirs = inputs.map((source) => survivors(graph, gone, source));
          const now = inputsOf(healed, id) as (string | null)[] | undefined;
          const connected = (now ?? []).filter((source) => source !== null);
          expect(connected).toHaveLength(heirs.filter(({ size }) => size > 0).length);
          const led = heirs.filter(({ size }) => size > 0);
          connected.forEach((source, i) => {
            expect(led[i].has(source)).toBe(true);
          });
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** Those that stay and feed an operand, directly or through what is removed. */
function survivors(graph: Graph, gone: ReadonlySet<string>, source: string | null): Set<string> {
  if (source === null) return new Set();
  if (!gone.has(source)) return new Set([source]);
  const operands = findNode(graph, source)?.inputs ?? [];
  return new Set(operands.flatMap((operand) => [...survivors(graph, gone, operand)]));
}

describe('putting a node into an edge', () => {
  const withNode = (id: string, op: string, ...inputs: (string | null)[]): Graph => ({
    ...chain,
    nodes: [...chain.nodes, { id, op, inputs }],
  });

  test('connects its first free port and its result', () => {
    const graph = edited(insertOnEdge(withNode('t', 'tanh'), { target: 'z', port: 0 }, 't'));
    expect([inputsOf(graph, 't'), inputsOf(graph, 'z')]).toEqual([['r'], ['t', 'w', 'm']]);
    const half = withNode('d', 'divide', 'x', null);
    const second = edited(insertOnEdge(half, { target: 'l', port: 0 }, 'd'));
    expect([inputsOf(second, 'd'), inputsOf(second, 'l')]).toEqual([['x', 'z'], ['d']]);
    const full = withNode('p', 'add', 'x', 'x');
    const grown = edited(insertOnEdge(full, { target: 'r', port: 0 }, 'p'));
    expect(inputsOf(grown, 'p')).toEqual(['x', 'x', 'm']);
  });

  test('is refused where there is no port, no edge, no node, or a cycle would close', () => {
    const into = (graph: Graph, target: string, port: number, id: string) => {
      const result = insertOnEdge(graph, { target, port }, id);
      return result.ok ? 'done' : result.refusal.kind;
    };
    expect(into(withNode('c', 'tanh', 'x'), 'z', 0, 'c')).toBe('no-port');
    expect(into(chain, 'z', 0, 'x')).toBe('no-port');
    expect(into(chain, 'z', 7, 'm')).toBe('no-port');
    expect(into(chain, 'nobody', 0, 'm')).toBe('no-port');
    expect(into(chain, 'z', 0, 'nobody')).toBe('no-port');
    expect(into(chain, 'r', 0, 'z')).toBe('cycle');
    expect(into(withNode('u', 'add', 'l', null), 'r', 0, 'u')).toBe('cycle');
  });

  test('puts it into the box that holds both ends, if it has none', () => {
    const boxed = (nodes: string[]): Graph => ({
      ...withNode('t', 'tanh'),
      groups: [{ id: 'g', nodes }],
    });
    const box = (nodes: string[]) =>
      groupOf(edited(insertOnEdge(boxed(nodes), { target: 'z', port: 0 }, 't')), 't')?.id;
    expect(box(['r', 'z'])).toBe('g');
    expect(box(['r'])).toBeUndefined();
  });
});

describe('an op fits a loose end', () => {
  test('that comes out of a node if it takes operands, of that shape where it is known', () => {
    const wire = { node: 'm', port: 'out' } as const;
    expect(fits(chain, op('constant'), wire)).toBe(false);
    expect(fits(chain, op('matmul'), wire)).toBe(true);
    expect(fits(chain, op('matmul'), wire, [])).toBe(false);
    for (const shape of [[3], [2, 3]]) expect(fits(chain, op('matmul'), wire, shape)).toBe(true);
    for (const { id, category, kind } of ops.values()) {
      if (kind === 'leaf' || category === 'tensors') continue;
      for (const shape of [[], [3], [2, 3]])
        expect(fits(chain, op(id), wire, shape), id).toBe(true);
    }
  });

  test('that wants a value, whatever it is', () => {
    expect(fits(chain, op('constant'), { node: 'z', port: 3 })).toBe(true);
    expect(fits(chain, op('add'), { node: 'l', port: 0 })).toBe(true);
    expect(fits(chain, op('add'), { node: 'l', port: 1 })).toBe(false);
    expect(fits(chain, op('add'), { node: 'nobody', port: 'out' })).toBe(false);
  });
});

test('what depends on a node is what is upstream of others seen from the other side', () => {
  expect(downstreamOf(chain, 'm')).toEqual(new Set(['m', 'r', 'z', 'l']));
  fc.assert(
    fc.property(anyGraph({ cyclic: true }), (graph) => {
      expect(cyclePath(graph) === null || graph.nodes.length > 0).toBe(true);
      for (const { id } of graph.nodes) {
        const depends = graph.nodes.filter((other) => upstreamOf(graph, other.id).has(id));
        expect([...downstreamOf(graph, id)].sort()).toEqual(depends.map((it) => it.id).sort());
      }
    }),
  );
});

function fail(): never {
  throw new Error('there is none');
}
