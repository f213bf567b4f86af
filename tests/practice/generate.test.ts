import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { domainProblems } from '../../src/engine/index.ts';
import { formatNumber } from '../../src/formula/index.ts';
import {
  edgesOf,
  findNode,
  type Graph,
  outputOf,
  pathBetween,
  readGraph,
  writeGraph,
} from '../../src/graph/index.ts';
import { generate } from '../../src/practice/generate.ts';
import { review, tensorIn } from '../../src/practice/index.ts';
import type { Level } from '../../src/practice/plans.ts';
import { variant } from '../../src/practice/variants.ts';
import { run, scalar } from '../support/apply.ts';
import { answersTo, assignmentOf } from '../support/results.ts';

const levels: readonly Level[] = [1, 2, 3, 4, 5];
const seeds = fc.nat({ max: 2 ** 32 - 1 });

function leavesOf(graph: Graph): string {
  return graph.nodes
    .flatMap(({ id, value }) => (value === undefined ? [] : [`${id}=${value}`]))
    .join(' ');
}

/** Nodes from which more than one edge leads on to the output. */
function forks(graph: Graph): string[] {
  const output = outputOf(graph) ?? '';
  const useful = edgesOf(graph).filter(({ target }) => pathBetween(graph, target, output));
  return graph.nodes
    .map(({ id }) => id)
    .filter((id) => useful.filter(({ source }) => source === id).length > 1);
}

describe.each(levels)('an exercise of level %i', (level) => {
  test('is a file that can be read, with a title and instructions in both languages', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const graph = generate(level, seed);
        expect(readGraph(writeGraph(graph))).toEqual({ ok: true, graph });
        for (const text of [graph.title, graph.exercise?.instructions]) {
          expect(text).toMatchObject({
            en: expect.stringMatching(/^[^\p{Script=Han}]+$/u),
            'zh-CN': expect.stringMatching(/\p{Script=Han}/u),
          });
        }
      }),
      { numRuns: 30 },
    );
  });

  test('and its variants stay in their domain and ask for numbers that show in full', () => {
    fc.assert(
      fc.property(seeds, seeds, (seed, next) => {
        const made = generate(level, seed);
        for (const graph of [made, variant(made, next)]) {
          const program = run(graph);
          expect([...program.problems, ...domainProblems(program)]).toEqual([]);
          const assignment = assignmentOf(graph);
          expect(assignment.questions).toHaveLength(graph.exercise?.asked.length ?? 0);
          for (const { id } of assignment.questions) {
            const number = scalar(tensorIn(assignment, assignment.truth, id));
            expect(Number(formatNumber(number)), id).toBeCloseTo(number, 9);
            expect(formatNumber(number).length, id).toBeLessThan(level === 4 ? 12 : 7);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('can be answered in the order in which it asks', () => {
    for (let seed = 0; seed < 5; seed++) {
      const graph = generate(level, seed);
      const assignment = assignmentOf(graph);
      const answers = answersTo(graph);
      const { score, most, isFinished } = review(assignment, answers);
      expect([score, isFinished]).toEqual([most, true]);
      expect(most).toBeGreaterThanOrEqual(5);
      expect(most).toBeLessThanOrEqual(16);
      answers.forEach((_, done) => {
        const { questions } = review(
          assignmentOf({ ...graph, exercise: { ...assignment.exercise, order: 'free' } }),
          answers.slice(0, done),
        );
        expect(questions.get(assignment.questions[done].id)?.waitsFor).toEqual([]);
      });
    }
  });

  test(
    level === 1 ? 'is a chain' : 'has a value that is used twice, and asks for its gradient',
    () => {
      fc.assert(
        fc.property(seeds, (seed) => {
          const graph = generate(level, seed);
          const asked = forks(graph).filter((id) =>
            graph.exercise?.asked.includes(`gradient:${id}`),
          );
          if (level === 1) {
            expect(forks(graph)).toEqual([]);
            expect(graph.nodes.filter(({ inputs }) => inputs)).toHaveLength(2);
          } else expect(asked.length).toBeGreaterThan(0);
        }),
        { numRuns: 30 },
      );
    },
  );

  test('differs from seed to seed', () => {
    const made = Array.from({ length: 20 }, (_, seed) => generate(level, seed).nodes);
    expect(new Set(made.map((nodes) => JSON.stringify(nodes))).size).toBeGreaterThan(17);
  });
});

test('level 5 is a 2-2-1 network with a loss', () => {
  const graph = generate(5, 3);
  expect(graph.nodes.filter(({ op }) => op === 'input').map(({ id }) => id)).toEqual([
    'x1',
    'x2',
    'y',
  ]);
  for (const id of ['w1_11', 'w1_21', 'w1_12', 'w1_22', 'w2_11', 'w2_21', 'b1_1', 'b1_2', 'b2'])
    expect(graph.exercise?.asked).toContain(`gradient:${id}`);
  expect(findNode(graph, outputOf(graph) ?? '')?.op).toMatch(/Error$/);
});

test('the same seed makes the same exercise everywhere', () => {
  const made = levels.map((level) => {
    const graph = generate(level, 7);
    const [title] = typeof graph.title === 'object' ? graph.title.en.split(',') : [];
    return `${title}: ${leavesOf(graph)}`;
  });
  expect(made).toEqual([
    'Two steps in a chain: x=4 y=3',
    'A square and a product: x=4 y=3',
    'A unit with a shortcut: x=-3 v=-1 w=2 y=4',
    'A share of a sum: w=1 x=1 v=4 t=1',
    'A 2-2-1 network: x1=4 x2=-5 w1_11=2 w1_21=-2 w1_12=2 w1_22=1 b1_1=-1 b1_2=-2 w2_11=-3 w2_21=3 b2=-2 y=-5',
  ]);
  expect(generate(5, 4294967295)).toEqual(generate(5, 4294967295));
});
