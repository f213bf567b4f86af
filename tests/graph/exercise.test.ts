import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  connect,
  disconnect,
  type EditResult,
  type Exercise,
  emptyGraph,
  findNode,
  type Graph,
  hasQuantity,
  parseQuantity,
  type ReadError,
  readErrorText,
  readGraph,
  removeNodes,
  rename,
  setExercise,
  setOp,
  setValue,
  writeGraph,
} from '../../src/graph/index.ts';
import { ops } from '../../src/ops/index.ts';
import { graphOf, leaf, node } from '../support/apply.ts';
import { anyExercise, anyExerciseGraph, quantitiesOf } from '../support/exercises.ts';
import { anyGraph, anyValue, deepFreeze } from '../support/graphs.ts';

/** s adds a, b and a again; q = s², d = q / s, and m is a product of matrices beside them. */
const example = deepFreeze(
  graphOf(
    leaf('a', 1),
    leaf('b', 2),
    leaf('v', [1, 2]),
    node('m', 'matmul', 'v', 'v'),
    node('s', 'add', 'a', 'b', 'a'),
    node('q', 'square', 's'),
    node('d', 'divide', 'q', 's'),
  ),
);

function errorsOf(exercise: unknown, graph: Graph = example): readonly ReadError[] {
  const result = readGraph(JSON.stringify({ ...graph, exercise }));
  return result.ok ? [] : result.errors;
}

function withExercise(exercise: Partial<Exercise>, graph: Graph = example): Graph {
  return deepFreeze(setExercise(graph, { version: 1, asked: [], ...exercise }));
}

function edited(result: EditResult): Graph {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.graph;
}

