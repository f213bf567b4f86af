import { type Exercise, type Graph, quantityId } from '../../graph/index.ts';
import type { Tensor } from '../../ops/index.ts';
import { type Assignment, assign, review, type Seen, tensorIn } from '../../practice/index.ts';

/** What stands in the place of a number on paper. */
export type Mark =
  | { readonly as: 'number'; readonly value: Tensor; readonly isAnswer: boolean }
  /** A box to fill in, with the number of its question. */
  | { readonly as: 'blank'; readonly number: number }
  | { readonly as: 'nothing' };

/** An exercise on paper: how every quantity appears on the sheet, and how on the key. */
export interface Sheet {
  readonly assignment: Assignment;
  readonly isHunt: boolean;
  readonly onSheet: (quantity: string) => Mark;
  readonly onKey: (quantity: string) => Mark;
}

/** Puts an exercise on paper. */
export function sheetOf(graph: Graph, exercise: Exercise): Sheet {
  const assignment = assign(graph, exercise);
  const { see } = review(assignment, []);
  const isHunt = assignment.exercise.kind === 'find-bug';
  const numbers = new Map(assignment.questions.map(({ id }, i) => [id, i + 1]));
  const onSheet = (id: string): Mark => marked(see(id), numbers.get(id) ?? 0);
  const onKey = (id: string): Mark => {
    const sheet = onSheet(id);
    if (sheet.as === 'nothing') return sheet;
    const value = tensorIn(assignment, assignment.truth, id);
    return value === undefined ? sheet : { as: 'number', value, isAnswer: numbers.has(id) };
  };
  return { assignment, isHunt, onSheet, onKey };
}

function marked(seen: Seen, number: number): Mark {
  if (seen.as === 'number') return { as: 'number', value: seen.value, isAnswer: false };
  return seen.as === 'blank' ? { as: 'blank', number } : { as: 'nothing' };
}

/** What an edge shows of the value it carries: nothing where that is asked for in its node. */
export function carried(mark: (quantity: string) => Mark, source: string): Mark {
  const value = mark(quantityId({ kind: 'value', node: source }));
  return value.as === 'blank' ? { as: 'nothing' } : value;
}
