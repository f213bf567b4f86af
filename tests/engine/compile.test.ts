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
  rebind,
} from '../../src/engine/index.ts';
import {
  connect,
  disconnect,
  edgesOf,
  type Graph,
  moveNodes,
  removeNodes,
  setOp,
  setOption,
  setOutput,
  setTitle,
  setValue,
  structuralProblems,
} from '../../src/graph/index.ts';
import { flatten, shapeOf, unflatten } from '../../src/ops/index.ts';
import { graphOf, leaf, node } from '../support/apply.ts';
import { anyGraph, deepFreeze, tameGraph } from '../support/graphs.ts';

const example = graphOf(
  leaf('a', 1),
  leaf('v', [1, 2]),
  node('s', 'add', 'a', 'v'),
  { ...node('l', 'leakyRelu', 's'), options: { slope: 0.1 } },
  node('y', 'multiply', 'l', 'a'),
);

/** Everything a program tells after both passes. */
function numbers(program: ReturnType<typeof compile>): unknown {
  forward(program);
  backward(program);
  const pass = prepareEdges(program);
  evaluateEdges(program, pass);
  const { graph } = program;
  return [
    graph.nodes.map(({ id }) => [id, nodeValue(program, id), nodeGradient(program, id)]),
    edgesOf(graph).map(({ id, target, port }) => [id, edgeNumbers(program, pass, target, port)]),
    program.output,
    program.problems,
  ];
}

describe('rebinding', () => {
  test('gives what compiling afresh gives, in the storage that is there', () => {
    fc.assert(
      fc.property(tameGraph, fc.array(fc.nat(), { minLength: 1 }), (graph, changes) => {
        const program = compile(graph);
        numbers(program);
        const changed = deepFreeze(
          changes.reduce<Graph>((current, change) => {
            const { id, value } = current.nodes[change % current.nodes.length];
            if (value === undefined) return current;
            const other = flatten(value).map((x, i) => x + ((change + i) % 10) / 10);
            return setValue(current, id, unflatten(other, shapeOf(value)));
          }, graph),
        );
        const next = rebind(program, changed);
        if (next === null) throw new Error('only values have changed');
        expect(next.values).toBe(program.values);
        expect(numbers(next)).toEqual(numbers(compile(changed)));
        expect(next.graph).toBe(changed);
      }),
    );
  });

  test('is enough for places and texts too', () => {
    const program = compile(example);
    const moved = setTitle(moveNodes(example, new Map([['a', { x: 1, y: 2 }]])), 'moved');
    expect(rebind(program, moved)?.graph).toBe(moved);
  });

  test('knows the same wiring when it meets it again, read from a file', () => {
    fc.assert(
      fc.property(tameGraph, (graph) => {
        const again = structuredClone(graph);
        expect(rebind(compile(graph), again)?.graph).toBe(again);
      }),
    );
  });

  test('writes into every lane of a leaf that varies', () => {
    const program = compile(example, { count: 3, varying: new Set(['a']) });
    const next = rebind(program, setValue(example, 'a', 7));
    if (next === null) throw new Error('only a value has changed');
    forward(next);
    expect([0, 1, 2].map((lane) => nodeValue(next, 'a', lane))).toEqual([7, 7, 7]);
  });

  test.each<[string, (graph: Graph) => Graph]>([
    ['another shape', (graph) => setValue(graph, 'v', [1, 2, 3])],
    ['another rank', (graph) => setValue(graph, 'a', [1])],
    ['a matrix of as many numbers', (graph) => setValue(graph, 'v', [[1, 2]])],
    ['another op', (graph) => setOp(graph, 's', 'subtract')],
    ['another setting', (graph) => setOption(graph, 'l', 'slope', 0.2)],
    ['another output', (graph) => setOutput(graph, 's')],
    ['a node less', (graph) => removeNodes(graph, new Set(['y']))],
    ['an edge less', (graph) => disconnect(graph, [{ target: 'y', port: 1 }])],
    [
      'an edge more',
      (graph) => {
        const result = connect(graph, 'a', 's', 2);
        return result.ok ? result.graph : graph;
      },
    ],
    [
      'another name',
      (graph) => ({
        ...graph,
        nodes: graph.nodes.map((node) => (node.id === 'y' ? { ...node, id: 'q' } : node)),
      }),
    ],
    [
      'another edge',
      (graph) => {
        const result = connect(graph, 'v', 'y', 1);
        return result.ok ? result.graph : graph;
      },
    ],
    [
      'the same nodes in another order',
      (graph) => ({ ...graph, nodes: [...graph.nodes].reverse() }),
    ],
    [
      'a leaf without its value',
      (graph) => ({
        ...graph,
        nodes: graph.nodes.map((node) => (node.id === 'a' ? { id: 'a', op: node.op } : node)),
      }),
    ],
  ])('is not enough for %s', (_, change) => {
    expect(rebind(compile(example), change(example))).toBeNull();
  });

  test('is not enough for the first value of a leaf', () => {
    const open = graphOf({ id: 'x', op: 'input' }, node('y', 'ln', 'x'));
    expect(rebind(compile(open), setValue(open, 'x', 1))).toBeNull();
  });
});

