import { Plus } from 'lucide-react';
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { findNode, outputOf, removeNodes, setOutput } from '../../graph/index.ts';
import { ops } from '../../ops/index.ts';
import { addAt } from '../canvas/adding.ts';
import { focusNode } from '../canvas/viewport.ts';
import { Cover, Empty } from '../cover/Cover.tsx';
import buttons from '../fields/buttons.module.css';
import field from '../fields/field.module.css';
import { Grid } from '../fields/Grid.tsx';
import { Pages } from '../fields/Pages.tsx';
import { useSay } from '../i18n/say.ts';
import { useAppearance } from '../store/appearance.ts';
import { setCover } from '../store/cover.ts';
import { currentGraph, edit, useDocument } from '../store/document.ts';
import { useEvaluation } from '../store/evaluation.ts';
import { select, useView } from '../store/view.ts';
import { OpOptions } from './editors.tsx';
import styles from './outline.module.css';
import { Row } from './Row.tsx';
import {
  type Column,
  columns,
  placeAfter,
  type RowOrder,
  rowOrders,
  rowsOf,
  rowsPerPage,
} from './rows.ts';
import { activate, type Cell, elementOf, focusCell, openEditor, useOutline } from './store.ts';
import { columnNames, countText, orderNames, pageText, words } from './words.ts';

/**
 * The graph as a table in front of the canvas. All that makes a graph can be read and edited here:
 * names, operations, operands, values, groups, the output; nodes are added and deleted.
 */
