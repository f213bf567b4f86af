import type { Text } from '../../ops/index.ts';
import { quantityName } from '../../practice/index.ts';
import { Prose } from '../fields/Prose.tsx';
import { useSay } from '../i18n/say.ts';
import parts from './parts.module.css';
import { tally } from './replies.ts';
import styles from './SoFar.module.css';
import { carriedFrom, type Session } from './session.ts';
import { words } from './words.ts';

/** How the answers so far were judged; each line has its own colour and says it in words. */
export function SoFar({ session, title = words.soFar }: { session: Session; title?: Text }) {
  const say = useSay();
  const { atOnce, later, carried, shown, wrong } = tally(session.review);
  const sources = [...new Set(carried.flatMap((id) => carriedFrom(session, id)))].map((id) =>
    quantityName(session.assignment.graph, id),
  );
  const lines = [
    { as: 'right', count: atOnce, text: words.rightAtOnce(atOnce) },
    { as: 'later', count: later, text: words.rightLater(later) },
    { as: 'carried', count: carried.length, text: words.carriedCount(carried.length, sources) },
    { as: 'wrong', count: wrong, text: words.wrongCount(wrong) },
    { as: 'shown', count: shown, text: words.shownCount(shown) },
  ].filter(({ count }) => count > 0);
  if (lines.length === 0) return null;
  return (
    <section>
      <h4 className={parts.heading}>{say(title)}</h4>
      <ul className={styles.tally}>
        {lines.map(({ as, text }) => (
          <li key={as} data-as={as}>
            <span>
              <Prose of={text} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
