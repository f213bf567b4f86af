import { formatNumber } from '../../src/formula/index.ts';
import { type Shape, type Tensor, unflatten } from '../../src/ops/index.ts';
import type { Assignment, Question } from '../../src/practice/index.ts';

/** An answer as a learner types it: the numbers as they are shown, in brackets where several. */
export function typed(numbers: readonly number[], shape: Shape): string {
  const write = (tensor: Tensor): string =>
    typeof tensor === 'number' ? formatNumber(tensor) : `[${tensor.map(write).join(', ')}]`;
  return write(unflatten(numbers, shape));
}

/** The right answer to a question, as it is shown. */
export function rightAnswer(assignment: Assignment, { id, shape }: Question): string {
  return typed(numbersOf(assignment, id), shape);
}

/** The right numbers of a quantity. */
export function numbersOf({ truth }: Assignment, id: string): readonly number[] {
  const span = truth.span(id);
  if (span === undefined) throw new Error(`${id} has no number`);
  return span.mid;
}
