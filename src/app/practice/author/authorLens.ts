import type { Assignment } from '../../../practice/index.ts';
import type { Lens } from '../../store/lens.ts';
import { isWorkedOut, standsOn } from '../session.ts';
import { AuthorSlot } from './AuthorSlot.tsx';

/** What the canvas shows to an author: every number that can be marked is a button. */
export function authorLens(assignment: Assignment, showsLocals: boolean): Lens {
  const wrong = assignment.graph.exercise?.bug?.quantity;
  const isWrong = (id: string) => wrong !== undefined && standsOn(wrong) === id;
  return {
    see: (quantity, edge) =>
      isWorkedOut(assignment, quantity) && !(edge !== undefined && quantity.startsWith('value:'))
        ? { as: 'slot' }
        : { as: 'evaluated' },
    marksOf: (id) => (isWrong(id) ? ['wrong'] : []),
    Slot: AuthorSlot,
    hasLocals: showsLocals || assignment.exercise.asked.some((id) => id.startsWith('local:')),
  };
}
