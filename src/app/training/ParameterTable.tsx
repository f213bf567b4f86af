import type { ReactNode } from 'react';
import type { Text } from '../../ops/index.ts';
import { useSay } from '../i18n/say.ts';
import parts from './parts.module.css';

/** A table with a row for every parameter. */
export function ParameterTable({
  columns,
  children,
}: {
  columns: readonly Text[];
  children: ReactNode;
}) {
  const say = useSay();
  return (
    <table className={parts.table}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.en} scope="col">
              {say(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
