import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Graph, parseQuantity, readGraph } from '../../src/graph/index.ts';
import {
  assign,
  exerciseOn,
  exercisesOn,
  review,
  topicNames,
  topics,
} from '../../src/practice/index.ts';
import { anyGraph, tameGraph } from '../support/graphs.ts';

function gallery(id: string): Graph {
  const text = readFileSync(new URL(`../../graphs/${id}.json`, import.meta.url), 'utf8');
  const result = readGraph(text);
  if (!result.ok) throw new Error(id);
  return result.graph;
}

describe('any graph can be practised at once', () => {
  test.each(topics)(
    '%s: what is asked has a number, stands open, and is given nowhere',
    (topic) => {
      fc.assert(
        fc.property(tameGraph, (graph) => {
          const exercise = exerciseOn(graph, topic);
          const assignment = assign(graph, exercise);
          expect(assignment.questions.map(({ id }) => id)).toEqual(exercise.asked);
          const { see } = review(assignment, []);
          for (const id of exercise.asked) expect(see(id)).toEqual({ as: 'blank' });
        }),
      );
      expect(topicNames[topic].en).not.toBe(topicNames[topic]['zh-CN']);
    },
  );

  test('and all topics at once are the topics one by one', () => {
    const graph = gallery('cg-relu-two-layer');
    const oneByOne = topics.map((topic) => ({ topic, exercise: exerciseOn(graph, topic) }));
    expect(exercisesOn(graph)).toEqual(oneByOne);
  });

  test.each(topics)('%s: unfinished graphs ask for what they have', (topic) => {
    fc.assert(
      fc.property(anyGraph(), (graph) => {
        const assignment = assign(graph, exerciseOn(graph, topic));
        expect(review(assignment, []).isFinished).toBe(assignment.questions.length === 0);
      }),
    );
  });

  test('the linear example asks for both contributions of b before their sum', () => {
    const { asked } = exerciseOn(gallery('linear-z-graph'), 'backward');
    const sum = asked.indexOf('gradient:b');
    const contributions = asked.filter((id) => id.startsWith('contribution:b->'));
    expect(contributions).toHaveLength(2);
    for (const id of contributions) expect(asked.indexOf(id)).toBeLessThan(sum);
    expect(asked.some((id) => id.includes(':c'))).toBe(false);
    expect(asked.filter((id) => parseQuantity(id)?.kind === 'gradient')).toEqual([
      'gradient:b',
      'gradient:w',
    ]);
  });
});
