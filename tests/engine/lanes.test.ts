import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  backward,
  compile,
  edgeNumbers,
  evaluateEdges,
  forward,
  nodeGradient,
  nodeValue,
  prepareEdges,
  setLanes,
  setLeaf,
} from '../../src/engine/index.ts';
import { edgesOf, findNode, type Graph } from '../../src/graph/index.ts';
import { flatten, shapeOf, sizeOf, unflatten } from '../../src/ops/index.ts';
import { graphOf, known, leaf, node, run } from '../support/apply.ts';
import { tameGraph } from '../support/graphs.ts';

/** A graph, some of its leaves, and how many lanes they vary over. */
const anyLanes = fc
  .record({ graph: tameGraph, count: fc.integer({ min: 1, max: 4 }), which: fc.nat(15) })
  .map(({ graph, count, which }) => {
    const leaves = graph.nodes.filter(({ id }) => id.startsWith('leaf')).map(({ id }) => id);
    return { graph, count, varying: new Set(leaves.filter((_, i) => (which >> i) % 2 === 1)) };
  });

/** The numbers of a leaf in one lane: a rule as good as any. */
function inLane(graph: Graph, id: string, lane: number) {
  const value = known(findNode(graph, id)?.value);
  return unflatten(
    flatten(value).map((x, i) => x / 2 + Math.sin(lane + 2 * i)),
    shapeOf(value),
  );
}

function runLanes({
  graph,
  count,
  varying,
}: {
  graph: Graph;
  count: number;
  varying: ReadonlySet<string>;
}) {
  const program = compile(graph, { count, varying });
  const lanes = Array.from({ length: count }, (_, lane) => lane);
  for (const id of varying) {
    setLanes(
      program,
      id,
      lanes.flatMap((lane) => flatten(inLane(graph, id, lane))),
    );
  }
  const alone = lanes.map((lane) => {
    const single = compile(graph);
    for (const id of varying) setLeaf(single, id, inLane(graph, id, lane));
    forward(single);
    backward(single);
    return single;
  });
  forward(program);
  return { program, alone };
}

function expectClose(got: readonly number[], expected: readonly number[], what: string): void {
  expect(got, what).toHaveLength(expected.length);
  got.forEach((x, i) => {
    const slack = 1e-12 * Math.max(1, Math.abs(expected[i]));
    expect(Math.abs(x - expected[i]), `${what}: ${x}, not ${expected[i]}`).toBeLessThanOrEqual(
      slack,
    );
  });
}

describe('a program with lanes', () => {
  test('computes in every lane what a program of its own computes', () => {
    fc.assert(
      fc.property(anyLanes, (setting) => {
        const { program, alone } = runLanes(setting);
        backward(program);
        const pass = prepareEdges(program);
        evaluateEdges(program, pass);
        alone.forEach((single, lane) => {
          const singlePass = prepareEdges(single);
          evaluateEdges(single, singlePass);
          setting.graph.nodes.forEach(({ id }, i) => {
            expect(nodeValue(program, id, lane)).toEqual(nodeValue(single, id));
            if (program.varies[i] === 0) return;
            expect(nodeGradient(program, id, lane), id).toEqual(nodeGradient(single, id));
          });
          for (const { target, port } of edgesOf(setting.graph)) {
            const edge = edgeNumbers(program, pass, target, port, lane);
            const expected = edgeNumbers(single, singlePass, target, port);
            expect(edge?.value).toEqual(expected?.value);
            expect(edge?.local).toEqual(expected?.local);
            const source = setting.graph.nodes.find((node) => node.id === target)?.inputs?.[port];
            const isShared = program.varies[program.index.get(source ?? '') ?? 0] === 0;
            if (!isShared) expect(edge?.gradient).toEqual(expected?.gradient);
          }
        });
      }),
    );
  });

  test('adds up the gradient of what its lanes share, or takes the mean', () => {
    fc.assert(
      fc.property(anyLanes, fc.constantFrom('sum', 'mean'), (setting, reduction) => {
        const { program, alone } = runLanes(setting);
        backward(program, reduction);
        const weight = reduction === 'sum' ? 1 : 1 / setting.count;
        setting.graph.nodes.forEach(({ id }, i) => {
          if (program.varies[i] === 1) return;
          const parts = alone.map((single) => flatten(known(nodeGradient(single, id))));
          const total = parts[0].map(
            (_, at) => weight * parts.reduce((sum, part) => sum + part[at], 0),
          );
          expectClose(flatten(known(nodeGradient(program, id))), total, `${reduction} at ${id}`);
        });
      }),
    );
  });

  test('computes what is the same in all lanes once', () => {
    fc.assert(
      fc.property(anyLanes, ({ graph, count, varying }) => {
        const program = compile(graph, { count, varying });
        const depends = new Set(varying);
        for (let before = -1; before < depends.size; ) {
          before = depends.size;
          for (const { id, inputs } of graph.nodes) {
            if (inputs?.some((input) => input && depends.has(input))) depends.add(id);
          }
        }
        const numbers = graph.nodes.map(({ id }, i) => {
          expect(program.varies[i], id).toBe(depends.has(id) ? 1 : 0);
          return sizeOf(program.shapes[i] ?? []) * (depends.has(id) ? count : 1);
        });
        expect(program.values).toHaveLength(numbers.reduce((sum, size) => sum + size, 0));
      }),
    );
  });
});

