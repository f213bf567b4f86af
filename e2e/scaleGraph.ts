import type { FileNode, Point } from './page.ts';

/** Nodes in one column of the large graph. */
export const rows = 50;

const pitch = { x: 260, y: 130 };

/** Where a node of the large graph stands. */
export function placeOf(i: number): Point {
  return { x: Math.floor(i / rows) * pitch.x, y: (i % rows) * pitch.y };
}

/**
 * So many nodes in columns, n0 first: a column of parameters 1, 1.1, 1.2, …, and from then on each
 * node the larger of two neighbours on its left.
 */
export function largeGraph(size: number): FileNode[] {
  return Array.from({ length: size }, (_, i) => {
    const [id, position] = [`n${i}`, placeOf(i)];
    if (i < rows) return { id, op: 'parameter', value: 1 + i / 10, position };
    const below = (i % rows) + 1 < rows ? i + 1 : i;
    return { id, op: 'max', inputs: [`n${i - rows}`, `n${below - rows}`], position };
  });
}
