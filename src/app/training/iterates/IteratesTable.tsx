import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import type { IterateColumn } from '../../../training/index.ts';
import { Each } from '../../fields/Each.tsx';
import { Name } from '../../fields/Name.tsx';
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
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row moves with the iterate
  useEffect(() => {
    const row = box.current?.querySelector<HTMLElement>('[aria-current]');
    const { current } = box;
    if (!row || !current) return;
    const top = row.offsetTop - 32;
    if (top < current.scrollTop) current.scrollTop = top;
    else if (row.offsetTop + row.offsetHeight > current.scrollTop + current.clientHeight) {
      current.scrollTop = row.offsetTop + row.offsetHeight - current.clientHeight;
    }
  }, [at, rows]);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys */}
      <section ref={box} className={styles.scroll} tabIndex={0} aria-label={say(words.title)}>
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
              <tr key={count} aria-current={count === at || undefined}>
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
      </section>
      {history.length > pageSize && (
        <p className={styles.pages}>
          <button
            type="button"
            aria-label={say(words.earlier)}
            disabled={page === 0}
            onClick={() => turnTo(page - 1)}
          >
            <ChevronLeft size={16} aria-hidden="true" />
          </button>
          {say(words.rows(from + 1, to, history.length))}
          <button
            type="button"
            aria-label={say(words.later)}
            disabled={page === last}
            onClick={() => turnTo(page + 1)}
          >
            <ChevronRight size={16} aria-hidden="true" />
          </button>
        </p>
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
