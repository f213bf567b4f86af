import { type Graph, type GraphNode, topologicalOrder } from '../../graph/index.ts';

/** In what order the rows stand. */
export type RowOrder = 'file' | 'computed' | 'name';

/** The orders, the default first. */
export const rowOrders: readonly RowOrder[] = ['file', 'computed', 'name'];

/** What stands in a row, left to right. */
export const columns = [
  'name',
  'op',
  'operands',
  'value',
  'gradient',
  'shape',
  'group',
  'output',
  'remove',
] as const;

/** A column of the outline. */
export type Column = (typeof columns)[number];

/** Rows on one page: more would take long to draw. */
export const rowsPerPage = 100;

/**
 * The nodes in the order of the rows. Computed: operands before what is made of them, and nodes that
 * feed each other in a circle at the end.
 */
export function rowsOf(graph: Graph, order: RowOrder): readonly GraphNode[] {
  const { nodes } = graph;
  if (order === 'file') return nodes;
  if (order === 'name') {
    return [...nodes].sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }));
  }
  const { sorted, stuck } = topologicalOrder(graph);
  return [...sorted, ...stuck].map((at) => nodes[at]);
}

/** A cell by its place: which row, and which of the columns that are shown. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** Where a key leads from a cell, or undefined for keys that lead nowhere. */
export function placeAfter(
  key: string,
  isFar: boolean,
  { row, column }: Place,
  rows: number,
  columns: number,
): Place | undefined {
  const last = { row: rows - 1, column: columns - 1 };
  const within = (at: number, most: number) => Math.max(0, Math.min(most, at));
  switch (key) {
    case 'ArrowUp':
      return { row: isFar ? 0 : within(row - 1, last.row), column };
    case 'ArrowDown':
      return { row: isFar ? last.row : within(row + 1, last.row), column };
    case 'ArrowLeft':
      return { row, column: isFar ? 0 : within(column - 1, last.column) };
    case 'ArrowRight':
      return { row, column: isFar ? last.column : within(column + 1, last.column) };
    case 'PageUp':
      return { row: within(row - 10, last.row), column };
    case 'PageDown':
      return { row: within(row + 10, last.row), column };
    case 'Home':
      return isFar ? { row: 0, column: 0 } : { row, column: 0 };
    case 'End':
      return isFar ? last : { row, column: last.column };
    default:
      return undefined;
  }
}
