import { useMemo } from 'react';
import type { IterateColumn } from '../../../training/index.ts';
import { Each } from '../../fields/Each.tsx';
import { Name } from '../../fields/Name.tsx';
import { Pages } from '../../fields/Pages.tsx';
import { Scrolling } from '../../fields/Scrolling.tsx';
import { useSay } from '../../i18n/say.ts';
import { goToCount } from '../actions.ts';
import { type Run, useTraining } from '../store.ts';
import styles from './iterates.module.css';
import { columnsOf, useIterates } from './store.ts';
import { writtenRows } from './table.ts';
import { words } from './words.ts';

/** Rows that are on the page at a time. */
const pageSize = 100;

/** The iterates of a run, a row each; pressing its number shows one on the canvas. */
export function IteratesTable({ run }: { run: Run }) {
  const say = useSay();
  const at = useTraining((training) => training.at);
  const { columns: chosen, decimals, ending, first, page: asked } = useIterates();
  const { history } = run;
  const place = history.findIndex(({ count }) => count >= at);
  const last = Math.floor((history.length - 1) / pageSize);
  const page = Math.min(
    asked?.at === at ? asked.number : Math.floor(Math.max(0, place) / pageSize),
    last,
  );
  const columns = useMemo(() => columnsOf(run.source, run, chosen), [run, chosen]);
  // The last page is full as well.
  const from = Math.min(page * pageSize, Math.max(0, history.length - pageSize));
  const to = Math.min(history.length, from + pageSize);
  const rows = useMemo(
    () => writtenRows(run.source, run, columns, { decimals, ending, first }, from, to),
    [run, columns, decimals, ending, first, from, to],
  );
  const turnTo = (number: number) => useIterates.setState({ page: { number, at } });
  return (
    <>
      <Scrolling as="section" className={styles.scroll} aria-label={say(words.title)}>
        <table className={styles.table} data-role="iterates">
          <thead>
            <tr>
              <th scope="col">k</th>
              {columns.map((column) => (
                <th key={JSON.stringify(column)} scope="col" data-kind={column.kind}>
                  <Heading column={column} output={run.output} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ count, number, cells }) => (
              <tr
                key={count}
                ref={count === at ? bringIntoView : undefined}
                aria-current={count === at || undefined}
              >
                <th scope="row">
                  <button
                    type="button"
                    aria-label={say(words.show(number))}
                    onClick={() => goToCount(count)}
                  >
                    {number}
                  </button>
                </th>
                <Each of={cells}>{(cell, i) => <td data-kind={columns[i].kind}>{cell}</td>}</Each>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolling>
      {history.length > pageSize && (
        <Pages
          names={words}
          text={words.rows(from + 1, to, history.length)}
          onPrevious={page > 0 ? () => turnTo(page - 1) : undefined}
          onNext={page < last ? () => turnTo(page + 1) : undefined}
        />
      )}
      {isThinned(run) && <p className={styles.note}>{say(words.thinned)}</p>}
    </>
  );
}

function isThinned({ history }: Run): boolean {
  return history.length > 1 && history[1].count > 1;
}

/** The name of a column, set as mathematics. */
function Heading({ column, output }: { column: IterateColumn; output: string }) {
  if (column.kind === 'loss') return <Name of={output} />;
  if (column.kind === 'value') return <Name of={column.node} />;
  if (column.kind === 'delta') {
    return (
      <>
        Δ<Name of={column.node} />
      </>
    );
  }
  return (
    <>
      <Name of={`∂${output}`} />/<Name of={`∂${column.node}`} />
    </>
  );
}

/** Height of the names of the columns, which stay on top. */
const headHeight = 32;

/** Scrolls the table, and nothing around it, to the row of the iterate on the canvas. */
function bringIntoView(row: HTMLTableRowElement | null): void {
  const box = row?.closest('section');
  if (!row || !box) return;
  const [top, bottom] = [row.offsetTop - headHeight, row.offsetTop + row.offsetHeight];
  if (top < box.scrollTop) box.scrollTop = top;
  else if (bottom > box.scrollTop + box.clientHeight) box.scrollTop = bottom - box.clientHeight;
}
