import { TriangleAlert } from 'lucide-react';
import { type Problem, problemText } from '../../graph/index.ts';
import { useNumbers } from '../appearance/numbers.ts';
import { useSay } from '../i18n/say.ts';
import { useEvaluation } from '../store/evaluation.ts';
import styles from './Problems.module.css';

/** The mark on a node that has a problem, with the sentence for it under the node. */
export function Problems({ id }: { id: string }) {
  const say = useSay();
  const { number } = useNumbers();
  const problems = useEvaluation(({ problemsOf }) => problemsOf.get(id) ?? none);
  if (problems.length === 0) return null;
  const isUnfinished = problems.every(({ kind }) => kind.startsWith('missing'));
  const sentences = problems.map((problem) => say(problemText(problem, number)));
  return (
    <div
      className={styles.problem}
      data-role="problem"
      data-tone={isUnfinished ? 'unfinished' : undefined}
    >
      <TriangleAlert size={13} aria-hidden="true" />
      <span className={styles.problemText}>{sentences.join(' ')}</span>
    </div>
  );
}

const none: readonly Problem[] = [];
