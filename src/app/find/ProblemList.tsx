import { CircleAlert } from 'lucide-react';
import { problemText } from '../../graph/index.ts';
import { useNumbers } from '../appearance/numbers.ts';
import { Name } from '../fields/Name.tsx';
import { useSay } from '../i18n/say.ts';
import { useEvaluation } from '../store/evaluation.ts';
import styles from './find.module.css';
import { focusIfSeen, goTo } from './goTo.ts';
import { nodesOf } from './stops.ts';
import { moreText } from './words.ts';

/** Sentences for more problems than this are not all read. */
const mostListed = 100;

/** All problems of the graph; each leads to its node. */
export default function ProblemList() {
  const say = useSay();
  const { number } = useNumbers();
  const problems = useEvaluation((evaluation) => evaluation.problems);
  return (
    <ul className={styles.problems}>
      {problems.slice(0, mostListed).map((problem) => {
        const text = say(problemText(problem, number));
        const nodes = nodesOf(problem);
        return (
          <li key={`${problem.kind} ${nodes.join(' ')} ${text}`} className={styles.problem}>
            <CircleAlert size={14} aria-hidden="true" />
            <button
              type="button"
              className={styles.jump}
              onClick={() => {
                goTo(nodes);
                focusIfSeen(nodes[0]);
              }}
            >
              {nodes.slice(0, 3).map((id, i) => (
                <span key={id}>
                  {i > 0 && ', '}
                  <Name of={id} />
                </span>
              ))}
              {nodes.length > 3 && ', …'}
            </button>
            <span>{text}</span>
          </li>
        );
      })}
      {problems.length > mostListed && (
        <li className={styles.more}>{say(moreText(problems.length - mostListed))}</li>
      )}
    </ul>
  );
}
