import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  backward,
  compile,
  evaluateEdges,
  forward,
  lookUp,
  prepareEdges,
} from '../../src/engine/index.ts';
import { formatNumber } from '../../src/formula/index.ts';
import { type Exercise, emptyGraph, type Graph } from '../../src/graph/index.ts';
import { flatten } from '../../src/ops/index.ts';
import { assign, exerciseOn, review, topics, type Verdict } from '../../src/practice/index.ts';
import { numbersOf, rightAnswer, typed } from '../support/answers.ts';
import { tameGraph } from '../support/graphs.ts';
import { linear } from '../support/linear.ts';

/** The verdicts on answers to the questions they name, given in this order. */
function verdicts(
  graph: Graph,
  asked: Exercise['asked'],
  answers: Readonly<Record<string, string>>,
  more: Partial<Exercise> = {},
): Record<string, Verdict | undefined> {
  const assignment = assign(graph, { version: 1, asked, order: 'free', ...more });
  const entries = Object.entries(answers).map(([step, answer]) => ({ step, answer }));
  const { questions } = review(assignment, entries);
  return Object.fromEntries(
    [...questions].map(([id, { attempts }]) => [id, attempts.at(-1)?.verdict]),
  );
}

const anyTopic = fc.constantFrom(...topics);

describe('a right answer', () => {
  test('to any question on any graph is right as it is shown, whatever was answered before', () => {
    fc.assert(
      fc.property(tameGraph, anyTopic, (graph, topic) => {
        const assignment = assign(graph, { ...exerciseOn(graph, topic), tolerance: 1e-4 });
        const entries = assignment.questions.map((question) => ({
          step: question.id,
          answer: rightAnswer(assignment, question),
        }));
        const { questions, score, most, isFinished } = review(assignment, entries);
        const wrong = [...questions.values()].filter(({ state }) => state !== 'right');
        expect(wrong.map(({ question }) => question.id)).toEqual([]);
        expect(score).toBe(most);
        expect(isFinished).toBe(true);
      }),
    );
  });

  test('is what the engine computes', () => {
    fc.assert(
      fc.property(tameGraph, (graph) => {
        const program = compile(graph);
        forward(program);
        backward(program);
        const edges = prepareEdges(program);
        evaluateEdges(program, edges);
        const numbers = lookUp(program, edges);
        const assignment = assign(graph, exerciseOn(graph, 'backward'));
        for (const id of assignment.recipes.keys()) {
          const right = flatten(numbers(id) ?? Number.NaN);
          numbersOf(assignment, id).forEach((number, i) => {
            expect(Math.abs(number - right[i])).toBeLessThanOrEqual(
              1e-9 * (1 + Math.abs(right[i])),
            );
          });
        }
      }),
    );
  });

  test('may be worked out from the numbers as they are shown and rounded to as many digits', () => {
    fc.assert(
      fc.property(tameGraph, fc.integer({ min: 4, max: 6 }), (graph, digits) => {
        const { recipes, truth } = assign(graph, { version: 1, asked: [] });
        for (const [id, { inputs, make, shape }] of recipes) {
          if (inputs.length === 0 || id.startsWith('local:')) continue;
          const shown = (of: string) =>
            (truth.span(of)?.mid ?? []).map((number) => Number(formatNumber(number)));
          // A learner works a local derivative out from values; it stands nowhere to be read.
          const inner = (of: string): readonly number[] => {
            const recipe = recipes.get(of);
            return of.startsWith('local:') && recipe
              ? recipe.make(recipe.inputs.map(shown))
              : shown(of);
          };
          const answer = make(inputs.map(inner)).map((number) =>
            Number(number.toPrecision(digits)),
          );
          const right = truth.span(id)?.mid ?? [];
          const isNear = answer.every((number, i) => {
            return Math.abs(number - right[i]) <= 0.01 * Math.abs(right[i]);
          });
          if (!isNear) continue;
          const text = digits === 6 ? typed(answer, shape) : JSON.stringify(unflat(answer, shape));
          expect(verdicts(graph, [id], { [id]: text })).toEqual({ [id]: 'right' });
        }
      }),
      { numRuns: 40 },
    );
  });

  test.each([
    ['gradient:b', '63'],
    ['gradient:b', '27+36'],
    ['gradient:b', '9*3 + 18*2'],
    ['gradient:b', '126/2'],
    ['gradient:b', '63.0'],
    ['gradient:b', '６３'],
    ['gradient:b', '7×9'],
    ['gradient:b', '126÷2'],
    ['gradient:b', '-(-63)'],
  ])('to %s may be written %s', (id, answer) => {
    expect(verdicts(linear, [id], { [id]: answer })).toEqual({ [id]: 'right' });
  });
});

function unflat(numbers: readonly number[], shape: readonly number[]): unknown {
  if (shape.length === 0) return numbers[0];
  if (shape.length === 1) return numbers;
  return Array.from({ length: shape[0] }, (_, row) => {
    return numbers.slice(row * shape[1], (row + 1) * shape[1]);
  });
}

