import { type ReactNode, useId } from 'react';
import { plain } from '../../formula/explain.ts';
import { formatTensor } from '../../formula/index.ts';
import { working } from '../../formula/working.ts';
import { findNode, type GraphNode } from '../../graph/index.ts';
import { type QuestionReview, quantityName } from '../../practice/index.ts';
import buttons from '../fields/buttons.module.css';
import { Prose } from '../fields/Prose.tsx';
import { Scrolling } from '../fields/Scrolling.tsx';
import { Tex } from '../fields/Tex.tsx';
import { useSay } from '../i18n/say.ts';
import { AnswerField } from './AnswerField.tsx';
import { Cell } from './Cell.tsx';
import { instructionFor, knownInputs } from './instruction.ts';
import { Tick } from './PracticeSlot.tsx';
import parts from './parts.module.css';
import { ResultTable } from './ResultTable.tsx';
import { cardsOf } from './replies.ts';
import { bug, isWorkedOut, placeOf, type Session, untrueAs } from './session.ts';
import { choose, point, usePractice } from './store.ts';
import { Table } from './Table.tsx';
import styles from './table.module.css';
import { comma, words } from './words.ts';

/** The exercise as a table: all that can be done on the graph can be done here. */
export function PracticeTable() {
  const session = usePractice((state) => state.session);
  if (session === null) return null;
  return (
    <Scrolling className={styles.sheet}>
      {session.isFinished ? (
        <ResultTable session={session} />
      ) : session.current === bug ? (
        <FindTable session={session} />
      ) : (
        <QuestionTable session={session} />
      )}
      <GraphTable session={session} />
    </Scrolling>
  );
}

function QuestionTable({ session }: { session: Session }) {
  return (
    <Table
      caption={words.tableCaption}
      columns={[
        words.columnNumber,
        words.columnAsked,
        words.columnHow,
        words.columnAnswer,
        words.columnVerdict,
      ]}
    >
      {[...session.review.questions.values()].map((of) => (
        <QuestionRow key={of.question.id} session={session} of={of} />
      ))}
    </Table>
  );
}

interface RowProps {
  session: Session;
  of: QuestionReview;
}

function QuestionRow({ session, of }: RowProps) {
  const say = useSay();
  const verdictId = useId();
  const { id } = of.question;
  const name = quantityName(session.assignment.graph, id);
  const isCurrent = session.current === id;
  const isLater = of.state === 'open' && of.waitsFor.length > 0;
  const last = of.attempts.at(-1);
  return (
    <tr data-question={id} aria-current={isCurrent || undefined}>
      <td>{placeOf(session.review, id).number}</td>
      <Asked session={session} id={id} />
      <Cell of={words.columnAnswer} className={styles.answerCell}>
        {of.isClosed ? (
          <span className={styles.number}>{shownAnswer(session, of)}</span>
        ) : isLater ? (
          <Later session={session} id={id} />
        ) : (
          <AnswerField id={id} place="table" label={plain(name)} describedBy={verdictId} />
        )}
      </Cell>
      <Cell of={words.columnVerdict} id={verdictId} className={styles.verdict} state={of.state}>
        {last !== undefined || of.isClosed ? (
          <>
            <Tick state={of.state} /> {say(words[of.state])}
          </>
        ) : null}
        {last && last.verdict !== 'right' && of.state !== 'shown' && (
          <Said session={session} id={id} />
        )}
      </Cell>
    </tr>
  );
}

/** The whole reply to the last answer, in the row it belongs to. */
function Said({ session, id }: { session: Session; id: string }) {
  const cards = cardsOf(session, { kind: 'answer', id });
  return cards.map(({ title, texts }) => (
    <p key={title.en}>
      <b>
        <Prose of={title} />
      </b>{' '}
      {texts.map((text) => (
        <Prose key={text.en} of={text} />
      ))}
    </p>
  ));
}

/** What is asked for, and how to come to it. */
function Asked({ session, id }: { session: Session; id: string }) {
  return (
    <>
      <th scope="row">
        <Prose of={quantityName(session.assignment.graph, id)} />
      </th>
      <td className={styles.how}>
        <Prose of={instructionFor(session, id)} />
        <Known session={session} id={id} />
      </td>
    </>
  );
}

/** The numbers there are to work with. */
function Known({ session, id }: { session: Session; id: string }) {
  const say = useSay();
  const known = knownInputs(session, id);
  if (known.length === 0) return null;
  return (
    <small className={styles.known}>
      {known.map((text, i) => (
        <span key={text.en}>
          {i > 0 && say(comma)}
          <Prose of={text} />
        </span>
      ))}
    </small>
  );
}

