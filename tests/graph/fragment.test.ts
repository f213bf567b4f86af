import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile, forward } from '../../src/engine/index.ts';
import {
  addNode,
  ancestorsOf,
  duplicate,
  emptyGraph,
  extract,
  findNode,
  type Graph,
  groupOf,
  insert,
  outputOf,
  readGraph,
  type Selection,
  upstreamOf,
  writeGraph,
} from '../../src/graph/index.ts';
import { graphOf, leaf, node } from '../support/apply.ts';
import { anyExerciseGraph } from '../support/exercises.ts';
import { anyGraph, compact, deepFreeze } from '../support/graphs.ts';

const example: Graph = deepFreeze({
  ...graphOf(
    { ...leaf('x', 2), position: { x: 0, y: 0 } },
    { ...leaf('w1', 3), position: { x: 0, y: 100 } },
    { ...node('m', 'multiply', 'x', 'w1'), position: { x: 200, y: 50 } },
    node('z', 'add', 'm', 'x', 'w1'),
    node('a', 'tanh', 'z'),
  ),
  title: 'Example',
  output: 'a',
  groups: [
    { id: 'all', title: 'All', nodes: ['a'] },
    { id: 'sum', title: 'Sum', nodes: ['m', 'z'], parent: 'all', collapsed: true },
  ],
  notes: [{ id: 'n1', text: 'The sum', position: { x: 1, y: 2 }, group: 'sum' }],
  exercise: { version: 1, asked: ['value:m'] },
});

const here = { x: 0, y: 0 };
const nothing: Selection = { nodes: new Set() };

function of(...nodes: string[]): Selection {
  return { nodes: new Set(nodes) };
}

/** A part of a graph, chosen by numbers. */
function chosen(graph: Graph, picks: readonly number[]): Selection {
  const some = (items: readonly { readonly id: string }[] = []) =>
    new Set(items.filter((_, i) => picks.includes(i)).map(({ id }) => id));
  return { nodes: some(graph.nodes), groups: some(graph.groups), notes: some(graph.notes) };
}

const picks = fc.array(fc.nat(8), { maxLength: 5 });

/** Every value by node, as text: NaN is what it is, and so is −0. */
function valuesOf(graph: Graph): Map<string, string> {
  const program = compile(graph);
  forward(program);
  const sizes = program.shapes.map((shape) => (shape ?? []).reduce((a, b) => a * b, 1));
  return new Map(
    graph.nodes.map(({ id }, i) => {
      const slot = program.slots[i];
      if (slot < 0) return [id, 'none'];
      return [id, compact([...program.values.slice(slot, slot + sizes[i])].map(String))];
    }),
  );
}

/** The titles of the boxes around a node, outermost first. */
function boxesAround(graph: Graph, id: string): unknown[] {
  const box = groupOf(graph, id)?.id;
  if (box === undefined) return [];
  return ancestorsOf(graph, box).map(({ title, collapsed }) => [title, collapsed]);
}

describe('a part of a graph', () => {
  test('is a graph of its own: outside operands become open ports, the rest stays behind', () => {
    expect(extract(example, of('m', 'z', 'w1'))).toEqual({
      ...emptyGraph,
      nodes: [
        findNode(example, 'w1'),
        { ...findNode(example, 'm'), inputs: [null, 'w1'] },
        { ...findNode(example, 'z'), inputs: ['m', null, 'w1'] },
      ],
      groups: [{ id: 'sum', title: 'Sum', nodes: ['m', 'z'], collapsed: true }],
      notes: example.notes,
    });
  });

  test('has boxes only if they are whole', () => {
    expect(extract(example, of('m', 'a')).groups).toBeUndefined();
    const part = extract(example, { ...nothing, groups: new Set(['all']) });
    expect(part.nodes.map(({ id }) => id)).toEqual(['m', 'z', 'a']);
    expect(part.groups).toEqual(example.groups);
  });

  test('is a file that can be read, whatever is taken', () => {
    fc.assert(
      fc.property(fc.oneof(anyGraph(), anyExerciseGraph), picks, (graph, picks) => {
        const part = extract(deepFreeze(graph), chosen(graph, picks));
        expect(readGraph(writeGraph(part))).toEqual({ ok: true, graph: part });
        expect(Object.keys(part)).not.toContain('exercise');
      }),
    );
  });
});

