import { type QuestionReview, quantityName } from '../../practice/index.ts';
import { Prose } from '../fields/Prose.tsx';
import { useSay } from '../i18n/say.ts';
import { Cell } from './Cell.tsx';
import { Tick } from './PracticeSlot.tsx';
import { bug, leavesOpen, placeOf, rightNumber, type Session, untrueAs } from './session.ts';
import { usePractice } from './store.ts';
import { Table } from './Table.tsx';
import styles from './table.module.css';
import { listComma, words } from './words.ts';

/** How every question went, in a table. */
export function ResultTable({ session }: { session: Session }) {
  const say = useSay();
  const { review, assignment } = session;
  const name = (id: string) => quantityName(assignment.graph, id);
  const { find } = review;
  return (
    <Table
      caption={words.resultCaption}
      columns={[
        words.columnNumber,
        words.columnAsked,
        words.firstAnswer,
        words.columnOutcome,
        words.attempts,
        words.hints,
        words.mistakes,
        words.points,
      ]}
    >
      {find && (
        <tr>
          <td>{placeOf(review, bug).number}</td>
          <th scope="row">{say(words.findTitle)}</th>
          <Cell of={words.firstAnswer}>
            {find.tries[0] === undefined ? '–' : <Prose of={name(find.tries[0])} />}
          </Cell>
          <Cell of={words.columnOutcome}>
            {say(find.points > 0 ? words.found : find.isClosed ? words.shown : words.open)}
          </Cell>
          <Cell of={words.attempts} className={styles.brief}>
            {find.tries.length}
          </Cell>
          <Cell of={words.hints} className={styles.brief}>
            {find.hints}
          </Cell>
          <td />
          <Cell of={words.points} className={styles.brief}>
            {find.points}
          </Cell>
        </tr>
      )}
      {[...review.questions.values()].map((of) => (
        <ResultRow key={of.question.id} session={session} of={of} />
      ))}
    </Table>
  );
}

interface RowProps {
  session: Session;
  of: QuestionReview;
}

/** One question: the first answer with the verdict on it, then how it ended. */
function ResultRow({ session, of }: RowProps) {
  const say = useSay();
  const { id } = of.question;
  const [first] = of.attempts;
  const titles = of.attempts.flatMap(({ mistakes: [mistake] }) => (mistake ? [mistake.title] : []));
  return (
    <tr data-question={id}>
      <td>{placeOf(session.review, id).number}</td>
      <th scope="row">
        <Prose of={quantityName(session.assignment.graph, id)} />
      </th>
      <Cell of={words.firstAnswer} className={styles.verdict} state={first?.verdict}>
        {first === undefined ? (
          '–'
        ) : (
          <>
            <b className={styles.number}>{first.text}</b> <Tick state={first.verdict} />
            <span className="visually-hidden"> {say(words[first.verdict])}</span>
          </>
        )}
      </Cell>
      <Cell of={words.columnOutcome} className={styles.verdict} state={of.state}>
        <Outcome session={session} of={of} />
      </Cell>
      <Cell of={words.attempts} className={styles.brief}>
        {of.attempts.length}
      </Cell>
      <Cell of={words.hints} className={styles.brief}>
        {of.hints}
      </Cell>
      <Cell of={words.mistakes}>{[...new Set(titles.map(say))].join(say(listComma))}</Cell>
      <Cell of={words.points} className={styles.brief}>
        {of.points}
      </Cell>
    </tr>
  );
}

/** The last answer where it is another than the first, how it was judged, and the right number. */
function Outcome({ session, of }: RowProps) {
  const say = useSay();
  const isTold = usePractice((state) => state.tellsRight) || !leavesOpen(session);
  const { id } = of.question;
  const last = of.attempts.length > 1 && of.state !== 'shown' ? of.attempts.at(-1) : undefined;
  const lacksRight = of.state === 'shown' || of.state === 'open' || untrueAs(session, id);
  return (
    <>
      {last && <b className={styles.number}>{last.text} </b>}
      <Tick state={of.state} /> {say(words[of.state])}
      {isTold && lacksRight && (
        <p data-role="right-number">{say(words.rightNumber(rightNumber(session, id)))}</p>
      )}
    </>
  );
}
