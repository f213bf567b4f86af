import { memo, type ReactNode } from 'react';
import type { Dataset } from '../../../graph/index.ts';
import { Name } from '../../fields/Name.tsx';
import { useSay } from '../../i18n/say.ts';
import { cellId } from './ids.ts';
import styles from './table.module.css';
import { words } from './words.ts';

interface HeadProps {
  dataset: Dataset;
  /** The active column, if that cell is a name. */
  active: number | undefined;
  editor: ReactNode;
}

/** The names of the columns, and the inputs that take their values from them. */
export const Head = memo(function Head({ dataset: { columns, bind }, active, editor }: HeadProps) {
  const say = useSay();
  const cell = (column: number) => ({
    id: cellId({ row: 0, column }),
    'data-column': column,
    'aria-colindex': column + 1,
    'data-active': column === active || undefined,
  });
  return (
    <thead>
      <tr data-row={0} aria-rowindex={1}>
        <th scope="col" {...cell(0)}>
          {say(words.number)}
        </th>
        {columns.map(({ name, labels }, i) => (
          <th key={name} scope="col" {...cell(i + 1)} data-kind={labels ? 'word' : undefined}>
            {editor !== null && i + 1 === active ? (
              editor
            ) : (
              <>
                <Inputs bind={bind} column={name} />
                <b>{name}</b>
              </>
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
});

function Inputs({ bind = {}, column }: { bind?: Dataset['bind']; column: string }) {
  const ids = Object.keys(bind).filter((id) => bind[id] === column);
  if (ids.length === 0) return null;
  return (
    <span className={styles.goes}>
      {ids.map((id) => (
        <Name key={id} of={id} />
      ))}
      <span aria-hidden="true"> ←</span>
    </span>
  );
}
