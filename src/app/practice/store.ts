import { create } from 'zustand';
import type { Graph } from '../../graph/index.ts';
import type { Text } from '../../ops/index.ts';
import { type Entry, exerciseOn, normalize, readAnswer, review } from '../../practice/index.ts';
import { currentGraph, useDocument } from '../store/document.ts';
import { notify, select } from '../store/view.ts';
import { contentOf } from './content.ts';
import { decimalComma } from './decimalComma.ts';
import { announcementOf } from './replies.ts';
import {
  type Beginning,
  bug,
  draftOf,
  isHalfDone,
  isSettled,
  nextHint,
  nextQuestion,
  picks,
  type Reply,
  rangesOf,
  type Session,
  secondsOf,
  sessionOf,
} from './session.ts';
import { words } from './words.ts';

/** Where a question has a field. */
export type Place = 'panel' | 'graph' | 'table';

interface PracticeState {
  readonly session: Session | null;
  /** The session left behind by an edit or another document; its graph brings it back. */
  readonly aside: Session | null;
  readonly isAuthoring: boolean;
  /** True while something other than the exercise of the file is looked for. */
  readonly choosesOther: boolean;
  /** Where the questions stand. */
  readonly place: 'graph' | 'table';
  /** Answers that were typed and not checked yet, by question. */
  readonly drafts: ReadonlyMap<string, string>;
  /** Why what was typed is no answer. */
  readonly refusal: { readonly id: string; readonly text: Text } | null;
  readonly reply: Reply | null;
  /** True once the right numbers are told, though questions are still open: there is no way back. */
  readonly tellsRight: boolean;
  /** Where the learner works: a question has a field in each of these places. */
  readonly worksIn: Place;
  /** True until the field of the question in hand, or what takes its place, has the focus. */
  readonly wantsFocus: boolean;
  /** What a screen reader is told, numbered so that the same thing twice is said twice. */
  readonly announcement: { readonly text: Text; readonly number: number } | null;
}

/** The practice on the page; everything about marks is derived from the session's entries. */
export const usePractice = create<PracticeState>()(() => ({
  session: null,
  aside: null,
  isAuthoring: false,
  choosesOther: false,
  place: 'graph',
  drafts: new Map(),
  refusal: null,
  reply: null,
  tellsRight: false,
  worksIn: 'panel',
  wantsFocus: false,
  announcement: null,
}));

/** Begins an exercise on the document, or goes on with one. */
export function begin(beginning: Beginning): void {
  const session = sessionOf(currentGraph(), beginning);
  const { aside } = usePractice.getState();
  usePractice.setState({
    ...fresh,
    session,
    aside: aside?.belongsTo === session.belongsTo ? null : aside,
    isAuthoring: false,
    place: session.isFinished ? 'table' : 'graph',
    // A result that was handed in is there to be read.
    tellsRight: session.isFinished,
    worksIn: 'panel',
    wantsFocus: true,
  });
  select([]);
}

/** Nothing typed, nothing replied, nothing told. */
const fresh = {
  drafts: new Map<string, string>(),
  refusal: null,
  reply: null,
  tellsRight: false,
};

/** Checks what was typed for a question. Text that cannot be read is no attempt. */
export function check(id: string): void {
  const { session, drafts } = usePractice.getState();
  const of = session?.review.questions.get(id);
  if (!session || of === undefined || of.isClosed) return;
  const typed = draftOf(drafts, of);
  const read = readAnswer(typed, { decimalComma });
  const { shape } = of.question;
  if (!read.ok) refuse(id, read.reason);
  else if (read.answer.shape.join() !== shape.join()) refuse(id, words.asksForShape(shape));
  else enter({ step: id, answer: normalize(typed, decimalComma) }, { kind: 'answer', id });
}

/** Takes over what is typed. */
export function type(id: string, text: string): void {
  usePractice.setState(({ drafts }) => ({
    drafts: new Map(drafts).set(id, text),
    refusal: null,
  }));
}

/** Asks for the next hint on the question in hand. */
export function askHint(): void {
  const { session } = usePractice.getState();
  if (!session?.current) return;
  const level = nextHint(session);
  if (level !== undefined)
    enter({ step: session.current, hint: level }, { kind: 'hint', id: session.current });
}

