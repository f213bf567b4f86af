import { formulaRefusalText } from '../../formula/fromFormula.ts';
import { problemText } from '../../graph/index.ts';
import { useNumbers } from '../appearance/numbers.ts';
import { Name } from '../fields/Name.tsx';
import { Prose } from '../fields/Prose.tsx';
import { Shown } from '../fields/Shown.tsx';
import { Tex } from '../fields/Tex.tsx';
import { useSay } from '../i18n/say.ts';
import styles from './quickAdd.module.css';
import type { Reading } from './reading.ts';
import { operationCount, usesText } from './words.ts';

/** More new leaves than this are not listed one by one. */
const mostLeaves = 8;

/** What a formula will become: its lines with their values and its new leaves, or why it cannot. */
export default function FormulaPreview({ id, reading }: { id: string; reading: Reading }) {
  const say = useSay();
  const { number } = useNumbers();
  if (!reading.ok) {
    return (
      <p id={id} className={styles.refusal} data-role="refusal">
        {say(formulaRefusalText(reading.refusal))}
      </p>
    );
  }
  const { lines, leaves, uses, operations, problem } = reading;
  const more = leaves.length - mostLeaves;
  return (
    <div id={id} className={styles.preview}>
      {lines.length > 0 && (
        <ul className={styles.lines}>
          {lines.map((line) => (
            <li key={line.id}>
              <Tex of={line.tex} />
              {line.value !== undefined && (
                <span className={styles.value}>
                  <Shown of={line.value} before="= " />
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {problem && <p className={styles.problem}>{say(problemText(problem, number))}</p>}
      <p className={styles.summary}>
        {operations > 0 && <span>{say(operationCount(operations))}</span>}
        {leaves.slice(0, mostLeaves).map((leaf) => (
          <span key={leaf.id} className={styles.leaf}>
            <Name of={leaf.id} /> = <Shown of={leaf.value} />
          </span>
        ))}
        {more > 0 && <span>+ {more}</span>}
        {uses.length > 0 && (
          <span>
            <Prose of={usesText(uses)} />
          </span>
        )}
      </p>
    </div>
  );
}
