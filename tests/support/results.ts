import { formatNumber } from '../../src/formula/index.ts';
import type { Graph } from '../../src/graph/index.ts';
import { type Assignment, assign, type Entry, tensorIn } from '../../src/practice/index.ts';
import type { Result } from '../../src/practice/result.ts';
import { scalar } from './apply.ts';

/** The assignment of a graph that is an exercise. */
export function assignmentOf(graph: Graph): Assignment {
  if (graph.exercise === undefined) throw new Error('this graph is no exercise');
  return assign(graph, graph.exercise);
}

/** The right answer to every question, as it is shown; `change` may make another of it. */
export function answersTo(
  graph: Graph,
  change: (id: string, answer: string) => string = (_, answer) => answer,
): Entry[] {
  const assignment = assignmentOf(graph);
  return assignment.questions.map(({ id }) => {
    const right = formatNumber(scalar(tensorIn(assignment, assignment.truth, id)));
    return { step: id, answer: change(id, right) };
  });
}

/** A result of an exercise with these entries. */
export function resultOf(
  graph: Graph,
  entries: readonly Entry[],
  further: Partial<Result> = {},
): Result {
  return {
    format: 'chainrule-result',
    version: 1,
    language: 'en',
    entries,
    seconds: 60,
    ...further,
    graph,
  };
}