/** Points at the number that is held to be wrong; one that was tried is not tried again. */
export function point(id: string, worksIn: Place): void {
  const { session } = usePractice.getState();
  if (session?.current !== bug || session.review.find?.tries.includes(id)) return;
  usePractice.setState({ worksIn });
  enter({ found: id }, { kind: 'found', id });
}

/** Takes up a question, or says what it waits for. */
export function choose(id: string, worksIn: Place): void {
  const { session } = usePractice.getState();
  const of = session?.review.questions.get(id);
  if (!session || of === undefined) return;
  if (of.waitsFor.length > 0 && of.state === 'open') {
    const reply = { kind: 'waits', id } as const;
    usePractice.setState({ reply });
    announce(announcementOf(session, reply));
    return;
  }
  const reply = of.attempts.length > 0 ? ({ kind: 'answer', id } as const) : null;
  takeUp({ ...session, current: id }, reply, of.isClosed ? 'panel' : worksIn);
}

/** Leaves the question in hand and goes on to the next one that can be answered, or to the end. */
export function goOn(): void {
  const { session } = usePractice.getState();
  if (session === null) return;
  const next = nextQuestion(session.review, session.current);
  if (next === null) finish();
  else takeUp({ ...session, current: picks(session) ? null : next }, null);
}

/** Ends the exercise and shows the result. */
export function finish(): void {
  const { session } = usePractice.getState();
  if (session === null) return;
  const clock = { before: secondsOf(session), since: null };
  takeUp({ ...session, isFinished: true, clock }, null, 'panel');
  usePractice.setState({ place: 'table' });
}

/** Goes back from the result to the questions that are still open. */
export function resume(): void {
  const { session } = usePractice.getState();
  if (session === null) return;
  const current = nextQuestion(session.review, null);
  const clock = { before: secondsOf(session), since: Date.now() };
  takeUp({ ...session, isFinished: false, current, clock }, null);
  usePractice.setState({ place: 'graph' });
}

/** Ends the exercise and leads back to where it was begun. */
export function leave(): void {
  usePractice.setState(({ session }) => ({
    ...fresh,
    session: null,
    aside: null,
    isAuthoring: session?.isTrial ?? false,
    place: 'graph',
    wantsFocus: true,
  }));
}

/** Ends the exercise and leads to all that can be practised. */
export function practiseOther(): void {
  leave();
  usePractice.setState({ choosesOther: true });
}

/** Begins the same exercise anew, with the same numbers. */
export function again({ assignment, topic, learner, seed, isTrial }: Session): void {
  begin({ exercise: assignment.exercise, topic, learner, seed, isTrial });
}

/** Begins the same exercise anew, with the next numbers of its ranges. */
export function againWithNewNumbers(session: Session): void {
  const { topic, learner, seed = 0, assignment, isTrial } = session;
  const variants = { ranges: rangesOf(session) };
  const exercise = { ...assignment.exercise, variants };
  begin({ exercise, topic, learner, seed: seed + 1, isTrial });
}

/** Brings the focus into the panel: to the question in hand, or to the first control there. */
export function enterPanel(): void {
  usePractice.setState({ worksIn: 'panel', wantsFocus: true });
}

/** Turns to making an exercise of the document. */
export function startAuthoring(): void {
  leave();
  usePractice.setState({ isAuthoring: true, wantsFocus: true });
}

/**
 * Lets the learner pick the questions, in any order that the dependencies allow, or not. One that
 * is begun stays in hand.
 */
export function setFree(isFree: boolean): void {
  usePractice.setState(({ session, drafts }) => {
    if (session === null) return {};
    const exercise = { ...session.assignment.exercise, order: isFree ? 'free' : 'given' } as const;
    const assignment = { ...session.assignment, exercise };
    const reviewed = review(assignment, session.entries);
    const { current } = session;
    const of = reviewed.questions.get(current ?? '');
    const isBegun = drafts.has(current ?? '') || (of !== undefined && of.state !== 'open');
    const next = isFree && !isBegun ? null : (current ?? nextQuestion(reviewed, null));
    const after = { ...session, assignment, review: reviewed, current: next };
    return { session: after, reply: null };
  });
  if (isFree && usePractice.getState().session?.current === null) announce(words.pickNext);
}