describe('inserting', () => {
  test('gives fresh names, moves by the offset, copies boxes and notes', () => {
    const part = extract(example, { ...of('w1', 'x'), groups: new Set(['sum']) });
    const { graph, selection, names } = insert(example, part, { x: 10, y: 20 });
    expect([...names]).toEqual([
      ['x', 'x2'],
      ['w1', 'w2'],
      ['m', 'm2'],
      ['z', 'z2'],
    ]);
    expect(findNode(graph, 'm2')).toEqual({
      ...node('m2', 'multiply', 'x2', 'w2'),
      position: { x: 210, y: 70 },
    });
    expect(findNode(graph, 'z2')).toEqual(node('z2', 'add', 'm2', 'x2', 'w2'));
    expect(graph.groups?.at(-1)).toEqual({
      id: 'sum2',
      title: 'Sum',
      nodes: ['m2', 'z2'],
      collapsed: true,
    });
    expect(graph.notes?.at(-1)).toEqual({
      id: 'n2',
      text: 'The sum',
      position: { x: 11, y: 22 },
      group: 'sum2',
    });
    expect(selection).toEqual({
      nodes: new Set(['x2', 'w2', 'm2', 'z2']),
      groups: new Set(['sum2']),
      notes: new Set(['n2']),
    });
    expect(graph.exercise).toBe(example.exercise);
  });

  test('keeps names that are free', () => {
    const { names } = insert(graphOf(leaf('q', 1)), extract(example, of('x', 'w1')), here);
    expect([...names.values()]).toEqual(['x', 'w1']);
  });

  test('a whole file gives its nodes, boxes and notes only', () => {
    const { graph } = insert({ ...emptyGraph, title: 'Mine' }, example, here);
    expect(graph).toEqual({
      ...emptyGraph,
      title: 'Mine',
      nodes: example.nodes,
      groups: example.groups,
      notes: example.notes,
    });
    const { exercise: _, ...plain } = example;
    expect(insert(addNode(emptyGraph, leaf('a', 1)), plain, here).graph.title).toBeUndefined();
  });

  test('does not take away the output, and into an empty graph brings its own', () => {
    const { output: _, ...unmarked } = example;
    expect(insert(unmarked, example, here).graph.output).toBe('a');
    const twice = graphOf(leaf('p', 1), node('q', 'exp', 'p'), node('r', 'ln', 'p'));
    expect(insert(emptyGraph, { ...twice, output: 'q' }, here).graph.output).toBe('q');
  });

  test('anything into anything: the values are the same, the names unique, the boxes alike', () => {
    fc.assert(
      fc.property(anyGraph(), anyGraph(), picks, fc.nat(), (graph, other, picks, pick) => {
        const { nodes } = other;
        const all =
          nodes.length > 0 ? upstreamOf(other, nodes[pick % nodes.length].id) : new Set<string>();
        const part = extract(deepFreeze(other), { ...chosen(other, picks), nodes: all });
        const { graph: joined, names } = insert(deepFreeze(graph), deepFreeze(part), {
          x: 1,
          y: 2,
        });
        expect(readGraph(writeGraph(joined))).toEqual({ ok: true, graph: joined });
        expect(joined.nodes.slice(0, graph.nodes.length)).toEqual(graph.nodes);
        expect(joined.nodes).toHaveLength(graph.nodes.length + part.nodes.length);
        if (outputOf(graph) !== undefined) expect(outputOf(joined)).toBe(outputOf(graph));
        const before = valuesOf(part);
        const after = valuesOf(joined);
        for (const [id, copy] of names) {
          expect(after.get(copy)).toBe(before.get(id));
          expect(boxesAround(joined, copy)).toEqual(boxesAround(part, id));
        }
        // What was cut off had no operand outside, so that nothing else has changed on the way.
        const whole = valuesOf(other);
        for (const id of all) expect(before.get(id)).toBe(whole.get(id));
      }),
      { numRuns: 200 },
    );
  });
});

describe('duplicating', () => {
  test('with what comes in, the copies use the same operands', () => {
    const { graph, names } = duplicate(example, of('m', 'a'), { x: 5, y: 5 }, true);
    expect(names).toEqual(
      new Map([
        ['m', 'm2'],
        ['a', 'a2'],
      ]),
    );
    expect(findNode(graph, 'm2')?.inputs).toEqual(['x', 'w1']);
    expect(findNode(graph, 'a2')?.inputs).toEqual(['z']);
  });

  test('without, these ports are open', () => {
    const { graph } = duplicate(example, of('m', 'z'), here, false);
    expect(findNode(graph, 'm2')?.inputs).toEqual([null, null]);
    expect(findNode(graph, 'z2')?.inputs).toEqual(['m2', null, null]);
  });

  test('leaves copies where the originals stand: in their box, or whole boxes beside them', () => {
    const { graph } = duplicate(example, of('m'), here, true);
    expect(groupOf(graph, 'm2')?.id).toBe('sum');
    const whole = duplicate(example, { ...nothing, groups: new Set(['sum']) }, here, true);
    expect(boxesAround(whole.graph, 'm2')).toEqual(boxesAround(example, 'm'));
    expect(groupOf(whole.graph, 'm2')?.id).toBe('sum2');
    expect(whole.graph.notes?.[1].group).toBe('sum2');
  });

  test('with what comes in, every copy of a finished graph has the value of its original', () => {
    fc.assert(
      fc.property(
        anyGraph({ unfinished: false }),
        picks,
        fc.boolean(),
        (graph, picks, incoming) => {
          const selection = chosen(graph, picks);
          const { graph: copied, names } = duplicate(deepFreeze(graph), selection, here, incoming);
          expect(readGraph(writeGraph(copied))).toEqual({ ok: true, graph: copied });
          const before = valuesOf(graph);
          const after = valuesOf(copied);
          for (const [id, copy] of names) {
            if (incoming) expect(after.get(copy)).toBe(before.get(id));
            expect(boxesAround(copied, copy)).toEqual(boxesAround(graph, id));
            findNode(graph, id)?.inputs?.forEach((source, port) => {
              const outside = incoming ? source : null;
              const expected = names.get(source ?? '') ?? outside;
              expect(findNode(copied, copy)?.inputs?.[port]).toBe(expected);
            });
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