describe('an exercise section', () => {
  test('is read as it stands, and written back', () => {
    const exercise: Exercise = {
      version: 1,
      kind: 'find-bug',
      asked: ['value:s', 'local:a->s:2', 'contribution:s->q:0', 'gradient:a'],
      hidden: ['gradient:b', 'contribution:v->m:1'],
      order: 'free',
      tolerance: 0.001,
      hints: 2,
      attempts: 3,
      instructions: { en: 'Work it out.', 'zh-CN': '请计算。' },
      variants: { seed: 7, ranges: { a: { from: -3, to: 3, step: 0.5 } } },
      bug: { quantity: 'gradient:a', mistake: 'one-path' },
      rate: 0.5,
    };
    const graph = { ...example, exercise };
    expect(readGraph(writeGraph(graph))).toEqual({ ok: true, graph });
    expect(errorsOf({ version: 1, asked: [] })).toEqual([]);
  });

  test('of any kind that fits its graph is read', () => {
    fc.assert(
      fc.property(anyExerciseGraph, (graph) => {
        expect(readGraph(writeGraph(graph))).toEqual({ ok: true, graph });
      }),
    );
  });

  const form = (further: object) => ({ version: 1, asked: [], ...further });
  const range = (range: unknown, id = 'a') => form({ variants: { ranges: { [id]: range } } });
  const bug = (bug: unknown) => form({ bug });

  test.each<[string, unknown, string, RegExp]>([
    ['is a list', [], 'exercise', /object with "version" and "asked", found an empty list/],
    ['is null', null, 'exercise', /object with.*found null/],
    ['has no version', { asked: [] }, 'exercise.version', /the number 1, found nothing/],
    ['is newer', { version: 2, news: 1 }, 'exercise.version', /exercise has version 2.*Update/],
    ['has half a version', { version: 1.5, asked: [] }, 'exercise.version', /the number 1\.5/],
    ['asks nothing', { version: 1 }, 'exercise.asked', /list of quantities.*found nothing/],
    ['has an unknown key', form({ hint: 1 }), 'exercise.hint', /unknown; remove.*hints/],
    [
      'has the key __proto__',
      JSON.parse('{"version":1,"asked":[],"__proto__":1}'),
      'exercise.__proto__',
      /unknown/,
    ],
    [
      'asks by name only',
      form({ asked: ['value:s', 'b'] }),
      'exercise.asked',
      /such as "value:x".*found the text "b" as entry 2/,
    ],
    ['asks for a number', form({ asked: [3] }), 'exercise.asked', /the number 3 as entry 1/],
    ['hides a text', form({ hidden: 'value:s' }), 'exercise.hidden', /list.*the text "value:s"/],
    ['is of another kind', form({ kind: 'quiz' }), 'exercise.kind', /"find-bug", found the text/],
    ['has another order', form({ order: 'any' }), 'exercise.order', /"given" or "free"/],
    ['tolerates too much', form({ tolerance: 5 }), 'exercise.tolerance', /0 to 0\.5.*number 5/],
    ['tolerates less than nothing', form({ tolerance: -1 }), 'exercise.tolerance', /number -1/],
    ['hints too much', form({ hints: 4 }), 'exercise.hints', /0, 1, 2 or 3, found the number 4/],
    ['leaves no attempt', form({ attempts: 0 }), 'exercise.attempts', /whole number above 0/],
    ['leaves half an attempt', form({ attempts: 1.5 }), 'exercise.attempts', /number 1\.5/],
    [
      'instructs by number',
      form({ instructions: { en: 5 } }),
      'exercise.instructions',
      /texts by language.*the number 5 in the object/,
    ],
    ['varies nothing', form({ variants: {} }), 'exercise.variants.ranges', /ranges by.*nothing/],
    [
      'varies unknown things',
      form({ variants: { ranges: {}, sed: 1 } }),
      'exercise.variants.sed',
      /Known keys: seed, ranges/,
    ],
    [
      'has a negative seed',
      form({ variants: { seed: -1, ranges: {} } }),
      'exercise.variants.seed',
      /0 to 4294967295, found the number -1/,
    ],
    ['draws from a list', range([1, 2]), 'exercise.variants.ranges.a', /"from", "to" and "step"/],
    [
      'draws from a half open range',
      range({ from: 1, step: 1 }),
      'exercise.variants.ranges.a.to',
      /a finite number, found nothing/,
    ],
    [
      'draws in steps of 0',
      range({ from: 1, to: 2, step: 0 }),
      'exercise.variants.ranges.a.step',
      /above 0, found the number 0/,
    ],
    [
      'draws with an unknown key',
      range({ from: 1, to: 2, step: 1, by: 1 }),
      'exercise.variants.ranges.a.by',
      /Known keys: from, to, step/,
    ],
    [
      'draws what is no name',
      range({ from: 1, to: 2, step: 1 }, '1a'),
      'exercise.variants.ranges',
      /name of a leaf.*the text "1a"/,
    ],
    [
      'draws a leaf named ranges',
      range({ from: '1', to: 2, step: 1 }, 'ranges'),
      'exercise.variants.ranges.ranges.from',
      /a finite number, found the text "1"/,
    ],
    ['has a bug without a place', bug({ mistake: 'm' }), 'exercise.bug.quantity', /nothing/],
    [
      'has a bug in no quantity',
      bug({ quantity: 's', mistake: 'm' }),
      'exercise.bug.quantity',
      /a quantity such as.*the text "s"/,
    ],
    ['has a bug without a cause', bug({ quantity: 'value:s' }), 'exercise.bug.mistake', /nothing/],
    ['has a rate of 0', form({ rate: 0 }), 'exercise.rate', /a number above 0/],
    // From here on the form is right, and only the graph shows the error.
    [
      'asks for an absent node',
      form({ asked: ['value:s', 'gradient:x'] }),
      'exercise.asked',
      /entry 2, "gradient:x": there is no node x; name an existing one/,
    ],
    [
      'asks for an absent edge',
      form({ asked: ['local:b->s:0'] }),
      'exercise.asked',
      /b is not operand 0 of s; its operands are 0: a, 1: b, 2: a/,
    ],
    [
      'asks for an edge into an absent node',
      form({ asked: ['local:a->x:0'] }),
      'exercise.asked',
      /no node x/,
    ],
    [
      'asks for an edge into a leaf',
      form({ hidden: ['local:a->b:0'] }),
      'exercise.hidden',
      /b has no operands/,
    ],
    [
      'asks for a local derivative there is none of',
      form({ asked: ['local:v->m:0'] }),
      'exercise.asked',
      /matmul has no local derivative.*contribution/,
    ],
    [
      'asks twice',
      form({ asked: ['value:s', 'value:q', 'value:s'] }),
      'exercise.asked',
      /entry 3, "value:s": it stands here twice/,
    ],
    ['hides twice', form({ hidden: ['value:s', 'value:s'] }), 'exercise.hidden', /entry 2.*twice/],
    [
      'hides what it asks',
      form({ asked: ['value:s'], hidden: ['value:q', 'value:s'] }),
      'exercise.hidden',
      /entry 2, "value:s": it cannot be both asked and hidden/,
    ],
    [
      'draws an absent leaf',
      range({ from: 1, to: 2, step: 1 }, 'x'),
      'exercise.variants.ranges.x',
      /no node x/,
    ],
    [
      'draws what is computed',
      range({ from: 1, to: 2, step: 1 }, 's'),
      'exercise.variants.ranges.s',
      /computed and cannot be drawn/,
    ],
    [
      'draws a vector',
      range({ from: 1, to: 2, step: 1 }, 'v'),
      'exercise.variants.ranges.v',
      /single number/,
    ],
    [
      'draws backward',
      range({ from: 3, to: 1, step: 1 }),
      'exercise.variants.ranges.a',
      /"from" is 3 and lies above "to", 1; exchange/,
    ],
    [
      'draws from too many',
      range({ from: 0, to: 1, step: 1e-300 }),
      'exercise.variants.ranges.a',
      /more than a million/,
    ],
    ['has no bug to find', form({ kind: 'find-bug' }), 'exercise.bug', /"quantity".*"mistake"/],
    [
      'has a bug in an absent node',
      bug({ quantity: 'value:x', mistake: 'm' }),
      'exercise.bug.quantity',
      /no node x/,
    ],
    [
      'has a bug out of sight',
      form({ hidden: ['value:s'], bug: { quantity: 'value:s', mistake: 'm' } }),
      'exercise.bug.quantity',
      /"value:s": what is wrong cannot be hidden/,
    ],
  ])('that %s is refused: key, entry and what would be right', (_, exercise, key, message) => {
    const errors = errorsOf(exercise);
    expect(errors.map((error) => error.key)).toEqual([key]);
    const { en, 'zh-CN': zh } = readErrorText(errors[0]);
    expect(en).toMatch(message);
    expect(en).toContain(`"${key}"`);
    expect(en).not.toMatch(/\p{Script=Han}|undefined|\[object/u);
    expect(zh).toContain(`"${key}"`);
    expect(zh).toMatch(/\p{Script=Han}.*。$/su);
    expect(zh).not.toMatch(/undefined|\[object/);
  });

  test('has all its errors listed', () => {
    const keys = errorsOf({
      version: 1,
      asked: ['value:x', 'value:s', 'value:s'],
      variants: { ranges: { q: { from: 1, to: 1, step: 1 }, a: { from: 2, to: 1, step: 1 } } },
      kind: 'find-bug',
    }).map(({ key }) => key);
    expect(keys).toEqual([
      ...['exercise.asked', 'exercise.asked', 'exercise.bug'],
      ...['exercise.variants.ranges.q', 'exercise.variants.ranges.a'],
    ]);
  });
});

describe('edits keep the exercise in step', () => {
  const asked = ['contribution:a->s:0', 'local:b->s:1', 'contribution:a->s:2', 'value:s'];

  test('a node that is renamed is renamed there as well', () => {
    const graph = withExercise({
      asked: [...asked, 'gradient:a'],
      hidden: ['value:a', 'value:b'],
      variants: { ranges: { b: { from: 0, to: 1, step: 1 }, a: { from: 1, to: 2, step: 1 } } },
      bug: { quantity: 'local:s->q:0', mistake: 'm' },
    });
    expect(edited(rename(edited(rename(graph, 'a', 'α')), 's', 'sum')).exercise).toEqual({
      version: 1,
      asked: [
        ...['contribution:α->sum:0', 'local:b->sum:1', 'contribution:α->sum:2', 'value:sum'],
        'gradient:α',
      ],
      hidden: ['value:α', 'value:b'],
      variants: { ranges: { b: { from: 0, to: 1, step: 1 }, α: { from: 1, to: 2, step: 1 } } },
      bug: { quantity: 'local:sum->q:0', mistake: 'm' },
    });
  });

  test('to rename and rename back changes nothing', () => {
    fc.assert(
      fc.property(anyExerciseGraph, fc.nat(), (graph, pick) => {
        fc.pre(graph.nodes.length > 0);
        const { id } = graph.nodes[pick % graph.nodes.length];
        const there = edited(rename(deepFreeze(graph), id, 'another'));
        expect(writeGraph(edited(rename(there, 'another', id)))).toBe(writeGraph(graph));
      }),
    );
  });

  test('an operand that is cut takes its numbers along, and the later ones move up', () => {
    const graph = withExercise({ asked, bug: { quantity: 'local:a->s:2', mistake: 'm' } });
    const cut = disconnect(graph, [{ target: 's', port: 0 }]);
    expect(findNode(cut, 's')?.inputs).toEqual(['b', 'a']);
    expect(cut.exercise?.asked).toEqual(['local:b->s:0', 'contribution:a->s:1', 'value:s']);
    expect(cut.exercise?.bug?.quantity).toBe('local:a->s:1');
    // Down to two ports nothing moves any more.
    const again = disconnect(cut, [{ target: 's', port: 0 }]);
    expect(findNode(again, 's')?.inputs).toEqual([null, 'a']);
    expect(again.exercise?.asked).toEqual(['contribution:a->s:1', 'value:s']);
  });

  test('a node that is removed takes its numbers, its edges and its range along', () => {
    const graph = withExercise({
      asked: [...asked, 'gradient:b', 'gradient:q'],
      hidden: ['gradient:s', 'value:b'],
      variants: {
        seed: 3,
        ranges: { a: { from: 1, to: 2, step: 1 }, b: { from: 1, to: 2, step: 1 } },
      },
    });
    expect(removeNodes(graph, new Set(['b'])).exercise).toEqual({
      version: 1,
      asked: ['contribution:a->s:0', 'contribution:a->s:1', 'value:s', 'gradient:q'],
      hidden: ['gradient:s'],
      variants: { seed: 3, ranges: { a: { from: 1, to: 2, step: 1 } } },
    });
  });

  test('an operand in place of another is a new edge', () => {
    const graph = withExercise({ asked });
    const { exercise } = edited(connect(graph, 'b', 's', 0));
    expect(exercise?.asked).toEqual(['local:b->s:1', 'contribution:a->s:2', 'value:s']);
  });

  test('another op drops the ports it has not, and local derivatives it has not', () => {
    const graph = withExercise({ asked: [...asked, 'local:q->d:0', 'contribution:q->d:0'] });
    expect(setOp(graph, 's', 'subtract').exercise?.asked).not.toContain('contribution:a->s:2');
    expect(setOp(graph, 'd', 'matmul').exercise?.asked).toEqual([...asked, 'contribution:q->d:0']);
  });

  test('a leaf that becomes a vector is no longer drawn', () => {
    const graph = withExercise({ variants: { ranges: { a: { from: 1, to: 2, step: 1 } } } });
    expect(setValue(graph, 'a', 5).exercise).toBe(graph.exercise);
    expect(setValue(graph, 'a', [1, 2]).exercise?.variants).toEqual({ ranges: {} });
  });

  test('without its bug it is no exercise of finding one', () => {
    const bug = { quantity: 'gradient:q', mistake: 'm' };
    const graph = withExercise({ kind: 'find-bug', bug, hints: 1 });
    expect(removeNodes(graph, new Set(['d'])).exercise).toEqual(graph.exercise);
    expect(removeNodes(graph, new Set(['q'])).exercise).toEqual({
      version: 1,
      asked: [],
      hints: 1,
    });
  });

  test('a graph can be made an exercise and stop being one', () => {
    const graph = setExercise(example, { version: 1, asked: ['value:s'] });
    expect(graph.exercise?.asked).toEqual(['value:s']);
    expect(setExercise(graph, undefined)).toEqual(example);
    expect('exercise' in setExercise(example, undefined)).toBe(false);
  });

  test('whatever is edited, what the exercise names is there, and nothing else is lost', () => {
    const pick = fc.nat(30);
    const id = (graph: Graph, i: number) => graph.nodes[i % (graph.nodes.length || 1)]?.id ?? 'x';
    const or = (graph: Graph, result: EditResult) => (result.ok ? result.graph : graph);
    const edit = fc.oneof(
      fc
        .array(pick, { maxLength: 2 })
        .map(
          (picks) => (graph: Graph) => removeNodes(graph, new Set(picks.map((i) => id(graph, i)))),
        ),
      fc.tuple(pick, pick, fc.nat(5)).map(
        ([source, target, port]) =>
          (graph: Graph) =>
            or(graph, connect(graph, id(graph, source), id(graph, target), port)),
      ),
      fc.array(fc.record({ target: pick, port: fc.nat(5) }), { maxLength: 3 }).map(
        (edges) => (graph: Graph) =>
          disconnect(
            graph,
            edges.map(({ target, port }) => ({ target: id(graph, target), port })),
          ),
      ),
      fc.tuple(pick, pick).map(
        ([i, name]) =>
          (graph: Graph) =>
            or(graph, rename(graph, id(graph, i), `r${name}`)),
      ),
      fc.tuple(pick, fc.constantFrom(...ops.keys())).map(
        ([i, op]) =>
          (graph: Graph) =>
            setOp(graph, id(graph, i), op),
      ),
      fc.tuple(pick, anyValue).map(
        ([i, value]) =>
          (graph: Graph) =>
            setValue(graph, id(graph, i), value),
      ),
    );
    fc.assert(
      fc.property(anyExerciseGraph, fc.array(edit, { maxLength: 8 }), (start, edits) => {
        let graph = deepFreeze(start);
        for (const edit of edits) {
          graph = deepFreeze(edit(graph));
          expect(readGraph(writeGraph(graph))).toEqual({ ok: true, graph });
        }
      }),
      { numRuns: 300 },
    );
  });

  test('cutting an edge drops exactly its own two numbers', () => {
    const asking = anyGraph().map((graph) =>
      setExercise(graph, { version: 1, asked: quantitiesOf(graph) }),
    );
    fc.assert(
      fc.property(asking, fc.nat(), (graph, pick) => {
        const edges = quantitiesOf(graph).filter((id) => id.startsWith('contribution'));
        fc.pre(edges.length > 0);
        const quantity = parseQuantity(edges[pick % edges.length]);
        if (quantity === undefined || 'node' in quantity) throw new Error('no edge');
        const cut = disconnect(graph, [quantity]);
        // All that is left is asked, in the same order, and nothing that is not there.
        expect(new Set(cut.exercise?.asked)).toEqual(new Set(quantitiesOf(cut)));
        expect(cut.exercise?.asked).toHaveLength(quantitiesOf(cut).length);
      }),
    );
  });
});

describe('a quantity', () => {
  test('is one of a graph if its node or edge is there', () => {
    const has = (id: string) => {
      const quantity = parseQuantity(id);
      return quantity !== undefined && hasQuantity(example, quantity);
    };
    const there = ['value:a', 'gradient:d', 'local:a->s:2', 'contribution:v->m:1'];
    const absent = ['value:x', 'local:a->s:1', 'local:a->s:3', 'local:v->m:1', 'local:a->x:0'];
    expect(there.filter(has)).toEqual(there);
    expect(absent.filter(has)).toEqual([]);
    expect(hasQuantity(emptyGraph, { kind: 'value', node: 'a' })).toBe(false);
  });

  test('of an exercise made at random is there', () => {
    fc.assert(
      fc.property(
        anyGraph().chain((graph) => fc.tuple(fc.constant(graph), anyExercise(graph))),
        ([graph, { asked, hidden = [] }]) => {
          expect(quantitiesOf(graph)).toEqual(expect.arrayContaining([...asked, ...hidden]));
        },
      ),
    );
  });
});
