import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Exercise,
  findNode,
  type Graph,
  moveNodes,
  readErrorText,
  rename,
  setExercise,
  setOption,
  setOutput,
  setTitle,
  setValue,
} from '../../src/graph/index.ts';
import type { Entry } from '../../src/practice/index.ts';
import { readResult } from '../../src/practice/readResult.ts';
import { belongs, type Result, writeResult } from '../../src/practice/result.ts';
import { variant } from '../../src/practice/variants.ts';
import { graphOf, leaf, node } from '../support/apply.ts';
import { anyExerciseGraph } from '../support/exercises.ts';
import { compact, deepFreeze } from '../support/graphs.ts';
import { resultOf } from '../support/results.ts';

const graph = graphOf(
  ...[leaf('w', 3), leaf('b', 4), leaf('k', 2)],
  ...[node('x', 'multiply', 'w', 'b'), node('y', 'leakyRelu', 'x'), node('z', 'add', 'y', 'k')],
);
const plain: Graph = deepFreeze({
  ...graph,
  exercise: { version: 1, asked: ['value:x', 'gradient:w'] } satisfies Exercise,
});
const ranges = { w: { from: 1, to: 9, step: 1 }, b: { from: 1, to: 9, step: 1 } };
const varied = withExercise(plain, { variants: { ranges } });

function withExercise(graph: Graph, further: Partial<Exercise>): Graph {
  return setExercise(graph, { version: 1, asked: [], ...graph.exercise, ...further });
}

const entries: readonly Entry[] = [
  { step: 'value:x', answer: '12', at: 3.5 },
  { step: 'gradient:w', hint: 1 },
  { found: 'gradient:w', at: 9 },
];