/** A question whose turn has not come says so, and for what it waits when asked. */
function Later({ session, id }: { session: Session; id: string }) {
  const say = useSay();
  const name = say(plain(quantityName(session.assignment.graph, id)));
  return (
    <button
      type="button"
      className={`${parts.quiet} ${styles.small}`}
      aria-label={`${name}: ${say(words.comesLater)}`}
      onClick={() => choose(id, 'table')}
    >
      {say(words.comesLater)}
    </button>
  );
}

function shownAnswer({ review }: Session, { question, attempts }: QuestionReview): string {
  const seen = review.see(question.id);
  if (seen.as === 'number') return formatTensor(seen.value);
  return attempts.at(-1)?.text ?? '–';
}

/** All numbers that may be the wrong one, each with a button that points at it. */
function FindTable({ session }: { session: Session }) {
  const say = useSay();
  const { review, assignment } = session;
  const ids = [...assignment.recipes.keys()].flatMap((id) => {
    const seen = isWorkedOut(assignment, id) ? review.see(id) : undefined;
    return seen?.as === 'number' ? [{ id, value: seen.value }] : [];
  });
  return (
    <Table
      caption={words.findCaption}
      columns={[words.columnAsked, words.columnHow, words.columnNumberShown, words.columnVerdict]}
    >
      {ids.map(({ id, value }) => {
        const name = quantityName(assignment.graph, id);
        const isTried = review.find?.tries.includes(id);
        return (
          <tr key={id} data-question={id}>
            <Asked session={session} id={id} />
            <Cell of={words.columnNumberShown} className={styles.number}>
              {formatTensor(value)}
            </Cell>
            <td>
              <button
                type="button"
                className={buttons.secondary}
                aria-disabled={isTried}
                aria-label={`${say(plain(name))}: ${say(isTried ? words.notThisOne : words.tablePick)}`}
                onClick={() => point(id, 'table')}
              >
                {say(isTried ? words.notThisOne : words.tablePick)}
              </button>
            </td>
          </tr>
        );
      })}
    </Table>
  );
}

/** The graph itself: how each node is made, and the numbers on it as far as they are seen. */
function GraphTable({ session }: { session: Session }) {
  const { graph } = session.assignment;
  return (
    <Table
      caption={words.graphCaption}
      columns={[words.columnNode, words.columnFormula, words.columnValue, words.columnGradient]}
    >
      {graph.nodes
        .filter((node) => node.op !== 'constant')
        .map((node) => (
          <tr key={node.id}>
            <th scope="row">
              <Prose of={quantityName(graph, `value:${node.id}`)} />
            </th>
            <Cell of={words.columnFormula}>
              <Formula session={session} node={node} />
            </Cell>
            <Cell of={words.columnValue} className={styles.number} kind="value">
              <SeenNumber session={session} id={`value:${node.id}`} />
            </Cell>
            <Cell of={words.columnGradient} className={styles.number} kind="gradient">
              <SeenNumber session={session} id={`gradient:${node.id}`} />
            </Cell>
          </tr>
        ))}
    </Table>
  );
}

function Formula({ session, node }: { session: Session; node: GraphNode }): ReactNode {
  const { graph } = session.assignment;
  const worked = working(graph, `value:${node.id}`, () => undefined);
  if (worked === undefined || findNode(graph, node.id)?.inputs === undefined) return null;
  return <Tex of={worked.rule} />;
}

/** A number on the graph; one that is not the true one is marked and says so. */
function SeenNumber({ session, id }: { session: Session; id: string }) {
  const seen = session.review.see(id);
  const untrue = untrueAs(session, id);
  if (seen.as !== 'number') {
    const typed = session.isFinished && session.review.questions.get(id)?.attempts.at(-1)?.text;
    if (!typed) return seen.as === 'blank' ? '?' : '–';
    return <Untrue as={untrue ?? 'wrong'}>{typed}</Untrue>;
  }
  const number = formatTensor(seen.value);
  return untrue === undefined ? number : <Untrue as={untrue}>{number}</Untrue>;
}

function Untrue({ as, children }: { as: 'carried' | 'wrong'; children: string }) {
  const say = useSay();
  return (
    <span className={styles.untrue} data-state={as}>
      <span>{children}</span> <Tick state={as} />
      <span className="visually-hidden"> {say(words[as])}</span>
    </span>
  );
}
