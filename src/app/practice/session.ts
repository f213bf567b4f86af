import { formatTensor } from '../../formula/index.ts';
import {
  type Exercise,
  findNode,
  type Graph,
  parseQuantity,
  type Range,
} from '../../graph/index.ts';
import {
  type Assignment,
  assign,
  type Entry,
  type HintLevel,
  type QuestionReview,
  type Review,
  review,
  type Topic,
  tensorIn,
  type Verdict,
} from '../../practice/index.ts';
import { suggestRanges, variant } from '../../practice/variants.ts';
import { contentOf } from './content.ts';

/** What the search for the wrong number is called where questions are named. */
export const bug = 'bug';

/** An exercise that somebody works on. It belongs to one graph, and dies with another. */
export interface Session {
  /** The content of the document it belongs to. */
  readonly belongsTo: string;
  /** What was chosen, where the document brings no exercise of its own. */
  readonly topic: Topic | undefined;
  /** The seed its numbers were drawn with; undefined for those of the document. */
  readonly seed: number | undefined;
  readonly assignment: Assignment;
  readonly entries: readonly Entry[];
  readonly review: Review;
  /** The question in hand (or `bug`); null when there is none left. */
  readonly current: string | null;
  readonly isFinished: boolean;
  readonly learner: string;
  /** True while its author tries it. */
  readonly isTrial: boolean;
  /** Seconds worked before `since`, milliseconds since 1970; null while the clock stands. */
  readonly clock: { readonly before: number; readonly since: number | null };
}

/** What the reply in the panel is about. */
export type Reply =
  | { readonly kind: 'answer' | 'waits' | 'hint' | 'found'; readonly id: string }
  /** The graph was edited, and the exercise begun again. */
  | { readonly kind: 'restarted'; readonly id: null };

/** What there is to begin with. */
export interface Beginning {
  readonly exercise: Exercise;
  readonly topic?: Topic;
  readonly seed?: number;
  readonly entries?: readonly Entry[];
  readonly learner?: string;
  readonly seconds?: number;
  readonly current?: string | null;
  readonly isFinished?: boolean;
  readonly isTrial?: boolean;
}

/** The session that a beginning makes on a document. */
export function sessionOf(document: Graph, beginning: Beginning): Session {
  const { exercise, topic, entries = [], isFinished = false } = beginning;
  const seed = beginning.seed ?? exercise.variants?.seed;
  const drawn = seed === undefined ? document : variant({ ...document, exercise }, seed);
  const assignment = assign(drawn, exercise);
  const reviewed = review(assignment, entries);
  return {
    belongsTo: contentOf(document),
    topic,
    seed,
    assignment,
    entries,
    review: reviewed,
    current: beginning.current ?? nextQuestion(reviewed, null),
    isFinished,
    learner: beginning.learner ?? '',
    isTrial: beginning.isTrial ?? false,
    clock: { before: beginning.seconds ?? 0, since: isFinished ? null : Date.now() },
  };
}

/** Seconds that were worked so far. */
export function secondsOf({ clock: { before, since } }: Session): number {
  return before + (since === null ? 0 : (Date.now() - since) / 1000);
}

/** The next question that can be answered: unanswered ones first, then those not right so far. */
export function nextQuestion({ questions, find }: Review, after: string | null): string | null {
  if (find !== undefined && !find.isClosed) return bug;
  const ids = [...questions.keys()];
  const from = after === null ? 0 : ids.indexOf(after) + 1;
  const inOrder = [...ids.slice(from), ...ids.slice(0, from)];
  const inState = (state: QuestionReview['state']) =>
    inOrder.find((id) => {
      const of = questions.get(id);
      return of?.state === state && !of.isClosed && of.waitsFor.length === 0;
    });
  return inState('open') ?? inState('wrong') ?? null;
}

/** How much there is to do in an exercise: its questions, and the search where there is one. */
export function stepsOf({ asked, kind }: Exercise): number {
  return asked.length + (kind === 'find-bug' ? 1 : 0);
}

/** Where a question, or the search for the wrong number, stands among all there is to do. */
export function placeOf({ questions, find }: Review, id: string) {
  const steps = [...(find === undefined ? [] : [bug]), ...questions.keys()];
  return { number: steps.indexOf(id) + 1, count: steps.length };
}

/** The questions that can be answered now and are not, in order. */
export function readyIn({ questions }: Review): readonly string[] {
  const all = [...questions.values()];
  const isReady = ({ state, isClosed, waitsFor }: QuestionReview) =>
    (state === 'open' || state === 'wrong') && !isClosed && waitsFor.length === 0;
  return all.filter(isReady).map(({ question }) => question.id);
}

/** Whether the learner picks each question: then none comes by itself. */
export function picks(session: Session): boolean {
  return mayChooseOrder(session) && session.assignment.exercise.order === 'free';
}

/** The next level of hint on the question in hand; undefined where there is none. */
export function nextHint({ review, current, assignment }: Session): HintLevel | undefined {
  const of = current === bug ? review.find : review.questions.get(current ?? '');
  if (of === undefined || of.isClosed || of.hints >= assignment.exercise.hints) return undefined;
  return (of.hints + 1) as HintLevel;
}