describe('a result file', () => {
  test('is read as it was written', () => {
    const result = resultOf(plain, entries, {
      learner: '李华 "x"',
      language: 'zh-CN',
      seed: 4294967295,
      score: { points: 1.5, most: 2 },
    });
    expect(readResult(writeResult(result))).toEqual({ ok: true, result });
    expect(readResult(`\ufeff${writeResult(result)}`)).toEqual({ ok: true, result });
    expect(writeResult(result).split('\n').slice(0, 9)).toEqual([
      '{',
      '  "format": "chainrule-result",',
      '  "version": 1,',
      '  "language": "zh-CN",',
      '  "seconds": 60,',
      '  "learner": "李华 \\"x\\"",',
      '  "seed": 4294967295,',
      '  "score": {"points":1.5,"most":2},',
      '  "entries": [',
    ]);
  });

  test('of any exercise is read as it was written', () => {
    const step = fc.string({ maxLength: 30 });
    const at = fc.option(fc.double({ min: 0, max: 1e6, noNaN: true }), { nil: undefined });
    const entry = fc
      .oneof(
        fc.record({ step, answer: fc.string() }),
        fc.record({ step, hint: fc.constantFrom(1 as const, 2 as const, 3 as const) }),
        fc.record({ found: step }),
      )
      .chain((entry) => at.map((at): Entry => (at === undefined ? entry : { ...entry, at })));
    fc.assert(
      fc.property(anyExerciseGraph, fc.array(entry), fc.string(), (graph, entries, learner) => {
        const result = resultOf(graph, entries, { learner });
        const read = readResult(writeResult(result));
        expect(read).toEqual({ ok: true, result: JSON.parse(compact(result)) });
      }),
    );
  });

  const file = (further: object) => JSON.stringify({ ...resultOf(plain, entries), ...further });
  const entry = (entry: unknown) => file({ entries: [entries[0], entry] });

  test.each<[string, string, string | undefined, RegExp]>([
    ['empty', '', undefined, /empty/],
    ['cut off', file({}).slice(0, 200), undefined, /not valid JSON.*line 1/],
    ['a list', '[]', undefined, /JSON object.*an empty list/],
    ['a graph', JSON.stringify(plain), 'format', /a graph, not a result; hand in/],
    ['of another format', '{"format":"x"}', 'format', /should be "chainrule-result"/],
    ['without a version', '{"format":"chainrule-result"}', 'version', /whole number such as 1/],
    ['newer', file({ version: 2, news: 1 }), 'version', /version 2.*newer.*Update/],
    ['with an unknown key', file({ grade: 1 }), 'grade', /unknown; remove.*learner/],
    ['with the key __proto__', file({}).replace('{', '{"__proto__":1,'), '__proto__', /unknown/],
    ['with a number for a name', file({ learner: 7 }), 'learner', /a text.*the number 7/],
    ['with too long a name', file({ learner: 'x'.repeat(3000) }), 'learner', /up to 2000/],
    ['in another language', file({ language: 'de' }), 'language', /"en" or "zh-CN".*"de"/],
    ['with half a seed', file({ seed: 0.5 }), 'seed', /whole number.*0\.5/],
    ['that took less than no time', file({ seconds: -1 }), 'seconds', /from 0 on.*-1/],
    ['without a time', file({ seconds: undefined }), 'seconds', /found nothing/],
    ['with half a score', file({ score: { points: 1 } }), 'score', /"most".*with "points"/],
    [
      'with too much of a score',
      file({ score: { points: 1, most: 2, of: 3 } }),
      'score.of',
      /unkn/,
    ],
    ['with entries by name', file({ entries: {} }), 'entries', /a list of up to 10000.*an object/],
    ['with an entry of text', entry('63'), 'entries', /entry 2: expected.*found the text "63"/],
    ['with an entry of nothing', entry(null), 'entries', /entry 2: .*found null/],
    [
      'with a misspelt entry',
      entry({ step: 'value:x', anser: '12' }),
      'entries',
      /entry 2: .*found an object with "step", "anser"/,
    ],
    ['with a fourth hint', entry({ step: 'value:x', hint: 4 }), 'entries', /entry 2: .*"hint": 1/],
    ['with a number for an answer', entry({ step: 'value:x', answer: 12 }), 'entries', /entry 2/],
    [
      'with too many entries',
      file({ entries: Array(10_001).fill(entries[0]) }),
      'entries',
      /up to 10000 entries, found a list of length 10001/,
    ],
    ['without its graph', file({ graph: undefined }), 'graph', /the graph that was.*nothing/],
    [
      'with a broken graph',
      file({ graph: { ...plain, nodes: [{ id: 'x', op: 'mul' }], exercise: undefined } }),
      'graph.op',
      /no operation "mul"/,
    ],
    [
      'with a broken exercise',
      file({ graph: withExercise(plain, { asked: ['value:v'] }) }),
      'graph.exercise.asked',
      /entry 1, "value:v": there is no node v/,
    ],
  ])('that is %s is refused: key, entry and what would be right', (_, text, key, message) => {
    const read = readResult(text);
    const errors = read.ok ? [] : read.errors;
    expect(errors.map((error) => error.key)).toEqual([key]);
    const { en, 'zh-CN': zh } = readErrorText(errors[0]);
    expect(en).toMatch(message);
    expect(en).not.toMatch(/\p{Script=Han}|undefined|\[object/u);
    expect(zh).toMatch(/\p{Script=Han}.*[。？]$/su);
    expect(zh).not.toMatch(/undefined|\[object/);
  });

  test('that holds anything at all is read or refused, and nothing is thrown', () => {
    const text = file({ learner: 'Ann', score: { points: 1, most: 2 } });
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(20), fc.string(), (at, removed, put) => {
        const read = readResult(text.slice(0, at) + put + text.slice(at + removed));
        if (!read.ok) for (const error of read.errors) expect(error.text.en).toMatch(/[.?]$/);
      }),
    );
    const deep = `${'['.repeat(1e5)}${']'.repeat(1e5)}`;
    for (const key of ['entries', 'graph', 'learner', 'deep'])
      expect(readResult(`${file({}).slice(0, -1)},"${key}":${deep}}`).ok).toBe(false);
  });
});