/** Says something to a screen reader. */
function announce(text: Text): void {
  usePractice.setState(({ announcement }) => ({
    announcement: { text, number: (announcement?.number ?? 0) + 1 },
  }));
}

/**
 * Keeps the practice in step with the document: an exercise never goes on with other numbers than
 * it began with. What an edit leaves behind comes back when the edit is undone.
 */
export function follow(graph: Graph, recall?: () => Session | null): void {
  const { session, aside } = usePractice.getState();
  const recalled = session === null ? recall?.() : undefined;
  if (!session && !aside && !recalled) return;
  const content = contentOf(graph);
  if (session?.belongsTo === content) return;
  const known = aside?.belongsTo === content ? aside : recalled;
  if (known?.belongsTo === content) {
    usePractice.setState({ ...fresh, session: known, aside: null });
    return;
  }
  if (session === null) return;
  const hasWork = session.entries.length > 0;
  const afresh = hasWork && !session.isFinished ? startAfresh(graph, session) : null;
  const reply = afresh && ({ kind: 'restarted', id: null } as const);
  usePractice.setState({ ...fresh, session: afresh, aside: hasWork ? session : aside, reply });
  if (reply) announce(announcementOf(afresh, reply));
  else if (hasWork) notify(words.endedByChange);
}

/** The same exercise on an edited graph, from the start; null where it asks for nothing there. */
function startAfresh(graph: Graph, { topic, learner }: Session): Session | null {
  const exercise = topic === undefined ? graph.exercise : exerciseOn(graph, topic);
  if (exercise === undefined) return null;
  const session = sessionOf(graph, { exercise, topic, learner });
  return session.review.most > 0 ? session : null;
}

function enter(entry: Entry, reply: Reply): void {
  const { session, drafts } = usePractice.getState();
  if (session === null) return;
  const at = Math.round(secondsOf(session));
  const entries = [...session.entries, { ...entry, at }];
  const reviewed = review(session.assignment, entries);
  const answered = { ...session, entries, review: reviewed };
  const isDone = isSettled(answered, reply);
  const next = nextQuestion(reviewed, session.current);
  const following = picks(session) ? null : next;
  const current = isDone ? following : session.current;
  const after = { ...answered, current };
  const left = new Map(drafts);
  left.delete(reply.id ?? '');
  usePractice.setState({ drafts: left });
  const of = current === bug ? reviewed.find : reviewed.questions.get(current ?? '');
  const isClosed = of?.isClosed;
  takeUp(after, reply, isClosed ? 'panel' : undefined);
  // After a hint a learner goes on typing; where that calls up a keyboard on the screen, which
  // would cover the hint, or where there is no field, the focus stays on what was pressed.
  const hasField = current !== bug && !matchMedia('(hover: none)').matches;
  const staysPut =
    reply.kind === 'hint' ? !isClosed && !hasField : reply.kind === 'found' && !isDone;
  if (staysPut) usePractice.setState({ wantsFocus: false });
  if (isDone && next === null) finish();
  announce(announcementOf(after, reply));
}

/** Turns to a session's question in hand; its field gets the focus where the learner works. */
function takeUp(session: Session, reply: Reply | null, worksIn?: Place): void {
  usePractice.setState((state) => ({
    session,
    reply,
    refusal: null,
    worksIn: worksIn ?? state.worksIn,
    wantsFocus: true,
  }));
}

function refuse(id: string, text: Text): void {
  // What was said to the last answer is no reply to this.
  usePractice.setState({ refusal: { id, text }, reply: null, wantsFocus: true });
  announce(text);
}

useDocument.subscribe(({ graph, opened }, before) => {
  // Another document: what was worked on belongs to the one that was closed, and waits for it.
  if (opened !== before.opened && before.opened > 0) {
    const { session, aside } = usePractice.getState();
    const kept = isHalfDone(session) ? session : aside;
    leave();
    usePractice.setState({
      aside: kept,
      isAuthoring: false,
      choosesOther: false,
      wantsFocus: false,
    });
    const isElsewhere = kept !== null && kept.belongsTo !== contentOf(graph);
    if (isElsewhere && kept === session) notify(words.setAside, 'info', true);
  }
});
