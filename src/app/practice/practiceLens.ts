import type { Lens, Mark, Seen } from '../store/lens.ts';
import { PracticeSlot } from './PracticeSlot.tsx';
import type { Session } from './session.ts';
import { isWorkedOut, picks, readyIn, standsOn, untrueAs } from './session.ts';

/**
 * What the canvas shows of an exercise: what is given as numbers, what is asked as slots.
 * `answered` is the question whose reply is in force.
 */
export function practiceLens(session: Session, answered: string | null): Lens {
  const { assignment, review } = session;
  const marks = session.isFinished
    ? new Map<string, readonly Mark[]>()
    : marksOf(session, answered);
  const searches = review.find !== undefined && !review.find.isFound;
  const isAsked = (id: string) =>
    searches ? isWorkedOut(assignment, id) : review.questions.has(id);
  return {
    see(quantity, edge): Seen {
      const seen = review.see(quantity);
      // The value of a node is asked for on the node; its edges repeat what stands there.
      const isRepeated = edge !== undefined && quantity.startsWith('value:');
      if (!isRepeated && isAsked(quantity) && seen.as !== 'nothing') return { as: 'slot' };
      // When all is done nothing untrue stands there unmarked.
      if (session.isFinished && seen.as === 'number' && untrueAs(session, quantity)) {
        return isRepeated ? { as: 'nothing' } : { as: 'slot' };
      }
      return seen.as === 'number' ? { as: 'number', value: seen.value } : { as: 'nothing' };
    },
    marksOf: (id) => marks.get(id) ?? none,
    Slot: PracticeSlot,
    hasLocals: assignment.questions.some(({ quantity }) => quantity.kind === 'local'),
  };
}

const none: readonly Mark[] = [];

/** The question in hand, what it is made of, and the edges that the diagnosis is about. */
function marksOf(session: Session, answered: string | null): ReadonlyMap<string, readonly Mark[]> {
  const { assignment, review, current } = session;
  const marks = new Map<string, Mark[]>();
  const add = (id: string, mark: Mark) => marks.set(id, [...(marks.get(id) ?? []), mark]);
  const question = review.questions.get(current ?? '')?.question;
  if (question !== undefined) {
    const isOnEdge = !('node' in question.quantity);
    add(standsOn(question.id), isOnEdge ? 'backward' : 'current');
    for (const input of question.inputs) {
      const at = standsOn(input);
      if (at === standsOn(question.id)) continue;
      add(at, assignment.program.index.has(at) ? 'operand' : 'lit');
    }
  }
  // Where the next one is to be picked, those that can be.
  if (current === null && picks(session)) {
    for (const id of readyIn(review)) add(standsOn(id), 'lit');
  }
  const said = answered === current ? (current ?? '') : '';
  for (const { edges } of review.questions.get(said)?.attempts.at(-1)?.mistakes ?? []) {
    for (const edge of edges) add(edge, 'backward');
  }
  return marks;
}
