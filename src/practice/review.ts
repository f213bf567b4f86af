import type { Tensor } from '../ops/index.ts';
import { unflatten } from '../ops/index.ts';
import { readAnswer } from './answer.ts';
import { type Assignment, type Question, shownDigits, tensorIn } from './assignment.ts';
import { Book } from './book.ts';
import { type Diagnosis, diagnose, slipAt } from './diagnosis.ts';
import { mark, type Verdict, verdictOf, type Work } from './marking.ts';
import type { Flat } from './rule.ts';

/**
 * One thing a learner did, as it stands in a result: answered a question (named by its quantity),
 * asked for a hint (on a question, or on `bug`), or pointed at the number they hold to be wrong.
 * `at` is in seconds since the exercise was begun.
 */
export type Entry = { readonly at?: number } & (
  | { readonly step: string; readonly answer: string }
  | { readonly step: string; readonly hint: HintLevel }
  | { readonly found: string }
);
export type HintLevel = 1 | 2 | 3;

/** One answer with its verdict. */
export interface Marked {
  readonly text: string;
  /** Undefined where the text is no number. */
  readonly value: Tensor | undefined;
  readonly verdict: Verdict;
  /** It is the right number. */
  readonly isTrue: boolean;
  /** It follows from the learner's own earlier answers. */
  readonly fitsOwn: boolean;
  /** The known mistakes that give this answer; empty where it is right, or none is known. */
  readonly mistakes: readonly Diagnosis[];
}

/**
 * How a question stands. `open`: not answered; `wrong`: answered, and not right so far; `shown`:
 * given up for the answer (hint 3). `right`, `carried` and `shown` questions are closed.
 */
export type QuestionState = 'open' | 'wrong' | Exclude<Verdict, 'wrong'> | 'shown';

/** Everything that came of one question. */
export interface QuestionReview {
  readonly question: Question;
  readonly state: QuestionState;
  readonly attempts: readonly Marked[];
  /** The highest level of hint that was asked for. */
  readonly hints: 0 | HintLevel;
  /** 1 for right (or carried) at once and without a hint, ½ for later or with one, else 0. */
  readonly points: number;
  /** Answers left; undefined where there is no limit. */
  readonly attemptsLeft: number | undefined;
  /** True once nothing more can come of it. */
  readonly isClosed: boolean;
  /** Questions (by id) to be answered before this one; empty where it can be answered now. */
  readonly waitsFor: readonly string[];
}

/** How the search for a wrong number stands. */
export interface FindReview {
  readonly isFound: boolean;
  /** The quantities pointed at, in order. */
  readonly tries: readonly string[];
  readonly hints: 0 | HintLevel;
  readonly points: number;
  readonly isClosed: boolean;
}

/** How a quantity appears on the learner's sheet. */
export type Seen =
  | { readonly as: 'number'; readonly value: Tensor; readonly from: 'given' | 'answer' }
  | { readonly as: 'blank' }
  | { readonly as: 'nothing' };

/** All that follows from what a learner did on an exercise. */
export interface Review {
  /** By id, in the order they are asked. */
  readonly questions: ReadonlyMap<string, QuestionReview>;
  /** Of exercises that have a wrong number to be found. */
  readonly find: FindReview | undefined;
  readonly score: number;
  readonly most: number;
  /** True when every question is closed. */
  readonly isFinished: boolean;
  readonly see: (quantity: string) => Seen;
  /** The numbers as this learner has them. */
  readonly own: Book;
}

/** What the search for the wrong number is called in entries. */
export const bugStep = 'bug';

/** Marks everything a learner did, in the order they did it. Entries that fit nothing are passed over. */
export function review(assignment: Assignment, entries: readonly Entry[]): Review {
  const replay = new Replay(assignment);
  for (const entry of entries) replay.take(entry);
  return replay.finish();
}

/** A question on its way through the entries. */
interface Progress {
  state: QuestionState;
  hints: 0 | HintLevel;
  readonly attempts: Marked[];
}

class Replay {
  private readonly assignment: Assignment;
  private readonly answers = new Map<string, Flat>();
  private readonly right = new Map<string, Flat>();
  private readonly progress: ReadonlyMap<string, Progress>;
  private readonly questions: ReadonlyMap<string, Question>;
  private readonly bug: string | undefined;
  private readonly tries: string[] = [];
  private bugHints: 0 | HintLevel = 0;

