import type { ReactNode } from 'react';
import { working } from '../../formula/working.ts';
import { localize } from '../../graph/index.ts';
import { type Question, quantityName, slipAt, tensorIn } from '../../practice/index.ts';
import { Prose } from '../fields/Prose.tsx';
import { Tex } from '../fields/Tex.tsx';
import { useSay } from '../i18n/say.ts';
import { useView } from '../store/view.ts';
import { Picture } from './Picture.tsx';
import type { Sheet } from './sheet.ts';
import { words } from './words.ts';
import styles from './worksheet.module.css';

/** The sizes of paper there are. */
export const papers = ['a4', 'letter'] as const;
export type PaperSize = (typeof papers)[number];

interface PaperProps {
  sheet: Sheet;
  size: PaperSize;
  hasKey: boolean;
}

/** A worksheet and, on a page of its own, its key. */
export function Paper({ sheet, size, hasKey }: PaperProps) {
  return (
    <div className={styles.paper} data-paper={size}>
      <section className={styles.page}>
        <Heading sheet={sheet} />
        <Drawing sheet={sheet} isKey={false} />
        <Answers sheet={sheet} />
      </section>
      {hasKey && (
        <section className={styles.page}>
          <KeyHeading sheet={sheet} />
          <Drawing sheet={sheet} isKey />
          {sheet.isHunt && <Bug sheet={sheet} />}
          <Key sheet={sheet} />
        </section>
      )}
    </div>
  );
}

function Drawing({ sheet, isKey }: { sheet: Sheet; isKey: boolean }) {
  const say = useSay();
  return (
    <Picture
      sheet={sheet}
      mark={isKey ? sheet.onKey : sheet.onSheet}
      label={say(isKey ? words.pictureKey : words.picture)}
    />
  );
}

function useTitle({ assignment }: Sheet): string {
  const language = useView((view) => view.language);
  return localize(assignment.graph.title, language);
}

function Heading({ sheet }: { sheet: Sheet }) {
  const say = useSay();
  const language = useView((view) => view.language);
  const { exercise, questions } = sheet.assignment;
  const own = localize(exercise.instructions, language);
  const most = questions.length + (sheet.isHunt ? 1 : 0);
  return (
    <header className={styles.heading}>
      <div className={styles.line}>
        <h1>{useTitle(sheet)}</h1>
        <p className={styles.who}>
          <Fill label={say(words.name)} />
          <Fill label={say(words.date)} />
          <span>
            {say(words.points)} <span className={styles.short} /> / {most}
          </span>
        </p>
      </div>
      {own !== '' && <p>{own}</p>}
      <p>{say(sheet.isHunt ? words.hunt : words.task)}</p>
    </header>
  );
}

function KeyHeading({ sheet }: { sheet: Sheet }) {
  const say = useSay();
  return (
    <header className={styles.heading}>
      <h1>
        {say(words.key)} · {useTitle(sheet)}
      </h1>
    </header>
  );
}

/** A line to write on. */
function Fill({ label }: { label: string }) {
  return (
    <span>
      {label} <span className={styles.rule} />
    </span>
  );
}

function Answers({ sheet }: { sheet: Sheet }) {
  const say = useSay();
  const { questions } = sheet.assignment;
  if (sheet.isHunt) {
    return (
      <div className={styles.hunt}>
        <Fill label={say(words.wrongNumber)} />
        <Fill label={say(words.rightNumber)} />
      </div>
    );
  }
  return (
    <ol className={styles.answers} aria-label={say(words.answers)}>
      {questions.map((question, i) => (
        <Row key={question.id} sheet={sheet} question={question} number={i + 1}>
          <span className={styles.rule} />
        </Row>
      ))}
    </ol>
  );
}

/** Which number is wrong on the sheet, and by which mistake. */
function Bug({ sheet }: { sheet: Sheet }) {
  const say = useSay();
  const { assignment } = sheet;
  const { bug } = assignment.exercise;
  const slip = bug && slipAt(assignment, bug.quantity, bug.mistake);
  if (bug === undefined || slip === undefined) return null;
  return (
    <p>
      {say(words.wrongNumber)} <Prose of={quantityName(assignment.graph, bug.quantity)} />
      {' · '}
      {say(words.mistake)}: <Prose of={slip.text} />
    </p>
  );
}

function Key({ sheet }: { sheet: Sheet }) {
  const say = useSay();
  const { assignment } = sheet;
  const numbers = (id: string) => tensorIn(assignment, assignment.truth, id);
  return (
    <ol className={styles.key} aria-label={say(words.key)}>
      {assignment.questions.map(({ id }, i) => {
        const worked = working(assignment.graph, id, numbers);
        return (
          <li key={id}>
            <span className={styles.number}>{i + 1}</span>
            {worked && (
              <Tex of={`${worked.rule} = ${worked.numbers} = \\mathbf{${worked.result}}`} />
            )}
          </li>
        );
      })}
    </ol>
  );
}

interface RowProps {
  sheet: Sheet;
  question: Question;
  number: number;
  children: ReactNode;
}

function Row({ sheet, question, number, children }: RowProps) {
  return (
    <li>
      <span className={styles.number}>{number}</span>
      <span>
        <Prose of={quantityName(sheet.assignment.graph, question.id)} /> =
      </span>
      {children}
    </li>
  );
}
