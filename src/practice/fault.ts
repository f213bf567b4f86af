import type { Text } from '../ops/index.ts';
import type { Assignment } from './assignment.ts';
import { slipAt } from './diagnosis.ts';
import { mistakes } from './mistakes/index.ts';

/** What an exercise asks that cannot be answered, by the key of the section it stands at. */
export interface ExerciseFault {
  readonly key: string;
  readonly text: Text;
}

/**
 * What is wrong with an exercise although its form is right: numbers are asked that this graph does
 * not have, or a wrong number is to be found that no mistake makes.
 */
export function exerciseFaults(assignment: Assignment): readonly ExerciseFault[] {
  const { exercise, questions } = assignment;
  const asked = new Set(questions.map(({ id }) => id));
  const missing = exercise.asked.filter((id) => !asked.has(id));
  const faults = missing.map((id): ExerciseFault => {
    return {
      key: 'exercise.asked',
      text: {
        en: `${id} has no finite number in this graph, so it cannot be asked; take it out or mend the graph.`,
        'zh-CN': `${id} 在此图中没有有限的数，无法提问；请删去，或修正这个图。`,
      },
    };
  });
  return [...faults, ...bugFaults(assignment)];
}

function bugFaults(assignment: Assignment): readonly ExerciseFault[] {
  const { kind, bug } = assignment.exercise;
  if (kind !== 'find-bug' || bug === undefined) return [];
  const { quantity, mistake } = bug;
  if (slipAt(assignment, quantity, mistake) !== undefined) return [];
  const possible = mistakes.map(({ id }) => id).filter((id) => slipAt(assignment, quantity, id));
  const text: Text =
    possible.length === 0
      ? {
          en: `no known mistake gives another number for ${quantity}; choose another quantity.`,
          'zh-CN': `没有已知的错误能给 ${quantity} 另一个数；请换一个量。`,
        }
      : {
          en: `"${mistake}" gives no other number for ${quantity}; choose one of ${possible.join(', ')}.`,
          'zh-CN': `"${mistake}" 不会给 ${quantity} 另一个数；请从 ${possible.join('、')} 中选择。`,
        };
  return [{ key: 'exercise.bug.mistake', text }];
}