  constructor(assignment: Assignment) {
    const { questions, exercise } = assignment;
    this.assignment = assignment;
    this.questions = new Map(questions.map((question) => [question.id, question]));
    this.progress = new Map(
      questions.map(({ id }) => [id, { state: 'open', hints: 0, attempts: [] }]),
    );
    // A mistake that cannot be made there leaves nothing to be found.
    const { kind, bug } = exercise;
    const canBe = kind === 'find-bug' && bug && slipAt(assignment, bug.quantity, bug.mistake);
    this.bug = canBe ? bug.quantity : undefined;
  }

  take(entry: Entry): void {
    if ('found' in entry) this.point(entry.found);
    else if ('answer' in entry) this.answer(entry.step, entry.answer);
    else this.hint(entry.step, entry.hint);
  }

  private get isFound(): boolean {
    const { attempts = Number.POSITIVE_INFINITY } = this.assignment.exercise;
    return this.isPointedOut || this.bugHints === 3 || this.tries.length >= attempts;
  }

  private get isPointedOut(): boolean {
    return this.tries.some((tried) => this.isBug(tried));
  }

  /** A wrong contribution is the gradient too where it is all that comes back to a node. */
  private isBug(quantity: string): boolean {
    const [only, ...more] = this.assignment.recipes.get(quantity)?.inputs ?? [];
    const isAlone = quantity.startsWith('gradient:') && more.length === 0;
    return this.bug !== undefined && (quantity === this.bug || (isAlone && only === this.bug));
  }

  private point(quantity: string): void {
    if (this.bug !== undefined && !this.isFound) this.tries.push(quantity);
  }

  private hint(step: string, level: HintLevel): void {
    const { hints: most } = this.assignment.exercise;
    const raised = Math.min(level, most) as 0 | HintLevel;
    if (step === bugStep) {
      if (!this.isFound && raised > this.bugHints) this.bugHints = raised;
      return;
    }
    const progress = this.progress.get(step);
    if (progress === undefined || this.isClosed(progress) || raised <= progress.hints) return;
    progress.hints = raised;
    if (raised < 3) return;
    progress.state = 'shown';
    this.keep(step, this.assignment.truth.span(step)?.mid ?? [], true);
  }

  private answer(step: string, text: string): void {
    const question = this.questions.get(step);
    const progress = this.progress.get(step);
    if (question === undefined || progress === undefined || this.isClosed(progress)) return;
    // To press the key again is not to answer again.
    if (progress.attempts.at(-1)?.text === text) return;
    const read = readAnswer(text);
    if (!read.ok) {
      progress.attempts.push({ ...unreadable, text });
      if (progress.state === 'open') progress.state = 'wrong';
      return;
    }
    const { answer } = read;
    const work: Work = { answers: this.answers, right: this.right };
    const marked = mark(this.assignment, question, answer, work);
    const verdict = verdictOf(marked);
    const mistakes = verdict === 'wrong' ? diagnose(this.assignment, question, answer, work) : [];
    const value = unflatten(answer.numbers, answer.shape);
    progress.attempts.push({ text, value, verdict, ...marked, mistakes });
    progress.state = verdict;
    if (answer.shape.join() === question.shape.join()) {
      this.keep(step, answer.numbers, marked.isTrue);
    }
  }

  private keep(step: string, numbers: Flat, isTrue: boolean): void {
    this.answers.set(step, numbers);
    if (isTrue) this.right.set(step, numbers);
    else this.right.delete(step);
  }

  private isClosed({ state, attempts }: Progress): boolean {
    const { attempts: most = Number.POSITIVE_INFINITY } = this.assignment.exercise;
    return (state !== 'open' && state !== 'wrong') || attempts.length >= most;
  }

  finish(): Review {
    const waits = this.waits();
    const questions = new Map(
      [...this.questions].map(([id, question]) => [
        id,
        this.reviewed(question, waits.get(id) ?? []),
      ]),
    );
    const find = this.findReview();
    const all = [...questions.values(), ...(find ? [find] : [])];
    const { recipes, isGiven, exercise } = this.assignment;
    const { answers } = this;
    const { tolerance } = exercise;
    const digits = shownDigits;
    const sheet = { recipes, isGiven, given: this.assignment.truth, answers, tolerance, digits };
    const own = new Book({ ...sheet, from: 'answers' });
    return {
      questions,
      find,
      score: all.reduce((sum, { points }) => sum + points, 0),
      most: all.length,
      isFinished: all.every(({ isClosed }) => isClosed),
      see: this.sight(own),
      own,
    };
  }

