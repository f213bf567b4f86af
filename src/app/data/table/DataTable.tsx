import { type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { Dataset } from '../../../graph/index.ts';
import {
  cellText,
  pasteCells,
  removeColumn,
  removeRows,
  renameColumn,
  setCell,
  split,
  writeTable,
} from '../../../training/index.ts';
import { Cover, Empty } from '../../cover/Cover.tsx';
import { Grid } from '../../fields/Grid.tsx';
import { useSay } from '../../i18n/say.ts';
import { placeAfter } from '../../outline/rows.ts';
import { currentGraph, useDocument } from '../../store/document.ts';
import { notify } from '../../store/view.ts';
import { sizeText } from '../words.ts';
import { Actions } from './Actions.tsx';
import { CellEditor } from './CellEditor.tsx';
import { closeDataTable } from './close.ts';
import { Head } from './Head.tsx';
import { cellId, placeOf } from './ids.ts';
import { Row } from './Row.tsx';
import { activate, apply, markedRange, openEditor, useTable } from './store.ts';
import styles from './table.module.css';
import { type Sizes, showCell, useRowsInView } from './window.ts';
import { cellName, columnName, copiedText, words } from './words.ts';

/** The data of the graph in front of the canvas, to be read and edited in place. */
export function DataTable() {
  const dataset = useDocument(({ graph }) => graph.dataset);
  const hasColumns = dataset !== undefined && dataset.columns.length > 0;
  return (
    <Cover
      title={words.title}
      count={
        hasColumns ? sizeText(dataset.columns[0].values.length, dataset.columns.length) : undefined
      }
      tools={hasColumns && <Actions dataset={dataset} />}
      help={words.help}
      onClose={closeDataTable}
    >
      {hasColumns ? <Cells dataset={dataset} /> : <Empty text={words.empty} />}
    </Cover>
  );
}

/** Rows are higher where fingers point. */
function sizesNow(): Sizes {
  return { row: matchMedia('(pointer: coarse)').matches ? 46 : 34, number: 84, column: 128 };
}

function Cells({ dataset }: { dataset: Dataset }) {
  const say = useSay();
  const { columns } = dataset;
  const count = columns[0].values.length;
  const box = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLTableElement>(null);
  const sizes = useMemo(sizesNow, []);
  const { rows, look } = useRowsInView(box, count, sizes);
  const active = useTable((state) => state.active);
  const anchor = useTable((state) => state.anchor);
  const editing = useTable((state) => state.editing);
  const marked = markedRange({ active, anchor });
  const tests = useTestRows(dataset);

  // What undo took away leaves the place to what is there now.
  const isLost = active.row > count || active.column > columns.length;
  useEffect(() => {
    if (isLost) {
      activate({
        row: Math.min(active.row, count),
        column: Math.min(active.column, columns.length),
      });
    }
  }, [isLost, active, count, columns.length]);

  useLayoutEffect(() => {
    if (box.current) showCell(box.current, active, sizes);
    look();
  }, [active, sizes, look]);

  useEffect(() => {
    activate({ row: 1, column: 1 });
    grid.current?.focus();
  }, []);

  const goOn = (byRows: number, byColumns: number) => {
    const last = { row: count, column: columns.length };
    activate({
      row: Math.max(0, Math.min(last.row, active.row + byRows)),
      column: Math.max(1, Math.min(last.column, active.column + byColumns)),
    });
    grid.current?.focus({ preventScroll: true });
  };
  const remove = () => {
    if (active.row === 0 && active.column > 0) apply(removeColumn(dataset, active.column - 1));
    else if (active.column === 0) apply(removeRows(dataset, marked.rows.from, marked.rows.to));
    // A cell cannot be without a number: it is opened empty.
    else openEditor('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (editing !== null || event.altKey || event.nativeEvent.isComposing) return;
    const isFar = event.ctrlKey || event.metaKey;
    const to = placeAfter(event.key, isFar, active, count + 1, columns.length + 1);
    if (to !== undefined) activate(to, event.shiftKey);
    else if (event.key === 'a' && isFar) {
      activate({ row: 1, column: 1 });
      activate({ row: count, column: columns.length }, true);
    } else if (isFar) return;
    else if (event.key === 'Enter' || event.key === 'F2') openEditor();
    else if (event.key === 'Delete' || event.key === 'Backspace') remove();
    else if (event.key === 'Escape') activate(active);
    else if (event.key.length === 1 && event.key !== ' ') openEditor(event.key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onCopy = (event: React.ClipboardEvent) => {
    if (editing !== null || marked.rows.to <= marked.rows.from) return;
    const some = columns.slice(marked.columns.from, Math.max(1, marked.columns.to));
    const text = writeTable(some, '\t', { header: false, ...marked.rows });
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
    notify(copiedText(marked.rows.to - marked.rows.from));
  };
  const onPaste = (event: React.ClipboardEvent) => {
    if (editing !== null) return;
    event.preventDefault();
    const { rows, columns: across } = marked;
    apply(pasteCells(dataset, rows.from, across.from, event.clipboardData.getData('text/plain')));
  };
  const onScroll = () => {
    look();
    // An editor that leaves the view takes over what was typed.
    const at = (box.current?.scrollTop ?? 0) / sizes.row;
    const height = (box.current?.clientHeight ?? 0) / sizes.row;
    const isGone = active.row > 0 && (active.row < at - 4 || active.row > at + height + 4);
    if (editing !== null && isGone) grid.current?.focus({ preventScroll: true });
  };

  const isDrawn = active.row === 0 || (active.row > rows.from && active.row <= rows.to);
  const column = columns[active.column - 1];
  const editor =
    editing === null || column === undefined ? null : active.row === 0 ? (
      <CellEditor
        key={cellId(active)}
        label={say(columnName(column.name))}
        initial={column.name}
        change={(text) => renameColumn(currentData(dataset), active.column - 1, text)}
        onDone={goOn}
      />
    ) : (
      <CellEditor
        key={cellId(active)}
        label={say(cellName(column.name, active.row))}
        initial={cellText(column, active.row - 1)}
        known={column.labels}
        change={(text) => setCell(currentData(dataset), active.row - 1, active.column - 1, text)}
        onDone={goOn}
      />
    );
  const isMarked = (row: number) => row > marked.rows.from && row <= marked.rows.to;
  const [left, right] = [active.column, anchor.column].sort((a, b) => a - b);
  return (
    <div ref={box} className={styles.scroll} onScroll={onScroll}>
      <Grid
        ref={grid}
        className={styles.table}
        style={
          {
            width: sizes.number + sizes.column * columns.length,
            '--row': `${sizes.row}px`,
          } as React.CSSProperties
        }
        tabIndex={0}
        aria-label={say(words.grid)}
        aria-rowcount={count + 1}
        aria-colcount={columns.length + 1}
        aria-activedescendant={isDrawn ? cellId(active) : undefined}
        onKeyDown={onKeyDown}
        onCopy={onCopy}
        onPaste={onPaste}
        onClick={({ target, shiftKey }) => {
          const place = target instanceof Element ? placeOf(target) : undefined;
          if (place === undefined || editing !== null) return;
          const isAgain = place.row === active.row && place.column === active.column;
          if (isAgain && !shiftKey && place.column > 0) openEditor();
          else activate(place, shiftKey);
        }}
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

/** The place of rows that are not drawn. */
function Space({ height }: { height: number }) {
  return height > 0 ? <tr className={styles.space} style={{ height }} /> : null;
}

/** The data as it is now: an edit made by leaving an editor may come after another one. */
function currentData(seen: Dataset): Dataset {
  return currentGraph().dataset ?? seen;
}

function useTestRows({ columns, test }: Dataset): ReadonlySet<number> {
  const count = columns[0].values.length;
  const { share = 0, seed = 0 } = test ?? {};
  return useMemo(
    () => new Set(share > 0 ? split(count, share, seed).test : []),
    [count, share, seed],
  );
}
