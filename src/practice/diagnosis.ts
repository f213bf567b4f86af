import type { Text } from '../ops/index.ts';
import type { Answer } from './answer.ts';
import { type Assignment, type Question, shownDigits } from './assignment.ts';
import { Book } from './book.ts';
import { ownBook, sizeAround, trueBook, type Work } from './marking.ts';
import { mistakes } from './mistakes/index.ts';
import { type Mistake, type Slip, slipsOf } from './site.ts';

/** A mistake that gives exactly the answer that was given. */
export interface Diagnosis {
  /** The mistake's id. */
  readonly mistake: string;
  readonly title: Text;
  /** What went wrong, with node names between backticks. */
  readonly text: Text;
  /** Ids of the edges it is about. */
  readonly edges: readonly string[];
}

/**
 * All mistakes that lead to this wrong answer, the likelier ones first; none where nothing known
 * does. Each is tried with the right numbers and with the learner's own.
 */
export function diagnose(
  assignment: Assignment,
  question: Question,
  answer: Answer,
  work: Work,
): readonly Diagnosis[] {
  if (answer.shape.join() !== question.shape.join()) return [];
  const { digits } = answer;
  const books = [trueBook(assignment, question, work, digits)];
  if (work.answers.size > work.right.size) books.push(ownBook(assignment, question, work, digits));
  return mistakes.flatMap((mistake): Diagnosis[] => {
    if (mistake.isFarFetched && answer.digits < 3) return [];
    for (const book of books) {
      const scale = sizeAround(book, question);
      const slip = slipsOf(mistake, assignment, question.id, book).find(({ numbers }) =>
        isGivenBy(answer, numbers, scale),
      );
      if (slip !== undefined) return [diagnosisOf(mistake, slip)];
    }
    return [];
  });
}

/** What a mistake makes of a quantity, beyond what is tolerated as right; undefined if it cannot. */
export function slipAt(assignment: Assignment, id: string, mistakeId: string): Slip | undefined {
  const mistake = mistakes.find((known) => known.id === mistakeId);
  const right = assignment.truth.span(id)?.mid;
  const { tolerance } = assignment.exercise;
  if (mistake === undefined || right === undefined) return;
  // As if nothing could be read off: the mistake is made wherever it can be made.
  const { recipes } = assignment;
  const isGiven = () => false;
  const sheet = { recipes, isGiven, answers: new Map(), tolerance, digits: shownDigits };
  const book = new Book({ ...sheet, from: 'truth' });
  return slipsOf(mistake, assignment, id, book).find(({ numbers }) =>
    numbers.some((number, i) => {
      const distance = Math.abs(number - right[i]);
      return Number.isFinite(number) && distance > tolerance * Math.abs(right[i]) + 1e-9;
    }),
  );
}

function diagnosisOf({ id, name }: Mistake, { text, edges }: Slip): Diagnosis {
  return { mistake: id, title: name, text, edges };
}

/** Whether an answer is a number a mistake gives, rounded as it was typed. */
function isGivenBy(
  { numbers, halfUnits }: Answer,
  slip: readonly number[],
  scale: number,
): boolean {
  return numbers.every((number, i) => {
    const shown = 1e-5 * Math.abs(slip[i]) + 1e-12 * scale;
    const coarse = Math.min(halfUnits[i], 0.05 * Math.abs(slip[i]) + 1e-12);
    return Math.abs(number - slip[i]) <= coarse * (1 + 1e-9) + shown;
  });
}