  private reviewed(question: Question, waitsFor: readonly string[]): QuestionReview {
    const progress = this.progress.get(question.id) ?? { state: 'open', hints: 0, attempts: [] };
    const { state, hints, attempts } = progress;
    const isRight = state === 'right' || state === 'carried';
    const { attempts: most } = this.assignment.exercise;
    return {
      question,
      state,
      attempts,
      hints,
      points: isRight ? (attempts.length === 1 && hints === 0 ? 1 : 0.5) : 0,
      attemptsLeft: most === undefined ? undefined : Math.max(0, most - attempts.length),
      isClosed: this.isClosed(progress),
      waitsFor: waitsFor,
    };
  }

  private findReview(): FindReview | undefined {
    if (this.bug === undefined) return;
    const { isFound, isPointedOut, tries, bugHints: hints } = this;
    const points = isPointedOut ? (tries.length === 1 && hints === 0 ? 1 : 0.5) : 0;
    return { isFound, tries, hints, points, isClosed: isFound };
  }

  /** Which unanswered questions each question waits for. */
  private waits(): ReadonlyMap<string, readonly string[]> {
    const { exercise, recipes, isGiven } = this.assignment;
    const isOpen = (id: string) => this.progress.get(id)?.state === 'open';
    const ids = [...this.questions.keys()];
    if (this.bug !== undefined) {
      return new Map(ids.map((id) => [id, this.isFound ? [] : [bugStep]]));
    }
    if (exercise.order === 'given') {
      const first = ids.find(isOpen);
      return new Map(ids.map((id) => [id, isOpen(id) && id !== first && first ? [first] : []]));
    }
    // Unanswered questions behind each quantity, through numbers that are neither given nor asked.
    const behind = new Map<string, readonly string[]>();
    const seenThrough = (id: string): readonly string[] => {
      if (this.progress.has(id)) return isOpen(id) ? [id] : [];
      return isGiven(id) ? [] : (behind.get(id) ?? []);
    };
    for (const [id, { inputs }] of recipes) {
      const open = inputs.map(seenThrough).filter((list) => list.length > 0);
      if (open.length > 0) behind.set(id, open.length === 1 ? open[0] : [...new Set(open.flat())]);
    }
    return new Map(ids.map((id) => [id, behind.get(id) ?? []]));
  }

  private sight(own: Book): (quantity: string) => Seen {
    const { assignment, progress, bug, isFound } = this;
    const { recipes, isGiven, exercise } = assignment;
    const isMended = [...progress.values()].every((one) => this.isClosed(one));
    const shown =
      bug === undefined || (isFound && isMended) ? assignment.truth : bookWithBug(assignment);
    const number = (id: string, from: 'given' | 'answer', book = own): Seen => {
      const value = tensorIn(assignment, book, id);
      return value === undefined ? { as: 'nothing' } : { as: 'number', value, from };
    };
    return (id) => {
      const asked = progress.get(id);
      if (asked !== undefined && (bug === undefined || isFound)) {
        if (!this.isClosed(asked)) return { as: 'blank' };
        const value = asked.state === 'shown' ? undefined : asked.attempts.at(-1)?.value;
        return value === undefined ? number(id, 'answer') : { as: 'number', value, from: 'answer' };
      }
      if (isGiven(id)) return number(id, 'given', shown);
      // The sum of a single contribution is that contribution.
      const [only, ...others] = recipes.get(id)?.inputs ?? [];
      const isPlain = id.startsWith('gradient:') && only !== undefined && others.length === 0;
      const source = progress.get(only ?? '');
      return isPlain && source !== undefined && this.isClosed(source) && exercise.kind === 'compute'
        ? number(id, 'answer')
        : { as: 'nothing' };
    };
  }
}

/** The sheet of a find-bug exercise: one number is wrong, and what follows from it follows. */
function bookWithBug(assignment: Assignment): Book {
  const { exercise, recipes, isGiven, truth } = assignment;
  const { bug, tolerance } = exercise;
  const slip = bug && slipAt(assignment, bug.quantity, bug.mistake);
  if (bug === undefined || slip === undefined) return truth;
  const answers = new Map([[bug.quantity, slip.numbers]]);
  const digits = shownDigits;
  return new Book({ recipes, isGiven, answers, from: 'answers', tolerance, digits });
}

/** How often each mistake was made: of several that fit one answer, the likeliest counts. */
export function countMistakes({ questions }: Review): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { attempts } of questions.values()) {
    for (const { mistakes } of attempts) {
      const [first] = mistakes;
      if (first) counts.set(first.mistake, (counts.get(first.mistake) ?? 0) + 1);
    }
  }
  return counts;
}

const unreadable = {
  value: undefined,
  verdict: 'wrong',
  isTrue: false,
  fitsOwn: false,
  mistakes: [],
} as const satisfies Omit<Marked, 'text'>;
