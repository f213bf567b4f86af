import { useMemo } from 'react';
import { outputOf } from '../../graph/index.ts';
import { focusNode } from '../canvas/viewport.ts';
import { Cover, Empty } from '../cover/Cover.tsx';
import { Grid } from '../fields/Grid.tsx';
import { Pages } from '../fields/Pages.tsx';
import { useSay } from '../i18n/say.ts';
import { useAppearance } from '../store/appearance.ts';
import { setCover } from '../store/cover.ts';
import { useDocument } from '../store/document.ts';
import { useEvaluation } from '../store/evaluation.ts';
import { useFocusAtFirst, useRowKept, useSelectionInStep } from './following.ts';
import { useHandling } from './handling.ts';
import styles from './outline.module.css';
import { Row } from './Row.tsx';
import { type Column, columns, rowsOf, rowsPerPage } from './rows.ts';
import { activate, useOutline } from './store.ts';
import { Tools } from './Tools.tsx';
import { columnNames, countText, pageText, words } from './words.ts';

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
  const turnTo = (row: number) => activate({ id: rows[row].id, column: shown[place.column] });
  useSelectionInStep();
  useRowKept(rows, found);
  useFocusAtFirst();
  const { onKeyDown, onAct } = useHandling({ rows, shown, place });
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