describe('a result belongs to an exercise', () => {
  const of = (exercise: Graph, theirs: Graph, further: Partial<Result> = {}) =>
    belongs(exercise, resultOf(theirs, entries, further));
  const fine = (graph: Graph, altered: readonly string[] = [], seed?: number) => ({
    ok: true,
    graph,
    seed,
    altered,
  });

  test('that has the same nodes and questions, wherever its nodes stand', () => {
    expect(of(plain, plain)).toEqual(fine(plain));
    const moved = moveNodes(setTitle(plain, 'mine'), new Map([['w', { x: 1, y: 2 }]]));
    const turned = { ...moved, nodes: moved.nodes.toReversed() };
    expect(of(plain, turned)).toEqual(fine(plain));
  });

  test('unless something else is computed or asked', () => {
    const renamed = rename(plain, 'k', 'l');
    if (!renamed.ok) throw new Error('not renamed');
    const others: readonly (readonly [Graph, RegExp])[] = [
      [renamed.graph, /no node k/],
      [{ ...plain, nodes: [...plain.nodes, leaf('v', 1)] }, /the exercise has no node v/],
      [graphOf(...plain.nodes.slice(0, 3), node('x', 'add', 'w', 'b')), /x is add\(w, b\), not mu/],
      [setOutput(plain, 'y'), /another node is its output/],
      [withExercise(plain, { asked: ['gradient:w'] }), /other questions/],
      [setExercise(plain, undefined), /other questions/],
    ];
    for (const [theirs, message] of others) {
      const belonging = of(plain, theirs);
      if (belonging.ok) throw new Error(`belongs, but should not: ${message}`);
      expect(belonging.reason.en).toMatch(message);
      expect(belonging.reason['zh-CN']).toMatch(/\p{Script=Han}.*。$/u);
    }
  });

  test('numbers of its own do not count, but are reported', () => {
    expect(of(plain, setValue(plain, 'w', 1))).toEqual(fine(plain, ['w']));
    expect(of(plain, setOption(plain, 'y', 'slope', 0.5))).toEqual(fine(plain, ['y']));
    const easy = withExercise(plain, { tolerance: 0.5, attempts: 9 });
    const altered = ['exercise.tolerance', 'exercise.attempts'];
    expect(of(plain, easy)).toEqual(fine(plain, altered));
    expect(of(plain, withExercise(plain, { tolerance: 0.01, hints: 3 }))).toEqual(fine(plain));
  });

  test('its seed picks the numbers, from the ranges of the exercise', () => {
    const ninth = variant(varied, 9);
    expect(findNode(ninth, 'w')?.value).not.toBe(3);
    expect(of(varied, ninth, { seed: 9 })).toEqual(fine(ninth, [], 9));
    expect(of(varied, varied, { seed: 9 })).toEqual(fine(ninth, ['w', 'b'], 9));
    const easy = withExercise(ninth, {
      variants: { ranges: { w: { from: 1, to: 1, step: 1 }, b: { from: 1, to: 1, step: 1 } } },
    });
    expect(of(varied, easy, { seed: 9 })).toEqual(fine(ninth, [], 9));
    expect(of(varied, varied)).toEqual(fine(varied));
    // Nothing is drawn where the exercise draws nothing.
    expect(of(plain, plain, { seed: 9 })).toEqual(fine(plain));
  });

  test('where the exercise has one seed, no other belongs', () => {
    const fixed = withExercise(varied, { variants: { seed: 9, ranges } });
    const ninth = variant(fixed, 9);
    expect(of(fixed, ninth, { seed: 9 })).toEqual(fine(ninth, [], 9));
    expect(of(fixed, ninth)).toEqual(fine(ninth, [], 9));
    expect(of(fixed, variant(varied, 8), { seed: 8 })).toMatchObject({
      ok: false,
      reason: { en: expect.stringMatching(/seed 8.*seed 9/) },
    });
  });
});
