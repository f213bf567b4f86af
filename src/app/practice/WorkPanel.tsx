import { useEffect } from 'react';
import { useSay } from '../i18n/say.ts';
import { setLens } from '../store/lens.ts';
import { Cards } from './Cards.tsx';
import { FindPanel } from './FindPanel.tsx';
import styles from './practice.module.css';
import { practiceLens } from './practiceLens.ts';
import { GoOn, QuestionPanel } from './QuestionPanel.tsx';
import { ResultPanel } from './ResultPanel.tsx';
import { cardsOf } from './replies.ts';
import { SoFar } from './SoFar.tsx';
import { bug, questionOf } from './session.ts';
import { usePractice } from './store.ts';
import { words } from './words.ts';

/** The exercise that is worked on: the question in hand, or the result. */
export function WorkPanel() {
  const session = usePractice((state) => state.session);
  const reply = usePractice((state) => state.reply);
  useEffect(() => setLens(session && practiceLens(session, reply)), [session, reply]);
  useEffect(() => () => setLens(null), []);
  if (session === null) return null;
  if (session.isFinished) return <ResultPanel session={session} />;
  const cards = reply === null ? [] : cardsOf(session, reply);
  const of = questionOf(session);
  const isAboutThis = of !== undefined && reply?.id === session.current;
  return (
    <>
      {!isAboutThis && session.current !== bug && cards.length > 0 && (
        <div className={styles.cards}>
          <Cards cards={cards} />
        </div>
      )}
      {session.current === bug && <FindPanel session={session} cards={cards} />}
      {of && <QuestionPanel session={session} of={of} cards={isAboutThis ? cards : []} />}
      {session.current === null && <NothingLeft />}
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
      <h3 className={styles.title}>{say(words.allAnswered)}</h3>
      <div className={styles.actions}>{session && <GoOn session={session} />}</div>
    </>
  );
}
