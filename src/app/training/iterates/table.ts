import type { Graph } from '../../../graph/index.ts';
import {
  type CellForm,
  csvTable,
  formatCell,
  type IterateColumn,
  iterateRows,
  markdownTable,
} from '../../../training/index.ts';
import { trainRows } from '../data.ts';
import type { Run } from '../store.ts';
import type { decimalChoices } from './store.ts';

/** How the cells of a table are written. */
export interface Writing {
  readonly decimals: (typeof decimalChoices)[number];
  readonly ending: CellForm['ending'];
  readonly first: 0 | 1;
}

/** A row as it is written: the number of its iterate, and its cells. */
export interface WrittenRow {
  readonly count: number;
  readonly number: string;
  readonly cells: readonly string[];
}

/**
 * Some rows of the table of a run, from one place of its history up to before another. Nodes that
 * differ from row to row of the data are those of the graph as it is given; see `inRow`.
 */
export function writtenRows(
  graph: Graph,
  { output, trained, history, plan }: Run,
  columns: readonly IterateColumn[],
  writing: Writing,
  from = 0,
  to = history.length,
): readonly WrittenRow[] {
  // What one node alone would have to move is about one row, the target about all of them.
  const isOne = trainRows(graph) === 0;
  const target = plan.move.by === 'target' && isOne ? plan.move.target : undefined;
  // The next iterate tells how far the last one of a page was moved.
  const iterates = history.slice(from, to + 1);
  const rows = iterateRows(graph, output, trained, iterates, columns, target);
  return rows.slice(0, to - from).map((cells, i) => ({
    count: iterates[i].count,
    number: String(iterates[i].count + writing.first),
    cells: cells.map((cell) => write(cell, writing)),
  }));
}

function write(cell: number | undefined, { decimals, ending }: Writing): string {
  if (decimals !== 'all') return formatCell(cell, { decimals: Number(decimals), ending });
  return cell === undefined ? '' : String(cell);
}

/** Whether a column is about one row of the data; parameters and the loss are about a batch. */
export function isOfRow(column: IterateColumn, { trained }: Pick<Run, 'trained'>): boolean {
  return column.kind !== 'loss' && !trained.some(({ id }) => id === column.node);
}

/** What a column is called in plain text. */
function columnText(column: IterateColumn, output: string): string {
  switch (column.kind) {
    case 'loss':
      return output;
    case 'value':
      return column.node;
    case 'gradient':
      return `∂${output}/∂${column.node}`;
    case 'delta':
      return `Δ${column.node}`;
  }
}

/** The whole table of a run as a file; `rowName` names the row of the data that nodes are seen in. */
export function asText(
  graph: Graph,
  run: Run,
  columns: readonly IterateColumn[],
  writing: Writing,
  format: 'csv' | 'md',
  rowName?: string,
): string {
  const names = columns.map((column) => {
    const name = columnText(column, run.output);
    return rowName !== undefined && isOfRow(column, run) ? `${name} (${rowName})` : name;
  });
  const rows = writtenRows(graph, run, columns, writing).map(({ number, cells }) => [
    number,
    ...cells,
  ]);
  return format === 'csv' ? csvTable(['k', ...names], rows) : markdownTable(['k', ...names], rows);
}
