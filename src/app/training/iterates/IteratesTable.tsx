import { type KeyboardEvent, useMemo } from 'react';
import { type IterateColumn, merged } from '../../../training/index.ts';
import { Each } from '../../fields/Each.tsx';
import { Name } from '../../fields/Name.tsx';
import { Pages } from '../../fields/Pages.tsx';
import { Scrolling } from '../../fields/Scrolling.tsx';
import { useSay } from '../../i18n/say.ts';
import { goToCount } from '../actions.ts';
import { inRow, rowIn, useShownRow } from '../rows.ts';
import { type Run, useTraining } from '../store.ts';
import styles from './iterates.module.css';
import { columnsOf, useIterates } from './store.ts';
import { isOfRow, writtenRows } from './table.ts';
import { words } from './words.ts';

/** Rows that are on the page at a time. */
const pageSize = 100;

/** The iterates of a run, a row each; pressing its number shows one on the canvas. */
export function IteratesTable({ run: whole }: { run: Run }) {
  const say = useSay();
  const at = useTraining((training) => training.at);
  const { columns: chosen, decimals, ending, first, page: asked } = useIterates();
  // What was gone to besides stands in its place among them.
  const run = useMemo(() => ({ ...whole, history: merged(whole.history, whole.found) }), [whole]);
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
  const row = useShownRow((shown) => rowIn(run.source, shown.row));
  const graph = useMemo(() => inRow(run.source, row), [run.source, row]);
  const rows = useMemo(
    () => writtenRows(graph, run, columns, { decimals, ending, first }, from, to),
    [graph, run, columns, decimals, ending, first, from, to],
  );
  // One stop for the Tab key; arrow keys go from row to row.
  const stop = rows.some(({ count }) => count === at) ? at : rows[0]?.count;
  const stride = whole.history[1]?.count ?? 1;
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
                  {row !== undefined && isOfRow(column, run) && (
                    <small>{say(words.row(row))}</small>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody onKeyDown={onRowKey}>
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
                    tabIndex={count === stop ? 0 : -1}
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
      {row !== undefined && <p className={styles.note}>{say(words.ofBatch)}</p>}
      {stride > 1 && <p className={styles.note}>{say(words.thinned(stride))}</p>}
    </>
  );
}

/** Arrow keys, Home and End go from row to row, as in any table with one stop. */
function onRowKey(event: KeyboardEvent<HTMLElement>): void {
  const rows = [...event.currentTarget.querySelectorAll('button')];
  const at = rows.indexOf(event.target as HTMLButtonElement);
  const goals: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: rows.length - 1,
  };
  const goal = rows[goals[event.key] ?? -1];
  if (goal === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  goal.focus();
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

/** Scrolls the table, and nothing around it, to the row of the iterate on the canvas. */
function bringIntoView(row: HTMLTableRowElement | null): void {
  const box = row?.closest('section');
  if (!row || !box) return;
  // The names of the columns stay on top.
  const head = row.closest('table')?.tHead?.offsetHeight ?? 0;
  const [top, bottom] = [row.offsetTop - head, row.offsetTop + row.offsetHeight];
  if (top < box.scrollTop) box.scrollTop = top;
  else if (bottom > box.scrollTop + box.clientHeight) box.scrollTop = bottom - box.clientHeight;
}
