import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { localize } from '../../graph/index.ts';
import buttons from '../fields/buttons.module.css';
import { useSay } from '../i18n/say.ts';
import { useView } from '../store/view.ts';
import '../worksheet/print.css';
import { useWantedFocus } from './focus.ts';
import parts from './parts.module.css';
import styles from './ResultPanel.module.css';
import { ResultTable } from './ResultTable.tsx';
import { SoFar } from './SoFar.tsx';
import { saveResult } from './saveResult.ts';
import { leavesOpen, rangesOf, type Session, secondsOf } from './session.ts';
import { again, againWithNewNumbers, practiseOther, resume, usePractice } from './store.ts';
import { words } from './words.ts';

/** How it went, and what can be done with the result. */
export function ResultPanel({ session }: { session: Session }) {
  const say = useSay();
  const title = useRef<HTMLHeadingElement>(null);
  useWantedFocus(title);
  const { review, learner } = session;
  const [isPrinting, print] = usePrinting();
  const tellsRight = usePractice((state) => state.tellsRight);
  const isOpen = leavesOpen(session) && !tellsRight;
  const varies = Object.keys(rangesOf(session)).length > 0;
  return (
    <>
      <div>
        <p className={parts.kicker}>{say(words.result)}</p>
        <h3 ref={title} tabIndex={-1} className={parts.title}>
          {say(words.score(review.score, review.most))}
        </h3>
        <p className={parts.lead}>{say(words.time(words.duration(secondsOf(session))))}</p>
        <p className={parts.lead}>{say(words.scoring)}</p>
      </div>
      <SoFar session={session} title={words.inAll} />
      {isOpen && (
        <div className={parts.actions}>
          <button type="button" className={buttons.primary} onClick={resume}>
            {say(words.backToQuestions)}
          </button>
          <button
            type="button"
            className={buttons.secondary}
            title={say(words.showRightText)}
            onClick={() => usePractice.setState({ tellsRight: true, wantsFocus: true })}
          >
            {say(words.showRight)}
          </button>
        </div>
      )}
      <label className={styles.named}>
        <span>{say(words.learner)}</span>
        <input
          value={learner}
          autoComplete="name"
          maxLength={80}
          onChange={({ target }) =>
            usePractice.setState({ session: { ...session, learner: target.value } })
          }
        />
      </label>
      <div className={parts.actions}>
        <button type="button" className={buttons.secondary} onClick={() => saveResult(session)}>
          {say(words.save)}
        </button>
        <button type="button" className={buttons.secondary} onClick={print}>
          {say(words.print)}
        </button>
      </div>
      <div className={parts.links}>
        <button type="button" onClick={() => again(session)}>
          {say(words.again)}
        </button>
        {varies && (
          <button type="button" onClick={() => againWithNewNumbers(session)}>
            {say(words.newNumbers)}
          </button>
        )}
        {!session.isTrial && (
          <button type="button" onClick={practiseOther}>
            {say(words.another)}
          </button>
        )}
      </div>
      {isPrinting && createPortal(<Paper session={session} />, document.body)}
    </>
  );
}

/** Whether the result is on its way to the printer, and the way to send it there. */
function usePrinting(): [boolean, () => void] {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    if (!isPrinting) return;
    const stop = () => setPrinting(false);
    window.addEventListener('afterprint', stop);
    window.print();
    return () => window.removeEventListener('afterprint', stop);
  }, [isPrinting]);
  return [isPrinting, () => setPrinting(true)];
}

/** The result as it is printed; on the screen it is not seen. */
function Paper({ session }: { session: Session }) {
  const say = useSay();
  const language = useView((view) => view.language);
  const { review, assignment, learner } = session;
  return (
    <div className={`${styles.paper} print`} aria-hidden="true">
      <h1>{localize(assignment.graph.title, language) || say(words.untitled)}</h1>
      <p>
        {learner !== '' && `${learner} · `}
        {say(words.score(review.score, review.most))} ·{' '}
        {say(words.time(words.duration(secondsOf(session))))} ·{' '}
        {new Date().toLocaleDateString(language)}
      </p>
      <ResultTable session={session} />
    </div>
  );
}
