import type { Graph } from '../../../graph/index.ts';
import {
  type CellForm,
  csvTable,
  formatCell,
  type IterateColumn,
  iterateRows,
  markdownTable,
} from '../../../training/index.ts';
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

/** Some rows of the table of a run, from one place of its history up to before another. */
export function writtenRows(
  graph: Graph,
  { output, trained, history, plan }: Run,
  columns: readonly IterateColumn[],
  writing: Writing,
  from = 0,
  to = history.length,
): readonly WrittenRow[] {
  const target = plan.move.by === 'target' ? plan.move.target : undefined;
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

/** The whole table of a run as a file. */
export function asText(
  graph: Graph,
  run: Run,
  columns: readonly IterateColumn[],
  writing: Writing,
  format: 'csv' | 'md',
): string {
  const names = ['k', ...columns.map((column) => columnText(column, run.output))];
  const rows = writtenRows(graph, run, columns, writing).map(({ number, cells }) => [
    number,
    ...cells,
  ]);
  return format === 'csv' ? csvTable(names, rows) : markdownTable(names, rows);
}
