import { type CSSProperties, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { Dataset } from '../../../graph/index.ts';
import { cellText, renameColumn, setCell, split } from '../../../training/index.ts';
import { Grid } from '../../fields/Grid.tsx';
import type { Place } from '../../fields/gridPlace.ts';
import { useSay } from '../../i18n/say.ts';
import { currentGraph } from '../../store/document.ts';
import { CellEditor } from './CellEditor.tsx';
import { Head } from './Head.tsx';
import { handling } from './handling.ts';
import { cellId } from './ids.ts';
import { Row } from './Row.tsx';
import { activate, markedRange, useTable } from './store.ts';
import styles from './table.module.css';
import { type Sizes, showCell, useRowsInView } from './window.ts';
import { cellName, columnName, words } from './words.ts';

/** Rows are higher where fingers point. */
function sizesNow(): Sizes {
  return { row: matchMedia('(pointer: coarse)').matches ? 46 : 34, number: 84, column: 128 };
}

/** The names and the cells of data that has columns, drawn as far as they are in view. */
export function Cells({ dataset }: { dataset: Dataset }) {
  const say = useSay();
  const { columns } = dataset;
  const count = columns[0].values.length;
  const box = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLTableElement>(null);
  const sizes = useMemo(sizesNow, []);
  const { rows, look } = useRowsInView(box, count, sizes);
  const active = useTable((state) => state.active);
  const anchor = useTable((state) => state.anchor);
  const isEditing = useTable((state) => state.editing !== null);
  const marked = markedRange({ active, anchor });
  const tests = useTestRows(dataset);
  useActiveWithin(count, columns.length);

  useLayoutEffect(() => {
    if (box.current) showCell(box.current, active, sizes);
    look();
  }, [active, sizes, look]);

  useEffect(() => {
    activate({ row: 1, column: 1 });
    grid.current?.focus();
  }, []);

  const goOn = (byRows: number, byColumns: number) => {
    activate({
      row: Math.max(0, Math.min(count, active.row + byRows)),
      column: Math.max(1, Math.min(columns.length, active.column + byColumns)),
    });
    grid.current?.focus({ preventScroll: true });
  };
  const onScroll = () => {
    look();
    // An editor that leaves the view takes over what was typed.
    const at = (box.current?.scrollTop ?? 0) / sizes.row;
    const height = (box.current?.clientHeight ?? 0) / sizes.row;
    const isGone = active.row > 0 && (active.row < at - 4 || active.row > at + height + 4);
    if (isEditing && isGone) grid.current?.focus({ preventScroll: true });
  };

  const isDrawn = active.row === 0 || (active.row > rows.from && active.row <= rows.to);
  const editor =
    isEditing && columns[active.column - 1] !== undefined ? (
      <ActiveEditor key={cellId(active)} dataset={dataset} at={active} onDone={goOn} />
    ) : null;
  const isMarked = (row: number) => row > marked.rows.from && row <= marked.rows.to;
  const [left, right] = [active.column, anchor.column].sort((a, b) => a - b);
  const lengths = {
    width: sizes.number + sizes.column * columns.length,
    '--row': `${sizes.row}px`,
  } as CSSProperties;
  return (
    <div ref={box} className={styles.scroll} onScroll={onScroll}>
      <Grid
        ref={grid}
        className={styles.table}
        style={lengths}
        tabIndex={0}
        aria-label={say(words.grid)}
        aria-rowcount={count + 1}
        aria-colcount={columns.length + 1}
        aria-activedescendant={isDrawn ? cellId(active) : undefined}
        {...handling(dataset)}
      >
        <colgroup>
          <col style={{ width: sizes.number }} />
          {columns.map(({ name }) => (
            <col key={name} style={{ width: sizes.column }} />
          ))}
        </colgroup>
        <Head
          dataset={dataset}
          active={active.row === 0 ? active.column : undefined}
          editor={editor}
        />
        <tbody>
          <Space height={rows.from * sizes.row} />
          {Array.from({ length: Math.max(0, rows.to - rows.from) }, (_, i) => {
            const row = rows.from + i + 1;
            const isActive = row === active.row;
            return (
              <Row
                key={row}
                row={row}
                columns={columns}
                isTest={tests.has(row - 1)}
                markedFrom={isMarked(row) ? left : 0}
                markedTo={isMarked(row) ? right + 1 : 0}
                active={isActive ? active.column : undefined}
                editor={isActive ? editor : null}
              />
            );
          })}
          <Space height={(count - rows.to) * sizes.row} />
        </tbody>
      </Grid>
    </div>
  );
}

interface ActiveEditorProps {
  dataset: Dataset;
  /** A cell of a column: its name in row 0, or one of its values. */
  at: Place;
  onDone: (rows: number, columns: number) => void;
}

/** The editor of a column's name or of a value. */
function ActiveEditor({ dataset, at: { row, column: place }, onDone }: ActiveEditorProps) {
  const say = useSay();
  const column = dataset.columns[place - 1];
  return row === 0 ? (
    <CellEditor
      label={say(columnName(column.name))}
      initial={column.name}
      change={(text) => renameColumn(currentData(dataset), place - 1, text)}
      onDone={onDone}
    />
  ) : (
    <CellEditor
      label={say(cellName(column.name, row))}
      initial={cellText(column, row - 1)}
      known={column.labels}
      change={(text) => setCell(currentData(dataset), row - 1, place - 1, text)}
      onDone={onDone}
    />
  );
}

/** The place of rows that are not drawn. */
function Space({ height }: { height: number }) {
  return height > 0 ? <tr className={styles.space} style={{ height }} /> : null;
}

/** The data as it is now: an edit made by leaving an editor may come after another one. */
function currentData(seen: Dataset): Dataset {
  return currentGraph().dataset ?? seen;
}

/** What undo took away leaves the place to what is there now. */
function useActiveWithin(rows: number, columns: number): void {
  const active = useTable((state) => state.active);
  useEffect(() => {
    if (active.row <= rows && active.column <= columns) return;
    activate({ row: Math.min(active.row, rows), column: Math.min(active.column, columns) });
  }, [active, rows, columns]);
}

function useTestRows({ columns, test }: Dataset): ReadonlySet<number> {
  const count = columns[0].values.length;
  const { share = 0, seed = 0 } = test ?? {};
  return useMemo(
    () => new Set(share > 0 ? split(count, share, seed).test : []),
    [count, share, seed],
  );
}
