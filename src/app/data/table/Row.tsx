import { memo, type ReactNode } from 'react';
import type { DataColumn } from '../../../graph/index.ts';
import { useNumbers } from '../../appearance/numbers.ts';
import { useSay } from '../../i18n/say.ts';
import { cellId } from './ids.ts';
import styles from './table.module.css';
import { rowName, words } from './words.ts';

interface RowProps {
  /** Its number, from 1. */
  row: number;
  columns: readonly DataColumn[];
  isTest: boolean;
  /** The first marked column and the one behind the last, of all columns with that of numbers. */
  markedFrom: number;
  markedTo: number;
  /** The active column, if that cell stands in this row. */
  active: number | undefined;
  /** The editor of the active cell, while it is edited. */
  editor: ReactNode;
}

/** One row of the data. */
export const Row = memo(function Row(props: RowProps) {
  const { row, columns, isTest, markedFrom, markedTo, active, editor } = props;
  const say = useSay();
  const { number } = useNumbers();
  const cell = (column: number) => ({
    id: cellId({ row, column }),
    'data-column': column,
    'aria-colindex': column + 1,
    'aria-selected': column >= markedFrom && column < markedTo,
    'data-active': column === active || undefined,
  });
  return (
    <tr data-row={row} data-test={isTest || undefined} aria-rowindex={row + 1}>
      <th scope="row" {...cell(0)} aria-label={say(rowName(row, isTest))}>
        {isTest && <span className={styles.test}>{say(words.test)}</span>}
        {row}
      </th>
      {columns.map(({ name, values, labels }, i) => (
        <td key={name} {...cell(i + 1)} data-kind={labels ? 'word' : undefined}>
          {editor !== null && i + 1 === active
            ? editor
            : labels
              ? labels[values[row - 1]]
              : number(values[row - 1])}
        </td>
      ))}
    </tr>
  );
});