test('setLeaf gives a varying leaf one value for all lanes', () => {
  const graph = graphOf(leaf('x', 1), node('y', 'square', 'x'));
  const program = compile(graph, { count: 3, varying: new Set(['x']) });
  setLeaf(program, 'x', 5);
  forward(program);
  expect([0, 1, 2].map((lane) => nodeValue(program, 'y', lane))).toEqual([25, 25, 25]);
});

test('numbers are those of the first lane where no other is asked for', () => {
  const graph = graphOf(leaf('x', 1), node('y', 'square', 'x'));
  const program = compile(graph, { count: 2, varying: new Set(['x']) });
  setLanes(program, 'x', [3, 5]);
  forward(program);
  backward(program);
  expect([nodeValue(program, 'y'), nodeGradient(program, 'x')]).toEqual([9, 6]);
  expect([nodeValue(program, 'y', 1), nodeGradient(program, 'x', 1)]).toEqual([25, 10]);
});

test('lanes start from the value in the file', () => {
  const graph = graphOf(leaf('x', [1, 2]), node('y', 'square', 'x'));
  const program = compile(graph, { count: 2, varying: new Set(['x']) });
  forward(program);
  expect([0, 1].map((lane) => nodeValue(program, 'y', lane))).toEqual([
    [1, 4],
    [1, 4],
  ]);
});

test('leaves that do not vary, have no value or are not there take nothing', () => {
  const empty = { id: 'empty', op: 'input' };
  const program = compile(graphOf(leaf('x', 1), empty, node('y', 'square', 'x')));
  setLanes(program, 'x', [7]);
  for (const id of ['empty', 'nobody']) {
    setLanes(program, id, [7, 7]);
    setLeaf(program, id, [7, 7]);
    expect(nodeValue(program, id)).toBeUndefined();
  }
  forward(program);
  expect([nodeValue(program, 'x'), nodeValue(program, 'y')]).toEqual([1, 1]);
});

test('an output that no lane changes stands for each of them', () => {
  const graph = graphOf(
    leaf('x', 1),
    leaf('w', 2),
    node('far', 'square', 'x'),
    node('y', 'square', 'w'),
  );
  const program = compile(graph, { count: 4, varying: new Set(['x']) });
  forward(program);
  backward(program, 'mean');
  expect(nodeGradient(program, 'w')).toBe(4);
  backward(program, 'sum');
  expect(nodeGradient(program, 'w')).toBe(16);
  expect(nodeValue(run(graph), 'far')).toBe(1);
});