describe('a wrong answer', () => {
  test('farther off than the tolerance is never right', () => {
    fc.assert(
      fc.property(
        tameGraph,
        anyTopic,
        fc.constantFrom(0.1, 0.01, 1e-3, 1e-4),
        fc.double({ min: 1.001, max: 30, noNaN: true }),
        fc.boolean(),
        fc.integer({ min: 1, max: 17 }),
        (graph, topic, tolerance, factor, above, digits) => {
          const assignment = assign(graph, { ...exerciseOn(graph, topic), tolerance });
          for (const { id, shape } of assignment.questions) {
            const right = numbersOf(assignment, id);
            const offset = (above ? 1 : -1) * factor * tolerance;
            const off = right.map((number) => Number((number * (1 + offset)).toPrecision(digits)));
            const isOutside = off.some((number, i) => {
              return Math.abs(number - right[i]) > tolerance * Math.abs(right[i]) + 1e-9;
            });
            if (!isOutside) continue;
            const answer = JSON.stringify(unflat(off, shape));
            const marked = review(assignment, [{ step: id, answer }]).questions.get(id);
            expect(marked?.state).toBe('wrong');
          }
        },
      ),
    );
  });

  test.each([
    ['gradient:b', '63.4', 'within the tolerance, but whole numbers leave nothing to round'],
    ['gradient:b', '62.9', 'the same below'],
    ['gradient:b', '[63, 63]', 'of another shape'],
    ['gradient:b', 'b', 'that is no number'],
    ['gradient:b', '', 'that is empty'],
    ['gradient:b', '1/0', 'that is infinite'],
  ])('%s = %s is wrong: %s', (id, answer) => {
    expect(verdicts(linear, [id], { [id]: answer })).toEqual({ [id]: 'wrong' });
  });

  test('of 1 % is right where the exercise tolerates that and the numbers are rounded', () => {
    const graph: Graph = {
      ...emptyGraph,
      nodes: [
        { id: 'z', op: 'input', value: 1 },
        { id: 'a', op: 'sigmoid', inputs: ['z'] },
      ],
    };
    const of = (answer: string, tolerance: number) =>
      verdicts(graph, ['value:a'], { 'value:a': answer }, { tolerance })['value:a'];
    expect(of('0.73', 0.01)).toBe('right');
    expect(of('0.73', 0.001)).toBe('wrong');
    expect(of('0.731', 0.001)).toBe('right');
    expect(of('1/(1+e^-1)', 1e-9)).toBe('right');
    expect(of('0.74', 0.05)).toBe('wrong');
  });
});

describe('error carried forward', () => {
  test('one slip costs one step', () => {
    const asked = ['value:x', 'value:y', 'value:z'];
    const answers = { 'value:x': '17', 'value:y': '9', 'value:z': '153' };
    expect(verdicts(linear, asked, answers)).toEqual({
      'value:x': 'wrong',
      'value:y': 'right',
      'value:z': 'carried',
    });
    const back = ['contribution:y->z:1', 'contribution:b2->y:0', 'contribution:b->b2:1'];
    expect(
      verdicts(
        linear,
        [...back, 'gradient:b'],
        {
          'contribution:y->z:1': '81',
          'contribution:b2->y:0': '81',
          'contribution:b->b2:1': '162',
          'gradient:b': '189',
        },
        { hidden: ['gradient:y', 'gradient:b2'] },
      ),
    ).toEqual({
      'contribution:y->z:1': 'wrong',
      'contribution:b2->y:0': 'carried',
      'contribution:b->b2:1': 'carried',
      'gradient:b': 'carried',
    });
  });

  test('the true number is right as well, whatever went wrong before', () => {
    const answers = { 'value:x': '17', 'value:z': '162' };
    expect(verdicts(linear, ['value:x', 'value:z'], answers)['value:z']).toBe('right');
  });

  test('marks as a graph would be marked that has the learner’s value put in', () => {
    fc.assert(
      fc.property(tameGraph, fc.nat(), fc.integer({ min: -7, max: 7 }), (graph, pick, off) => {
        const assignment = assign(graph, exerciseOn(graph, 'values'));
        if (assignment.questions.length === 0) return;
        const slip = assignment.questions[pick % assignment.questions.length];
        if (slip.quantity.kind !== 'value') return;
        const own = numbersOf(assignment, slip.id).map((number) => {
          return Number((number + Math.max(1, Math.abs(number)) * ((off || 1) / 4)).toPrecision(6));
        });
        const node = slip.quantity.node;
        const value = unflat(own, slip.shape) as number;
        const putIn: Graph = {
          ...graph,
          nodes: graph.nodes.map((old) =>
            old.id === node ? { id: node, op: 'constant', value } : old,
          ),
        };
        const other = assign(putIn, exerciseOn(putIn, 'values'));
        // With all digits: what is left of rounded numbers that cancel may be off by more than is allowed.
        const entries = assignment.questions
          .filter(({ id }) => numbersOf(other, id).every(Number.isFinite))
          .map(({ id, shape }) => ({
            step: id,
            answer: JSON.stringify(id === slip.id ? value : unflat(numbersOf(other, id), shape)),
          }));
        for (const [id, { state }] of review(assignment, entries).questions) {
          if (state === 'open') continue;
          if (id === slip.id) expect(state).toBe('wrong');
          else expect(['right', 'carried']).toContain(state);
        }
      }),
    );
  });
});
