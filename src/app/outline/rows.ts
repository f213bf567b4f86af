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
