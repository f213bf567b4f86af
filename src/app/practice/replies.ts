import { plain } from '../../formula/explain.ts';
import type { Text } from '../../ops/index.ts';
import { hint, type QuestionReview, quantityName, type Review } from '../../practice/index.ts';
import { both } from './naming.ts';
import {
  bug,
  carriedFrom,
  mayChooseOrder,
  nextQuestion,
  picks,
  placeOf,
  type Reply,
  type Session,
} from './session.ts';
import { words } from './words.ts';

/** A card that answers a learner: a colour, a title and sentences. */
export interface Card {
  readonly tone: 'right' | 'carried' | 'wrong' | 'plain';
  readonly title: Text;
  readonly texts: readonly Text[];
}

/** What is said to what the learner did last, card by card. */
export function cardsOf(session: Session, reply: Reply): readonly Card[] {
  const { review, assignment } = session;
  const name = (id: string) => quantityName(assignment.graph, id);
  if (reply.kind === 'restarted') {
    return [{ tone: 'plain', title: words.graphChanged, texts: [words.beginsAgain] }];
  }
  if (reply.kind === 'found') return [foundCard(session, reply.id)];
  const of = review.questions.get(reply.id);
  if (of === undefined) return [];
  if (reply.kind === 'waits') return [waitsCard(session, of)];
  const last = of.attempts.at(-1);
  if (of.state === 'shown' || last === undefined) return [];
  if (last.verdict === 'right' && last.value !== undefined) {
    const title = words.rightIs(name(reply.id), last.value);
    return [{ tone: 'right', title, texts: [] }];
  }
  if (last.verdict === 'carried') {
    const sources = carriedFrom(session, reply.id).map((id) => withOwnNumber(session, id));
    const title = sources.length > 0 ? words.carriedFrom(sources) : words.carried;
    const source = name(carriedFrom(session, reply.id)[0] ?? reply.id);
    return [{ tone: 'carried', title, texts: [words.carriedText(source)] }];
  }
  return wrongCards(session, of);
}

/** What is told to a screen reader about the reply, and what comes next. */
export function announcementOf(session: Session, reply: Reply): Text {
  const { questions } = session.review;
  if (reply.kind === 'hint') return plain(sentences(hintTexts(session, reply.id)));
  const said = cardsOf(session, reply).flatMap(({ tone, title, texts }) => [
    ...(tone === 'right' ? [words.right] : []),
    title,
    ...texts,
  ]);
  const next = session.current;
  const isNext = next !== null && next !== reply.id && questions.has(next);
  const name = quantityName(session.assignment.graph, next ?? '');
  const mustPick = next === null && picks(session) && nextQuestion(session.review, null) !== null;
  if (mustPick) return plain(sentences([...said, words.pickNext]));
  const coming = isNext ? [words.nextQuestion(placeOf(session.review, next), name)] : [];
  return plain(sentences([...said, ...coming]));
}

/** How the questions stand, as the summary and the result count them. */
export function tally({ questions, find }: Review) {
  const all = [...questions.values()];
  const count = (fits: (of: QuestionReview) => boolean) => all.filter(fits).length;
  const isRight = ({ state }: QuestionReview) => state === 'right';
  return {
    atOnce: count((of) => isRight(of) && of.points === 1) + (find?.points === 1 ? 1 : 0),
    later: count((of) => isRight(of) && of.points < 1) + (find?.points === 0.5 ? 1 : 0),
    carried: all.filter(({ state }) => state === 'carried').map(({ question }) => question.id),
    shown: count(({ state }) => state === 'shown'),
    wrong: count(({ state }) => state === 'wrong'),
    closed: count(({ isClosed }) => isClosed) + (find?.isClosed ? 1 : 0),
  };
}

/** The sentence of the last hint, and the answer where it gives that. */
function hintTexts({ assignment, review }: Session, id: string): readonly Text[] {
  const of = id === bug ? review.find : review.questions.get(id);
  if (of === undefined || of.hints === 0) return [];
  const { text } = hint(assignment, review, id, of.hints);
  const seen = review.see(id);
  const isShown = of.hints === 3 && seen.as === 'number';
  return isShown ? [words.rightIs(quantityName(assignment.graph, id), seen.value)] : [text];
}

function foundCard({ review, assignment }: Session, id: string): Card {
  const name = quantityName(assignment.graph, id);
  const { find } = review;
  if (find?.isFound && find.points === 0) {
    // The search is over, but this was not it.
    const wrong = quantityName(assignment.graph, assignment.exercise.bug?.quantity ?? '');
    return { tone: 'wrong', title: words.notThisOne, texts: [words.wrongIs(wrong)] };
  }
  if (find?.isFound) {
    return { tone: 'right', title: words.found, texts: [words.foundText(name)] };
  }
  const seen = review.see(id);
  const texts = seen.as === 'number' ? [words.notWrong(name, seen.value)] : [];
  return { tone: 'wrong', title: words.notThisOne, texts };
}

function waitsCard(session: Session, { question, waitsFor }: QuestionReview): Card {
  const { assignment, review } = session;
  const names = waitsFor.map((id) => quantityName(assignment.graph, id));
  const isInOrder = assignment.exercise.order === 'given' && review.questions.has(waitsFor[0]);
  const text = isInOrder
    ? words.waitsInOrder(names[0])
    : words.waitsFor(quantityName(assignment.graph, question.id), names);
  const texts = isInOrder && mayChooseOrder(session) ? [text, words.orPick] : [text];
  return { tone: 'plain', title: words.notYet, texts: waitsFor[0] === bug ? [] : texts };
}

function wrongCards({ assignment }: Session, of: QuestionReview): readonly Card[] {
  const { mistakes } = of.attempts[of.attempts.length - 1];
  const tone = 'wrong';
  if (mistakes.length === 0) {
    const text = assignment.exercise.hints > 0 ? words.notRightText : words.notRightNoHint;
    return [{ tone, title: words.notRight, texts: [of.isClosed ? words.noneLeft : text] }];
  }
  return mistakes.map(({ title, text }) => ({ tone, title, texts: [text] }));
}

function withOwnNumber(session: Session, id: string): Text {
  const name = quantityName(session.assignment.graph, id);
  const own = session.review.questions.get(id)?.attempts.at(-1)?.value;
  return own === undefined ? name : words.rightIs(name, own);
}

function sentences(texts: readonly Text[]): Text {
  const end = (text: string, stop: string) => (/[.。?？!：:]$/.test(text) ? text : text + stop);
  return texts.reduce(
    (said, { en, 'zh-CN': zh }) => ({
      en: `${said.en} ${end(en, '.')}`.trim(),
      'zh-CN': `${said['zh-CN']}${end(zh, '。')}`,
    }),
    both(''),
  );
}