export function Outline() {
  const say = useSay();
  const graph = useDocument((state) => state.graph);
  const order = useOutline((state) => state.order);
  const active = useOutline((state) => state.active);
  const rows = useMemo(() => rowsOf(graph, order), [graph, order]);
  const shown = useColumns();
  const found = rows.findIndex(({ id }) => id === active?.id);
  const place = {
    row: Math.max(0, found),
    column: Math.max(0, shown.indexOf(active?.column ?? 'name')),
  };
  const first = rowsPerPage * Math.floor(place.row / rowsPerPage);
  const output = outputOf(graph);
  const next = first + rowsPerPage;
  const cellAt = (row: number, column: number): Cell => ({
    id: rows[row].id,
    column: shown[column],
  });
  const turnTo = (row: number) => activate(cellAt(row, place.column));
  useSelectionInStep();
  // A node that undo took away or named otherwise leaves the focus to the row in its place.
  const lastRow = useRef(0);
  if (found >= 0) lastRow.current = found;
  const isLost = found < 0 && active !== null && rows.length > 0;
  useEffect(() => {
    if (!isLost) return;
    const { nodes } = currentGraph();
    const { order, active } = useOutline.getState();
    const next = rowsOf(currentGraph(), order)[Math.min(lastRow.current, nodes.length - 1)];
    if (next === undefined) return;
    const cell: Cell = { id: next.id, column: active?.column ?? 'name' };
    if (document.activeElement === document.body) focusCell(cell);
    else activate(cell);
  }, [isLost]);
  const opened = useDocument((state) => state.opened);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another document begins at its beginning
  useEffect(() => {
    const [marked] = useView.getState().selectedNodes;
    const { nodes } = currentGraph();
    const id = nodes.some((node) => node.id === marked) ? marked : nodes[0]?.id;
    if (id !== undefined) focusCell({ id, column: 'name' });
    else document.getElementById(newOpId)?.focus();
  }, [opened]);

  const remove = (row: number) => {
    edit(removeNodes(currentGraph(), new Set([rows[row].id])));
    const next = rows[row + 1] ?? rows[row - 1];
    if (next === undefined) {
      select([]);
      document.getElementById(newOpId)?.focus();
    } else focusCell({ id: next.id, column: shown[place.column] });
  };
  const act = ({ id, column }: Cell) => {
    if (column === 'output') edit(setOutput(currentGraph(), id));
    else if (column === 'remove') remove(rows.findIndex((node) => node.id === id));
    else if (isEditable(id, column)) openEditor();
  };
  // Rows keep what they were given first, and must reach what is now.
  const latest = useRef(act);
  latest.current = act;
  const onAct = useCallback((cell: Cell) => latest.current(cell), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (rows.length === 0 || event.altKey || event.nativeEvent.isComposing) return;
    const cell = cellAt(place.row, place.column);
    // The focus follows the active cell a moment later: keys pressed meanwhile go on from there.
    if (!(event.target instanceof Element && event.target.matches('[data-cell]'))) return;
    const isFar = event.ctrlKey || event.metaKey;
    const to = placeAfter(event.key, isFar, place, rows.length, shown.length);
    if (to !== undefined) focusCell(cellAt(to.row, to.column));
    else if (event.key === ' ' && (isFar || event.shiftKey)) toggle(cell.id);
    else if (isFar) return;
    else if (event.key === 'Enter' || event.key === 'F2' || event.key === ' ') act(cell);
    else if (event.key === 'Delete' || event.key === 'Backspace') remove(place.row);
    else if (/^[0-9.[(-]$/.test(event.key) && cell.column === 'value') {
      if (isEditable(cell.id, 'value')) openEditor(event.key);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <Cover
      title={words.title}
      count={countText(rows.length)}
      tools={<Tools />}
      help={words.help}
      onClose={closeOutline}
    >
      {rows.length === 0 ? (
        <Empty text={words.empty} />
      ) : (
        <div className={styles.scroll}>
          <Grid
            className={styles.table}
            aria-label={say(words.table)}
            aria-rowcount={rows.length + 1}
            aria-colcount={shown.length}
            onKeyDown={onKeyDown}
          >
            <thead>
              <tr aria-rowindex={1}>
                {shown.map((column) => (
                  <th key={column} scope="col" data-column={column}>
                    <span className={column === 'remove' ? 'visually-hidden' : undefined}>
                      {say(columnNames[column])}
                    </span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.slice(first, first + rowsPerPage).map((node, i) => (
                <Row
                  key={node.id}
                  node={node}
                  row={first + i}
                  columns={shown}
                  isOutput={node.id === output}
                  active={first + i === place.row ? shown[place.column] : undefined}
                  onAct={onAct}
                />
              ))}
            </tbody>
          </Grid>
        </div>
      )}
      {rows.length > rowsPerPage && (
        <Pages
          className={styles.pages}
          names={words}
          text={pageText(first + 1, Math.min(next, rows.length), rows.length)}
          onPrevious={first > 0 ? () => turnTo(first - rowsPerPage) : undefined}
          onNext={next < rows.length ? () => turnTo(next) : undefined}
        />
      )}
    </Cover>
  );
}

/** Gives the canvas back, with the focus on the node that was worked on. */
export function closeOutline(): void {
  setCover(null);
  focusNode(useOutline.getState().active?.id);
}

const newOpId = 'outline-new-op';

/** Ops can be changed, leaves have values, operations have operands; numbers that follow are read. */
function isEditable(id: string, column: Column): boolean {
  const kind = ops.get(findNode(currentGraph(), id)?.op ?? '')?.kind;
  if (column === 'value') return kind === 'leaf';
  if (column === 'operands') return kind === 'operation';
  return column === 'name' || column === 'op' || column === 'group';
}

function toggle(id: string): void {
  const marked = new Set(useView.getState().selectedNodes);
  if (!marked.delete(id)) marked.add(id);
  select(marked);
}

/** The columns there is something to say in. */
function useColumns(): readonly Column[] {
  const hasGroups = useDocument(({ graph }) => (graph.groups ?? []).length > 0);
  const hasShapes = useEvaluation(({ program }) =>
    program.shapes.some((shape) => shape !== undefined && shape !== null && shape.length > 0),
  );
  const showsShapes = useAppearance((appearance) => appearance.showsShapes);
  return useMemo(
    () =>
      columns.filter(
        (column) =>
          (column !== 'group' || hasGroups) && (column !== 'shape' || hasShapes || showsShapes),
      ),
    [hasGroups, hasShapes, showsShapes],
  );
}

/** Follows what is marked elsewhere: by finding, by going to a problem, by undoing. */
function useSelectionInStep(): void {
  const selected = useView((view) => view.selectedNodes);
  useEffect(() => {
    const [id, ...others] = selected;
    const { active } = useOutline.getState();
    if (id === undefined || others.length > 0 || active?.id === id) return;
    const cell: Cell = { id, column: active?.column ?? 'name' };
    const isHere = document.activeElement?.closest(`.${styles.table}`) != null;
    activate(cell);
    requestAnimationFrame(() => {
      const element = elementOf(cell);
      if (isHere || document.activeElement === document.body) element?.focus();
      else element?.scrollIntoView({ block: 'nearest' });
    });
  }, [selected]);
}

/** Adding a node, and the order of the rows. */
function Tools() {
  const say = useSay();
  const order = useOutline((state) => state.order);
  const [op, setOp] = useState('input');
  const add = () => {
    const id = addAt(op);
    if (id !== undefined) focusCell({ id, column: 'name' });
  };
  return (
    <>
      <span className={styles.adding}>
        <select
          id={newOpId}
          className={field.box}
          aria-label={say(words.newOp)}
          value={op}
          onChange={({ target }) => setOp(target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            add();
          }}
        >
          <OpOptions />
        </select>
        <button type="button" className={buttons.secondary} onClick={add}>
          <Plus size={15} aria-hidden="true" />
          {say(words.add)}
        </button>
      </span>
      <label className={styles.order}>
        <span>{say(words.order)}</span>
        <select
          className={field.box}
          value={order}
          onChange={({ target }) => useOutline.setState({ order: target.value as RowOrder })}
        >
          {rowOrders.map((one) => (
            <option key={one} value={one}>
              {say(orderNames[one])}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}
