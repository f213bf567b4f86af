import { useId, useRef } from 'react';
import { plain } from '../../formula/explain.ts';
import type { QuestionReview } from '../../practice/index.ts';
import buttons from '../fields/buttons.module.css';
import { Each } from '../fields/Each.tsx';
import { Prose } from '../fields/Prose.tsx';
import { Tex } from '../fields/Tex.tsx';
import { useSay } from '../i18n/say.ts';
import { AnswerField } from './AnswerField.tsx';
import cardStyles from './Cards.module.css';
import { Cards } from './Cards.tsx';
import { useWantedFocus } from './focus.ts';
import { HintButton, Hints } from './Hints.tsx';
import { instructionFor } from './instruction.ts';
import { kindNames, kindOf, questionName, questionTitle } from './naming.ts';
import parts from './parts.module.css';
import styles from './QuestionPanel.module.css';
import type { Card } from './replies.ts';
import { nextQuestion, placeOf, type Session } from './session.ts';
import { check, goOn } from './store.ts';
import { join, words } from './words.ts';

interface Props {
  session: Session;
  of: QuestionReview;
  /** What is said to the last answer. */
  cards: readonly Card[];
}

/** The question in hand: what to do, the answer, and what is said to it. */
export function QuestionPanel({ session, of, cards }: Props) {
  const say = useSay();
  const repliesId = useId();
  const { graph } = session.assignment;
  const { id } = of.question;
  return (
    <>
      <div>
        <p className={parts.kicker} data-kind={kindOf(id)}>
          {say(words.questionOf(placeOf(session.review, id), kindNames[kindOf(id)]))}
        </p>
        <h3 className={parts.title} aria-label={say(plain(questionName(graph, id)))}>
          <WithTex of={say(questionTitle(graph, id))} />
        </h3>
        <p className={parts.lead}>
          <Prose of={instructionFor(session, id)} />
        </p>
      </div>
      {!of.isClosed && (
        <div className={styles.answering}>
          <p className={parts.label}>
            <span>{say(words.yourAnswer)}</span>
            {of.attemptsLeft !== undefined && (
              <span>{say(words.attemptsLeft(of.attemptsLeft))}</span>
            )}
          </p>
          <AnswerField
            id={id}
            place="panel"
            label={join(words.yourAnswer, `: ${say(plain(questionName(graph, id)))}`)}
            placeholder={words.answerForms(of.question.shape)}
            describedBy={cards.length > 0 ? repliesId : undefined}
          />
        </div>
      )}
      <div id={repliesId} className={cardStyles.cards}>
        <Cards cards={cards} />
      </div>
      <Hints session={session} id={id} level={of.hints} />
      <div className={`${parts.actions} ${parts.atHand}`}>
        {of.isClosed ? (
          <GoOn session={session} />
        ) : (
          <button type="button" className={buttons.primary} onClick={() => check(id)}>
            {say(of.attempts.length > 0 ? words.checkAgain : words.check)}
          </button>
        )}
        <HintButton session={session} />
        {!of.isClosed && <Skip session={session} />}
      </div>
    </>
  );
}

/** A text in which TeX stands between dollar signs. */
function WithTex({ of }: { of: string }) {
  return <Each of={of.split('$')}>{(part, i) => (i % 2 === 1 ? <Tex of={part} /> : part)}</Each>;
}

/** On to the next question, or to the result; takes the focus, as there is no field. */
export function GoOn({ session }: { session: Session }) {
  const say = useSay();
  const button = useRef<HTMLButtonElement>(null);
  useWantedFocus(button);
  const isLast = nextQuestion(session.review, session.current) === null;
  return (
    <button ref={button} type="button" className={buttons.primary} onClick={goOn}>
      {say(isLast ? words.toResult : words.goOn)}
    </button>
  );
}

function Skip({ session }: { session: Session }) {
  const say = useSay();
  const next = nextQuestion(session.review, session.current);
  if (next === null || next === session.current) return null;
  return (
    <button type="button" className={parts.quiet} onClick={goOn}>
      {say(words.skip)}
    </button>
  );
}
