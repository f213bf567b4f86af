import type { Dataset } from '../../graph/index.ts';
import { useNumbers } from '../appearance/numbers.ts';
import { Each } from '../fields/Each.tsx';
import { Scrolling } from '../fields/Scrolling.tsx';
import { useSay } from '../i18n/say.ts';
import styles from './Preview.module.css';
import { words } from './words.ts';

const rowsShown = 3;

/** The first rows, to see at a glance what the data is like. */
export function Preview({ dataset: { columns } }: { dataset: Dataset }) {
  const say = useSay();
  const { number } = useNumbers();
  const rows = Math.min(rowsShown, columns[0]?.values.length ?? 0);
  return (
    <Scrolling as="section" className={styles.preview} aria-label={say(words.preview)}>
      <table>
        <thead>
          <tr>
            {columns.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Each of={Array.from({ length: rows })}>
            {(_, row) => (
              <tr>
                {columns.map(({ name, values, labels }) => (
                  <td key={name}>{labels ? labels[values[row]] : number(values[row])}</td>
                ))}
              </tr>
            )}
          </Each>
        </tbody>
      </table>
    </Scrolling>
  );
}
