import type { Answer } from './answer.ts';
import type { Assignment, Question } from './assignment.ts';
import { Book, type Numbers, type Span } from './book.ts';

/** What a learner has answered so far: everything, and what of it is right. */
export interface Work {
  readonly answers: Numbers;
  readonly right: Numbers;
}

/** How an answer stands: against the truth, and against what the learner's own numbers lead to. */
export interface Mark {
  readonly isTrue: boolean;
  /** True where it follows from the learner's earlier answers, be they right or wrong. */
  readonly fitsOwn: boolean;
}

/** `carried`: not the true number, but right from an earlier wrong one (error carried forward). */
export type Verdict = 'right' | 'carried' | 'wrong';

/** The verdict of a mark. */
export function verdictOf({ isTrue, fitsOwn }: Mark): Verdict {
  return isTrue ? 'right' : fitsOwn ? 'carried' : 'wrong';
}

/** Marks an answer, given what was answered before it. */
export function mark(assignment: Assignment, question: Question, answer: Answer, work: Work): Mark {
  if (answer.shape.join() !== question.shape.join()) return { isTrue: false, fitsOwn: false };
  const fits = (book: Book) => {
    const span = book.worked(question.id);
    return span !== undefined && agrees(answer, span, assignment, sizeAround(book, question));
  };
  const isTrue = fits(trueBook(assignment, question, work, answer.digits));
  return { isTrue, fitsOwn: fits(ownBook(assignment, question, work, answer.digits)) };
}

/** The right numbers, some of them rounded as in the right answers to other questions. */
export function trueBook(
  { recipes, isGiven, exercise: { tolerance } }: Assignment,
  { id }: Question,
  { right }: Work,
  digits: number,
): Book {
  const answers = without(right, id);
  const fewest = Math.max(2, digits);
  return new Book({ recipes, isGiven, answers, from: 'truth', tolerance, digits: fewest });
}

/** The numbers as a learner has them who answered the other questions like this. */
export function ownBook(
  { recipes, isGiven, truth: given, exercise: { tolerance } }: Assignment,
  { id }: Question,
  work: Work,
  digits: number,
): Book {
  const answers = without(work.answers, id);
  const fewest = Math.max(2, digits);
  const sheet = { recipes, isGiven, given, answers, tolerance, digits: fewest };
  return new Book({ ...sheet, from: 'answers' });
}

function without(numbers: Numbers, id: string): Numbers {
  return numbers.has(id) ? new Map([...numbers].filter(([other]) => other !== id)) : numbers;
}

/**
 * Whether an answer is consistent with a span: some number that rounds to it lies within the
 * bounds, and it is no farther from the exact number than the exercise tolerates.
 */
function agrees(
  { numbers, halfUnits }: Answer,
  { mid, low, high }: Span,
  { exercise }: Assignment,
  scale: number,
): boolean {
  return numbers.every((number, i) => {
    // Doubles cancel to something like 1e-17 where the number is 0.
    const noise = 1e-12 * scale;
    const limit = exercise.tolerance * Math.abs(mid[i]) + noise;
    const slack = halfUnits[i] * (1 + 1e-9) + noise;
    return (
      Math.abs(number - mid[i]) <= limit && number >= low[i] - slack && number <= high[i] + slack
    );
  });
}

/** The largest number in sight of a question, which says how large its rounding noise may be. */
export function sizeAround(book: Book, { id, inputs }: Question): number {
  const near = [...inputs, id].flatMap((of) => book.span(of)?.mid ?? []);
  return near.reduce((most, number) => Math.max(most, Math.abs(number) || 0), 0);
}
