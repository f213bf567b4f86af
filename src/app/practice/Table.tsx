import type { ReactNode } from 'react';
import type { Text } from '../../ops/index.ts';
import { useSay } from '../i18n/say.ts';
import styles from './table.module.css';
import { words } from './words.ts';

interface TableProps {
  caption: Text;
  columns: readonly Text[];
  children: ReactNode;
}

/** A table whose rows are cards on a phone, so that their cells name their columns themselves. */
export function Table({ caption, columns, children }: TableProps) {
  const say = useSay();
  return (
    <table className={`${styles.table} ${styles.stacked}`}>
      <caption>{say(caption)}</caption>
      <thead>
        <tr>
          {columns.map((name) => (
            <th
              key={name.en}
              scope="col"
              className={name === words.columnHow ? styles.how : undefined}
            >
              {say(name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
