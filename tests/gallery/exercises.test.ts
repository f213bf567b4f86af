import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { domainProblems } from '../../src/engine/index.ts';
import { type Graph, readGraph } from '../../src/graph/index.ts';
import { bugStep, review, slipAt } from '../../src/practice/index.ts';
import { variant } from '../../src/practice/variants.ts';
import { run } from '../support/apply.ts';
import { answersTo, assignmentOf } from '../support/results.ts';

const folder = new URL('../../graphs/', import.meta.url);
const exercises = readdirSync(folder)
  .filter((name) => name !== 'gallery.json')
  .map((name): [string, Graph] => {
    const read = readGraph(readFileSync(new URL(name, folder), 'utf8'));
    if (!read.ok) throw new Error(`${name} cannot be read`);
    return [name, read.graph];
  })
  .filter(([, { exercise }]) => exercise !== undefined);

test('there is one for every example of the source notes, and some bugs to find', () => {
  const bugs = exercises.filter(([, { exercise }]) => exercise?.kind === 'find-bug');
  expect([exercises.length, bugs.length]).toEqual([10, 3]);
});

describe.each(exercises)('%s', (_, graph) => {
  const { exercise } = graph;

  test('is explained in both languages', () => {
    expect(exercise?.instructions).toMatchObject({
      en: expect.stringMatching(/^[^\p{Script=Han}]+\.$/u),
      'zh-CN': expect.stringMatching(/\p{Script=Han}.*。$/u),
    });
  });

  test('can be done in the order in which it asks, with its own and with new numbers', () => {
    const seeds = exercise?.variants === undefined ? [] : Array.from({ length: 12 }, (_, i) => i);
    for (const it of [graph, ...seeds.map((seed) => variant(graph, seed))]) {
      expect(domainProblems(run(it))).toEqual([]);
      const free = { ...it, exercise: { ...assignmentOf(it).exercise, order: 'free' as const } };
      const { exercise, questions } = assignmentOf(free);
      expect(questions.map(({ id }) => id)).toEqual(exercise.asked);
      const find =
        exercise.bug && exercise.kind === 'find-bug' ? [{ found: exercise.bug.quantity }] : [];
      const answers = answersTo(free);
      answers.forEach((_, done) => {
        const { questions } = review(assignmentOf(free), [...find, ...answers.slice(0, done)]);
        expect(questions.get(exercise.asked[done])?.waitsFor).toEqual([]);
      });
      const { score, most, isFinished } = review(assignmentOf(it), [...find, ...answers]);
      expect([score, isFinished]).toEqual([most, true]);
    }
  });

  test('gives none of its answers away', () => {
    const { questions, see } = review(assignmentOf(graph), []);
    if (exercise?.kind === 'find-bug') {
      const { bug } = exercise;
      const assignment = assignmentOf(graph);
      expect(bug && slipAt(assignment, bug.quantity, bug.mistake)).toBeDefined();
      expect(see(bug?.quantity ?? '')).toMatchObject({ as: 'number', from: 'given' });
      expect(questions.get(bug?.quantity ?? '')?.waitsFor).toEqual([bugStep]);
      return;
    }
    for (const { question } of questions.values()) {
      expect(see(question.id)).toEqual({ as: 'blank' });
      const { kind } = question.quantity;
      // A gradient is the sum of contributions, and one contribution the gradient of one path.
      if (kind === 'gradient' || kind === 'contribution') {
        const shown = question.inputs.filter((id) => see(id).as === 'number');
        expect(shown.filter((id) => id.startsWith('contribution:'))).toEqual([]);
      }
    }
  });
});

test('a nudge is not rounded away', () => {
  const states = (name: string, answers: Readonly<Record<string, string>>) => {
    const graph = exercises.find(([file]) => file === name)?.[1];
    if (graph === undefined) throw new Error(`${name} is missing`);
    const { questions } = review(
      assignmentOf(graph),
      Object.entries(answers).map(([step, answer]) => ({ step, answer })),
    );
    return Object.keys(answers).map((id) => questions.get(id)?.state);
  };
  const before = { 'value:c': '-4', 'value:a': '4', 'value:d': '2', 'value:J': '2' };
  expect(states('exercise-nudge-half-squared.json', before)).toEqual([
    ...['wrong', 'carried', 'carried', 'carried'],
  ]);
  const after = { 'value:c': '-4.002', 'value:a': '3.998', 'value:d': '1.998', 'value:J': '1.996' };
  expect(states('exercise-nudge-half-squared.json', after)).toEqual(Array(4).fill('right'));
  const square = { 'value:J': '9', 'value:w_e': '3', 'value:J_e': '9' };
  expect(states('exercise-nudge-w2.json', square)).toEqual(['right', 'wrong', 'carried']);
});
