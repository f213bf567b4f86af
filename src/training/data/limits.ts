import type { Text } from '../../ops/index.ts';

/**
 * How much data a graph may have: as much as stays usable in the table and, at the most digits numbers
 * have, can be read back from the file the graph is saved to.
 */
export const limits = { rows: 200_000, columns: 64, cells: 1_000_000, text: 2 ** 25 } as const;

/** Why so much data cannot be taken, if it cannot. */
export function tooMuch(rows: number, columns: number): Text | undefined {
  if (columns > limits.columns) {
    return {
      en: `There are ${columns} columns; there may be up to ${limits.columns}.`,
      'zh-CN': `共有 ${columns} 列，最多 ${limits.columns} 列。`,
    };
  }
  const most = Math.min(limits.rows, Math.floor(limits.cells / Math.max(1, columns)));
  if (rows <= most) return undefined;
  return {
    en: `There are ${written(rows)} rows; with ${columns} columns there may be up to ${written(most)}.`,
    'zh-CN': `共有 ${written(rows)} 行；${columns} 列时最多 ${written(most)} 行。`,
  };
}

function written(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ',');
}
