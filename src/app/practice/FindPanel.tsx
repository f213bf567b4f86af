import { useRef } from 'react';
import { useSay } from '../i18n/say.ts';
import cardStyles from './Cards.module.css';
import { Cards } from './Cards.tsx';
import { useWantedFocus } from './focus.ts';
import { HintButton, Hints } from './Hints.tsx';
import parts from './parts.module.css';
import { GoOn } from './QuestionPanel.tsx';
import type { Card } from './replies.ts';
import { bug, placeOf, type Session } from './session.ts';
import { words } from './words.ts';

interface Props {
  session: Session;
  cards: readonly Card[];
}

/** The search for the one number that is wrong: it is pointed at on the canvas or in the table. */
export function FindPanel({ session, cards }: Props) {
  const say = useSay();
  const title = useRef<HTMLHeadingElement>(null);
  const isClosed = session.review.find?.isClosed;
  const tries = session.review.find?.tries.length ?? 0;
  const { attempts } = session.assignment.exercise;
  useWantedFocus(title, isClosed ? 'nowhere' : 'panel');
  return (
    <>
      <div>
        <p className={parts.kicker}>
          {say(words.questionOf(placeOf(session.review, bug), words.findKicker))}
        </p>
        <h3 ref={title} tabIndex={-1} className={parts.title}>
          {say(words.findTitle)}
        </h3>
        <p className={parts.lead}>{say(words.findLead)}</p>
        {attempts !== undefined && !isClosed && (
          <p className={parts.label}>{say(words.triesLeft(attempts - tries))}</p>
        )}
      </div>
      {cards.length > 0 && (
        <div className={cardStyles.cards}>
          <Cards cards={cards} />
        </div>
      )}
      <Hints session={session} id={bug} level={session.review.find?.hints ?? 0} />
      <div className={parts.actions}>
        {isClosed && <GoOn session={session} />}
        <HintButton session={session} />
      </div>
    </>
  );
}
