import { quantityName } from '../../practice/index.ts';
import { Prose } from '../fields/Prose.tsx';
import { useSay } from '../i18n/say.ts';
import { Tick } from './PracticeSlot.tsx';
import styles from './practice.module.css';
import type { Session } from './session.ts';
import { words } from './words.ts';

/** How every question went, in a table. */
export function ResultTable({ session }: { session: Session }) {
  const say = useSay();
  const { review, assignment } = session;
  const name = (id: string) => quantityName(assignment.graph, id);
  const { find } = review;
  return (
    <table className={styles.table}>
      <caption>{say(words.resultCaption)}</caption>
      <thead>
        <tr>
          <th scope="col">{say(words.columnNumber)}</th>
          <th scope="col">{say(words.columnAsked)}</th>
          <th scope="col">{say(words.firstAnswer)}</th>
          <th scope="col">{say(words.columnVerdict)}</th>
          <th scope="col">{say(words.attempts)}</th>
          <th scope="col">{say(words.hints)}</th>
          <th scope="col">{say(words.mistakes)}</th>
          <th scope="col">{say(words.points)}</th>
        </tr>
      </thead>
      <tbody>
        {find && (
          <tr>
            <td />
            <th scope="row">{say(words.findTitle)}</th>
            <td>{find.tries[0] === undefined ? '–' : <Prose of={name(find.tries[0])} />}</td>
            <td>{say(find.isFound ? words.found : words.open)}</td>
            <td>{find.tries.length}</td>
            <td>{find.hints}</td>
            <td />
            <td>{find.points}</td>
          </tr>
        )}
        {[...review.questions.values()].map((of, i) => {
          const titles = of.attempts.flatMap(({ mistakes: [first] }) =>
            first ? [first.title] : [],
          );
          return (
            <tr key={of.question.id}>
              <td>{i + 1}</td>
              <th scope="row">
                <Prose of={name(of.question.id)} />
              </th>
              <td className={styles.number}>{of.attempts[0]?.text ?? '–'}</td>
              <td className={styles.verdict} data-state={of.state}>
                <Tick state={of.state} /> {say(words[of.state])}
              </td>
              <td>{of.attempts.length}</td>
              <td>{of.hints}</td>
              <td>{[...new Set(titles.map(say))].join(', ')}</td>
              <td>{of.points}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
