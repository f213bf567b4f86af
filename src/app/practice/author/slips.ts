import type { Tensor, Text } from '../../../ops/index.ts';
import { unflatten } from '../../../ops/index.ts';
import { type Assignment, mistakes, slipAt } from '../../../practice/index.ts';
import { currentGraph } from '../../store/document.ts';
import { notify } from '../../store/view.ts';
import { assignmentOf } from './authoring.ts';
import { change } from './marks.ts';
import { authorWords as words } from './words.ts';

/** A mistake that can be made in a quantity, and the number that comes of it. */
export interface Slipped {
  readonly mistake: string;
  readonly name: Text;
  readonly number: Tensor;
}

/** All mistakes that would change a quantity. */
export function slipsIn(assignment: Assignment, id: string): readonly Slipped[] {
  const shape = assignment.recipes.get(id)?.shape ?? [];
  return mistakes.flatMap(({ id: mistake, name }): Slipped[] => {
    const slip = slipAt(assignment, id, mistake);
    return slip ? [{ mistake, name, number: unflatten(slip.numbers, shape) }] : [];
  });
}

/** Makes a quantity the one to be found, wrong by the likeliest mistake; it is asked for when found. */
export function makeWrong(id: string): void {
  const [slip] = slipsIn(assignmentOf(currentGraph()), id);
  if (slip === undefined) notify(words.noMistakeHere);
  else {
    const bug = { quantity: id, mistake: slip.mistake };
    change({ kind: 'find-bug', bug, asked: [id], hidden: undefined });
  }
}
