import { Circle, CornerDownRight, Lightbulb } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { plain } from '../../formula/explain.ts';
import { formatBriefly } from '../../formula/index.ts';
import { quantityName } from '../../practice/index.ts';
import { bringIntoView } from '../canvas/viewport.ts';
import { useSay } from '../i18n/say.ts';
import type { SlotProps } from '../store/lens.ts';
import answerField from './AnswerField.module.css';
import { AnswerField } from './AnswerField.tsx';
import { alone } from './alone.ts';
import { kindOf } from './naming.ts';
import styles from './PracticeSlot.module.css';
import { cardsOf } from './replies.ts';
import { replyInHand, type Session, untrueAs } from './session.ts';
import { choose, point, usePractice } from './store.ts';
import { join, words } from './words.ts';

/** What stands in the place of an asked number on the canvas: a blank, a field, or the answer. */
export function PracticeSlot({ quantity: id }: SlotProps) {
  const isCurrent = usePractice(({ session }) => session?.current === id && !session.isFinished);
  const isOpen = usePractice(({ session }) => {
    const of = session?.review.questions.get(id);
    return of !== undefined && !of.isClosed;
  });
  const searches = usePractice(({ session }) => session?.review.find?.isFound === false);
  return (
    <span className={styles.slot} data-kind={kindOf(id)}>
      {searches ? <Pick id={id} /> : isCurrent && isOpen ? <Field id={id} /> : <Answer id={id} />}
    </span>
  );
}

function useName(id: string) {
  const graph = usePractice(({ session }) => session?.assignment.graph);
  return plain(graph === undefined ? { en: id, 'zh-CN': id } : quantityName(graph, id));
}

/** The question in hand, answered where it stands; the reply in a word below it. */
function Field({ id }: { id: string }) {
  const say = useSay();
  const element = useRef<HTMLSpanElement>(null);
  const session = usePractice((state) => state.session);
  const last = usePractice((state) => state.reply);
  const drafts = usePractice((state) => state.drafts);
  const reply = session && replyInHand(session, last, drafts);
  const isAboutThis = reply?.kind === 'answer' && reply.id === id;
  const title = session && isAboutThis ? cardsOf(session, reply)[0]?.title : undefined;
  useEffect(() => {
    if (element.current) bringIntoView(element.current);
  }, []);
  return (
    <span ref={element} className={answerField.inPlace}>
      <AnswerField id={id} place="graph" label={useName(id)} />
      {title !== undefined && <Short key={say(title)} of={say(title)} />}
    </span>
  );
}

/** The reply in a few words below the field, moved so far that the edge of the canvas cuts none off. */
function Short({ of }: { of: string }) {
  const element = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const view = element.current?.closest('main')?.getBoundingClientRect();
    if (!element.current || view === undefined) return;
    const { left, right, width } = element.current.getBoundingClientRect();
    const zoom = width / element.current.offsetWidth || 1;
    const over = Math.max(0, view.left + margin - left) - Math.max(0, right - view.right + margin);
    element.current.style.marginLeft = `${over / zoom}px`;
  }, []);
  return (
    <span ref={element} className={answerField.short} aria-hidden="true">
      {of}
    </span>
  );
}

/** How near to the edge of the canvas a reply may come. */
const margin = 8;

/** A blank to be taken up, or the answer as it was judged. */
function Answer({ id }: { id: string }) {
  const say = useSay();
  const of = usePractice(({ session }) => session?.review.questions.get(id));
  const text = usePractice(({ session }) => shownAt(session, id)) ?? '?';
  const name = say(useName(id));
  const untrue = usePractice(({ session }) => session?.isFinished && untrueAs(session, id));
  if (of === undefined) return untrue ? <Untrue name={name} text={text} as={untrue} /> : null;
  const state = of.state === 'open' && of.waitsFor.length > 0 ? 'later' : of.state;
  const verdict = say(of.state === 'open' ? words.open : words[of.state]);
  return (
    <button
      type="button"
      className={styles.answer}
      data-state={state}
      aria-label={of.state === 'open' ? `${name}: ${verdict}` : `${name} = ${text}: ${verdict}`}
      title={verdict}
      onClick={alone(() => choose(id, 'graph'))}
    >
      <span data-role={of.state === 'open' ? undefined : roles[kindOf(id)]}>{text}</span>
      <Tick state={of.state} />
    </button>
  );
}

/** A number nobody was asked for, made of answers that were not right. */
function Untrue({ name, text, as }: { name: string; text: string; as: 'carried' | 'wrong' }) {
  const say = useSay();
  return (
    <span className={styles.answer} data-state={as} title={say(words[as])}>
      <span>{text}</span>
      <Tick state={as} />
      <span className="visually-hidden">{`${name}: ${say(words[as])}`}</span>
    </span>
  );
}

/** What the numbers of each kind are on the canvas. */
const roles: Readonly<Record<string, string>> = {
  value: 'value',
  gradient: 'gradient',
  contribution: 'gradient',
  local: 'local',
};

/** The number that stands in the place of a quantity, or was last answered for it. */
function shownAt(session: Session | null, id: string): string | undefined {
  const seen = session?.review.see(id);
  const last = session?.review.questions.get(id)?.attempts.at(-1)?.value;
  const number = seen?.as === 'number' ? seen.value : last;
  return number === undefined ? undefined : formatBriefly(number);
}

/** A sign for how an answer was judged: never the colour alone says it. */
export function Tick({ state }: { state: string }) {
  if (state === 'right') return <span aria-hidden="true">✓</span>;
  if (state === 'carried')
    return <CornerDownRight size={12} strokeWidth={2.6} aria-hidden="true" />;
  if (state === 'shown') return <Lightbulb size={12} aria-hidden="true" />;
  if (state === 'wrong') return <span aria-hidden="true">✗</span>;
  return null;
}

/** A number that may be the wrong one. */
function Pick({ id }: { id: string }) {
  const say = useSay();
  const text = usePractice(({ session }) => shownAt(session, id));
  const isTried = usePractice(({ session }) => session?.review.find?.tries.includes(id) ?? false);
  const name = say(useName(id));
  if (text === undefined) return null;
  const verdict = isTried ? `: ${say(words.notThisOne)}` : '';
  return (
    <button
      type="button"
      className={styles.pick}
      aria-disabled={isTried}
      aria-label={`${name} = ${text}${verdict}`}
      title={say(join(words.tablePick, verdict))}
      onClick={alone(() => point(id, 'graph'))}
    >
      <span data-role={roles[kindOf(id)]}>{text}</span>
      {isTried && <Circle size={9} aria-hidden="true" />}
    </button>
  );
}
