import type { FileNode } from './page.ts';

/** Nodes in one column of the large graph, and the distances between them. */
export const rows = 50;
export const pitch = { x: 260, y: 130 };

/**
 * So many nodes in columns: the first column holds parameters 1, 1, …, and each further node is
 * the mean of its two left-hand neighbours, written as a product with a half of the column's own.
 */
export function largeGraph(size: number): FileNode[] {
  return Array.from({ length: size }, (_, i) => {
    const column = Math.floor(i / rows);
    const row = i % rows;
    const position = { x: column * pitch.x, y: row * pitch.y };
    const left = (offset: number) => `n${(column - 1) * rows + ((row + offset) % rows)}`;
    if (column === 0) return { id: `n${i}`, op: 'parameter', value: 1, position };
    return { id: `n${i}`, op: 'max', inputs: [left(0), left(1)], position };
  });
}
