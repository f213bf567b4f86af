import { useEffect } from 'react';
import { parseQuantity } from '../../graph/index.ts';
import { revealUndrawn } from '../canvas/viewport.ts';
import { useSay } from '../i18n/say.ts';
import { setLens } from '../store/lens.ts';
import cardStyles from './Cards.module.css';
import { Cards } from './Cards.tsx';
import { FindPanel } from './FindPanel.tsx';
import { PickPanel } from './PickPanel.tsx';
import parts from './parts.module.css';
import { practiceLens } from './practiceLens.ts';
import { GoOn, QuestionPanel } from './QuestionPanel.tsx';
import { ResultPanel } from './ResultPanel.tsx';
import { cardsOf } from './replies.ts';
import { SoFar } from './SoFar.tsx';
import { bug, nextQuestion, questionOf, replyInHand } from './session.ts';
import { usePractice } from './store.ts';
import { words } from './words.ts';

/** The exercise that is worked on: the question in hand, or the result. */
export function WorkPanel() {
  const session = usePractice((state) => state.session);
  const last = usePractice((state) => state.reply);
  const drafts = usePractice((state) => state.drafts);
  const reply = session && replyInHand(session, last, drafts);
  const about = reply?.kind === 'answer' ? reply.id : null;
  useEffect(() => setLens(session && practiceLens(session, about)), [session, about]);
  useEffect(() => () => setLens(null), []);
  const current = session?.current ?? null;
  useEffect(() => {
    const quantity = current === null ? undefined : parseQuantity(current);
    if (quantity === undefined) return;
    revealUndrawn('node' in quantity ? [quantity.node] : [quantity.source, quantity.target]);
  }, [current]);
  if (session === null) return null;
  if (session.isFinished) return <ResultPanel session={session} />;
  const of = questionOf(session);
  const isAboutThis = of !== undefined && reply?.id === session.current;
  const cards = reply === null ? [] : cardsOf(session, reply);
  const others = last === null || last.id === session.current ? [] : cardsOf(session, last);
  return (
    <>
      {session.current !== bug && others.length > 0 && (
        <div className={cardStyles.cards}>
          <Cards cards={others} />
        </div>
      )}
      {session.current === bug && <FindPanel session={session} cards={cards} />}
      {of && <QuestionPanel session={session} of={of} cards={isAboutThis ? cards : []} />}
      {session.current === null &&
        (nextQuestion(session.review, null) === null ? (
          <NothingLeft />
        ) : (
          <PickPanel session={session} />
        ))}
      <SoFar session={session} />
    </>
  );
}

/** All that can be answered has been; the result is one step away. */
function NothingLeft() {
  const say = useSay();
  const session = usePractice((state) => state.session);
  return (
    <>
      <h3 className={parts.title}>{say(words.allAnswered)}</h3>
      <div className={parts.actions}>{session && <GoOn session={session} />}</div>
    </>
  );
}