/** Whether the order is the learner's to choose: a teacher's order holds. */
export function mayChooseOrder({ topic }: Session): boolean {
  return topic !== undefined;
}

/**
 * The leaves whose numbers may be drawn anew: those the exercise says, any of a graph that was
 * merely chosen; none where one seed was fixed for everybody.
 */
export function rangesOf({ assignment, topic }: Session): Readonly<Record<string, Range>> {
  const { variants } = assignment.exercise;
  if (variants !== undefined) return variants.seed === undefined ? variants.ranges : {};
  return topic === undefined ? {} : suggestRanges(assignment.graph);
}

/** The question in hand. */
export function questionOf({ review, current }: Session): QuestionReview | undefined {
  return review.questions.get(current ?? '');
}

/** Whether it holds work of a learner that is not done yet. */
export function isHalfDone(session: Session | null): boolean {
  return session !== null && session.entries.length > 0 && !session.isFinished && !session.isTrial;
}

/** Whether a reply leaves nothing to do or read, so that the next question comes by itself. */
export function isSettled({ review: { questions, find } }: Session, reply: Reply): boolean {
  if (reply.kind === 'found') return find?.isFound ?? false;
  const state = questions.get(reply.id ?? '')?.state;
  return reply.kind === 'answer' && (state === 'right' || state === 'carried');
}

/**
 * The reply that is in force: the last one given, and at a question that comes back wrong, as long
 * as its answer is not changed, why it was wrong.
 */
export function replyInHand(
  session: Session,
  reply: Reply | null,
  drafts: ReadonlyMap<string, string>,
): Reply | null {
  const of = questionOf(session);
  if (reply?.id === session.current || of?.state !== 'wrong') return reply;
  const isUnchanged = draftOf(drafts, of) === of.attempts.at(-1)?.text;
  return isUnchanged ? { kind: 'answer', id: of.question.id } : reply;
}

/** What stands in the field of a question: what was typed, else what was not right. */
export function draftOf(drafts: ReadonlyMap<string, string>, of: QuestionReview): string {
  return drafts.get(of.question.id) ?? of.attempts.at(-1)?.text ?? '';
}

/** Whether a number is worked out from others and to be seen, so that it can be marked or wrong. */
export function isWorkedOut({ recipes, graph }: Assignment, id: string): boolean {
  if ((recipes.get(id)?.inputs.length ?? 0) === 0) return false;
  const quantity = parseQuantity(id);
  return quantity?.kind !== 'gradient' || findNode(graph, quantity.node)?.op !== 'constant';
}

/** The node or edge a quantity stands on, by its id on the canvas. */
export function standsOn(id: string): string {
  const quantity = parseQuantity(id);
  if (quantity === undefined) return '';
  return 'node' in quantity ? quantity.node : id.slice(id.indexOf(':') + 1);
}

/**
 * How a number on the learner's sheet comes to be another than the true one: answered wrong, or
 * carried on from such an answer; undefined where it is true, or nothing is to be told about it.
 */
export function untrueAs(session: Session, id: string): 'wrong' | 'carried' | undefined {
  const { assignment, review } = session;
  const searches = review.find !== undefined && !review.find.isFound;
  const of = review.questions.get(id);
  if (searches || of?.state === 'shown') return;
  const last = of?.attempts.at(-1);
  if (of !== undefined)
    return last === undefined || last.isTrue ? undefined : stateOf(last.verdict);
  // The sum of a single contribution repeats that.
  const [only, ...others] = assignment.recipes.get(id)?.inputs ?? [];
  const isRepeated = id.startsWith('gradient:') && only !== undefined && others.length === 0;
  if (isRepeated && review.questions.has(only)) return untrueAs(session, only);
  const seen = review.see(id);
  const truth = tensorIn(assignment, assignment.truth, id);
  if (seen.as !== 'number' || truth === undefined) return;
  return formatTensor(seen.value) === formatTensor(truth) ? undefined : 'carried';
}

const stateOf = (verdict: Verdict) => (verdict === 'wrong' ? 'wrong' : 'carried');

/** The right number of a question. */
export function rightNumber({ assignment }: Session, id: string): string {
  const truth = tensorIn(assignment, assignment.truth, id);
  return truth === undefined ? '–' : formatTensor(truth);
}

/** Whether an unanswered question is left that can be gone back to; until then no right number is told. */
export function leavesOpen({ review }: Session): boolean {
  const { questions, find } = review;
  const isOpen = [...questions.values()].some(
    ({ state, isClosed }) => state === 'open' && !isClosed,
  );
  return isOpen || find?.isClosed === false;
}

/** The questions, wrong so far, that a carried answer goes back to. */
export function carriedFrom({ assignment, review }: Session, id: string): readonly string[] {
  const found = new Set<string>();
  const seen = new Set([id]);
  for (const at of seen) {
    for (const input of assignment.recipes.get(at)?.inputs ?? []) {
      const attempt = review.questions.get(input)?.attempts.at(-1);
      if (attempt?.verdict === 'wrong' && !attempt.isTrue) found.add(input);
      else seen.add(input);
    }
  }
  return [...found];
}
