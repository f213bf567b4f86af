import { backward, compile, forward, nodeGradient, nodeValue, setLanes } from '../engine/index.ts';
import { findNode, type Graph, setOutput } from '../graph/index.ts';
import type { Trained } from './trained.ts';
import type { Iterate } from './trainer.ts';

/** What a student writes into one column of a table of iterates. */
export type IterateColumn =
  | { readonly kind: 'loss' }
  /** Value or gradient of any node. */
  | { readonly kind: 'value' | 'gradient'; readonly node: string }
  /**
   * Of a parameter: what the update took off it. Of any other node, where there is a target: how far
   * it alone would have to move, the error of the output divided by its gradient.
   */
  | { readonly kind: 'delta'; readonly node: string };

/** The numbers of a table of iterates, row by row; undefined where a cell stays empty. */
export type IterateRows = readonly (readonly (number | undefined)[])[];

/**
 * The table of some iterates, in order, each but the last followed by the one its update led to. The
 * graph is evaluated once, with the iterates side by side; nodes that are no scalars have no cells.
 */
export function iterateRows(
  graph: Graph,
  output: string,
  trained: readonly Trained[],
  iterates: readonly Iterate[],
  columns: readonly IterateColumn[],
  target?: number,
): IterateRows {
  const count = iterates.length;
  if (count === 0) return [];
  const varying = new Set(trained.map(({ id }) => id));
  const program = compile(setOutput(graph, output), { count, varying });
  for (const { id, from, size } of trained) {
    setLanes(
      program,
      id,
      iterates.flatMap(({ parameters }) => [...parameters.subarray(from, from + size)]),
    );
  }
  forward(program);
  backward(program);
  const scalar = (value: unknown) => (typeof value === 'number' ? value : undefined);
  const place = new Map(trained.map((each) => [each.id, each]));
  return iterates.map((iterate, row) => {
    const next = iterates[row + 1];
    return columns.map((column) => {
      if (column.kind === 'loss') return iterate.loss;
      const { kind, node } = column;
      const known = place.get(node);
      if (kind === 'value') return scalar(nodeValue(program, node, row));
      // That of a parameter is what its update went by: with data, that of a batch.
      const gradient =
        known?.size === 1
          ? iterate.gradients[known.from]
          : scalar(nodeGradient(program, node, row));
      if (kind === 'gradient') return gradient;
      // Iterates left out between two of them leave no update to tell of.
      if (next?.count !== iterate.count + 1) return undefined;
      if (known?.size === 1) return iterate.parameters[known.from] - next.parameters[known.from];
      if (gradient === undefined || target === undefined || !findNode(graph, node))
        return undefined;
      return (iterate.loss - target) / gradient;
    });
  });
}

/** How the numbers of a table are written: decimals, and what is done with the digits behind them. */
export interface CellForm {
  readonly decimals: number;
  readonly ending: 'round' | 'truncate';
}

/** All digits of a double stand within so many decimals, as far as anybody writes them. */
const exactly = 100;

/** A number with fixed decimals, rounded, or cut off as notes by hand often do. */
export function formatCell(value: number | undefined, { decimals, ending }: CellForm): string {
  if (value === undefined) return '';
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? '∞' : '-∞';
  if (Math.abs(value) >= 1e21) return String(value);
  const digits = value.toFixed(ending === 'round' ? decimals : exactly);
  const places = digits.length - exactly + decimals - (decimals === 0 ? 1 : 0);
  const text = ending === 'round' ? digits : digits.slice(0, places);
  // What is left of a tiny negative number is a plain zero.
  return /[1-9]/.test(text) ? text : text.replace('-', '');
}

/** A table as comma-separated values (RFC 4180), with a line of names. */
export function csvTable(names: readonly string[], rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return [names, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** A table in Markdown, with a line of names. */
export function markdownTable(
  names: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return `${[line(names), line(names.map(() => '---')), ...rows.map(line)].join('\n')}\n`;
}