describe('compiling', () => {
  test('takes the numbers of the graph and leaves the graph as it is', () => {
    fc.assert(
      fc.property(anyGraph(), (graph) => {
        const program = compile(deepFreeze(graph));
        expect(program.graph).toBe(graph);
        for (const { id, value } of graph.nodes) {
          if (value !== undefined) expect(nodeValue(program, id)).toEqual(value);
        }
      }),
    );
  });

  test('reports what the document lacks, and shapes that do not fit with all of them', () => {
    const graph = graphOf(
      leaf('a', [1, 2]),
      leaf('b', [1, 2, 3]),
      leaf('m', [
        [1, 2],
        [3, 4],
      ]),
      node('s', 'add', 'a', 'b', 'm'),
      node('p', 'matmul', 'm', 'b'),
      node('behind', 'ln', 's'),
      node('open', 'ln', null),
    );
    const { problems } = compile(graph);
    expect(problems).toEqual([
      ...structuralProblems(graph),
      { kind: 'shape-mismatch', node: 's', shapes: [[2], [3], [2, 2]] },
      { kind: 'shape-mismatch', node: 'p', shapes: [[2, 2], [3]] },
    ]);
  });

  test('settings are each node’s own', () => {
    const graph = graphOf(
      leaf('x', -1),
      { ...node('a', 'leakyRelu', 'x'), options: { slope: 0.5 } },
      node('b', 'leakyRelu', 'x'),
      { ...node('c', 'leakyRelu', 'x'), options: { slope: 0.5 } },
      node('y', 'add', 'a', 'b', 'c'),
    );
    const program = compile(graph);
    forward(program);
    backward(program);
    expect(['a', 'b', 'c'].map((id) => nodeValue(program, id))).toEqual([-0.5, -0.01, -0.5]);
    expect(nodeGradient(program, 'x')).toBe(1.01);
  });

  test('matrix products of different shapes do not mix', () => {
    const graph = graphOf(
      leaf('m', [
        [1, 2, 3],
        [4, 5, 6],
      ]),
      leaf('v', [1, 10, 100]),
      node('mv', 'matmul', 'm', 'v'),
      node('vv', 'matmul', 'v', 'v'),
      node('y', 'add', 'mv', 'vv'),
    );
    const program = compile(graph);
    forward(program);
    backward(program);
    expect(nodeValue(program, 'mv')).toEqual([321, 654]);
    expect(nodeValue(program, 'vv')).toBe(10101);
    expect(nodeValue(program, 'y')).toEqual([10422, 10755]);
    // Of y's two elements each has the sum of m's column and 2 · 2 v.
    expect(nodeGradient(program, 'v')).toEqual([5 + 4, 7 + 40, 9 + 400]);
  });
});
