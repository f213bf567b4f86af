import { create } from 'zustand';
import { findNode, type Graph, outputOf, upstreamOf } from '../../../graph/index.ts';
import type { CellForm, IterateColumn } from '../../../training/index.ts';
import type { Run } from '../store.ts';

/** Decimals to be chosen from; `all` writes every digit a number has. */
export const decimalChoices = ['2', '3', '4', '6', '8', 'all'] as const;

interface TableState {
  /** The columns that were chosen; the usual ones while nobody has. */
  readonly columns: readonly IterateColumn[] | null;
  readonly decimals: (typeof decimalChoices)[number];
  readonly ending: CellForm['ending'];
  /** What the first iterate is numbered. */
  readonly first: 0 | 1;
  /** The page somebody turned to, while the iterate stays the same. */
  readonly page: { readonly number: number; readonly at: number } | null;
}

/** How the table of iterates is written; never part of a graph file. */
export const useIterates = create<TableState>()(() => ({
  columns: null,
  decimals: '6',
  ending: 'round',
  first: 0,
  page: null,
}));

/** Parameters that have columns of their own without being asked for. */
const mostParameters = 3;

/** The columns in force for a run, without those whose nodes are gone. */
export function columnsOf(
  graph: Graph,
  run: Pick<Run, 'trained' | 'plan'>,
  chosen: readonly IterateColumn[] | null,
): readonly IterateColumn[] {
  if (chosen !== null) {
    return chosen.filter((column) => column.kind === 'loss' || findNode(graph, column.node));
  }
  const nodes = run.trained
    .filter(({ size }) => size === 1)
    .slice(0, mostParameters)
    .map(({ id }) => id);
  const of = (kind: 'value' | 'gradient' | 'delta') =>
    nodes.map((node): IterateColumn => ({ kind, node }));
  return [...of('value'), { kind: 'loss' }, ...of('gradient'), ...of('delta')];
}

/** Nodes that are offered as columns at most. */
const mostNodes = 40;

/** The nodes a table can have columns of. */
export function offered(graph: Graph, run: Pick<Run, 'trained'>): readonly string[] {
  const parameters = run.trained.filter(({ size }) => size === 1).map(({ id }) => id);
  const output = outputOf(graph);
  const needed = output === undefined ? new Set<string>() : upstreamOf(graph, output);
  const others = graph.nodes
    .filter(({ id, op }) => op !== 'constant' && needed.has(id) && !parameters.includes(id))
    .map(({ id }) => id);
  return [...parameters, ...others].slice(0, mostNodes);
}

/** Whether two columns are the same. */
export function sameColumn(a: IterateColumn, b: IterateColumn): boolean {
  if (a.kind === 'loss' || b.kind === 'loss') return a.kind === b.kind;
  return a.kind === b.kind && a.node === b.node;
}
