import { useNumbers } from '../appearance/numbers.ts';
import { Each } from '../fields/Each.tsx';
import { Scrolling } from '../fields/Scrolling.tsx';
import type { Sheet } from './chart.ts';
import { Rich } from './Rich.tsx';
import styles from './SheetTable.module.css';

/** Rows of a table that are seen; the rest stands in the file. */
const mostRows = 500;

/** The numbers of a picture as a table. */
export function SheetTable({ sheet, title }: { sheet: Sheet; title: string }) {
  const { number } = useNumbers();
  const every = Math.max(1, Math.ceil(sheet.rows.length / mostRows));
  const rows = sheet.rows.filter((_, i) => i % every === 0 || i === sheet.rows.length - 1);
  return (
    <Scrolling as="section" data-role="sheet" className={styles.sheet} aria-label={title}>
      <table>
        <thead>
          <tr>
            {sheet.columns.map((column) => (
              <th key={column} scope="col">
                <Rich of={column} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.join(' ')}>
              <Each of={row}>
                {(cell) => (
                  <td>{typeof cell === 'number' ? number(cell) : <Rich of={cell ?? ''} />}</td>
                )}
              </Each>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  );
}
