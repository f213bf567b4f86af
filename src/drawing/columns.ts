import type { Position } from '../graph/index.ts';
import type { Size } from './geometry.ts';
import type { ShownEdge } from './shown.ts';

/** Above this many things on one level Graphviz takes minutes; measured, 4,000 took it ten seconds. */
export const mostByGraphviz = 4000;

/** What stands in a column. */
interface Sized {
  readonly id: string;
  readonly size: Size;
}

/** Pixels between columns, and between what stands in one. */
const gap = { column: 150, row: 38 };

/**
 * Places in columns, in time that grows with the graph alone: everything stands right of its operands
 * and leaves beside what uses them, in the order of what they are connected to. Columns that would be
 * much taller than the picture is wide become several.
 */
export function columns(
  items: readonly Sized[],
  edges: readonly ShownEdge[],
): Map<string, Position> {
  const { sources, targets } = neighbours(items, edges);
  const rank = ranksOf(sources, targets);
  const layers: number[][] = [];
  rank.forEach((at, i) => {
    layers[at] ??= [];
    layers[at].push(i);
  });
  const height = new Float64Array(items.length);
  const meanOf = (near: readonly number[], otherwise: number) =>
    near.length === 0
      ? otherwise
      : near.reduce((sum, i) => sum + height[i] / layers[rank[i]].length, 0) / near.length;
  const order = (layer: number[], near: readonly (readonly number[])[]) => {
    const wanted = new Map(layer.map((i) => [i, meanOf(near[i], height[i] / layer.length)]));
    layer.sort((a, b) => (wanted.get(a) ?? 0) - (wanted.get(b) ?? 0));
    layer.forEach((i, at) => {
      height[i] = at;
    });
  };
  for (const layer of layers) order(layer, sources);
  for (const layer of [...layers].reverse()) order(layer, targets);
  for (const layer of layers) order(layer, sources);
  return placesOf(items, layers);
}

/** How many columns all edges go on by together: what the work of laying them out grows with. */
export function reachOf(items: readonly Sized[], edges: readonly ShownEdge[]): number {
  const { sources, targets } = neighbours(items, edges);
  const rank = ranksOf(sources, targets);
  let reach = 0;
  targets.forEach((to, i) => {
    for (const target of to) reach += Math.max(1, rank[target] - rank[i]);
  });
  return reach;
}

/** What each item has edges from and to, by number. */
function neighbours(items: readonly Sized[], edges: readonly ShownEdge[]) {
  const index = new Map(items.map(({ id }, i) => [id, i]));
  const sources = items.map((): number[] => []);
  const targets = items.map((): number[] => []);
  for (const { from, to } of edges) {
    const [a, b] = [index.get(from.node), index.get(to.node)];
    if (a === undefined || b === undefined) continue;
    sources[b].push(a);
    targets[a].push(b);
  }
  return { sources, targets };
}

/** The column of each item: one after the last of its sources, or one before the first that uses it. */
function ranksOf(
  sources: readonly (readonly number[])[],
  targets: readonly (readonly number[])[],
): Int32Array {
  const rank = new Int32Array(sources.length);
  const missing = sources.map(({ length }) => length);
  const ready = missing.flatMap((count, i) => (count === 0 ? [i] : []));
  for (const i of ready) {
    for (const target of targets[i]) {
      rank[target] = Math.max(rank[target], rank[i] + 1);
      if (--missing[target] === 0) ready.push(target);
    }
  }
  sources.forEach((from, i) => {
    if (from.length > 0 || targets[i].length === 0) return;
    rank[i] = Math.max(
      0,
      targets[i].reduce((least, target) => Math.min(least, rank[target]), rank[targets[i][0]]) - 1,
    );
  });
  return rank;
}

/** Columns beside each other, each around one middle. */
function placesOf(items: readonly Sized[], layers: readonly (readonly number[])[]) {
  const places = new Map<string, Position>();
  const tallest = Math.max(40, Math.ceil(2 * Math.sqrt(items.length)));
  let x = 0;
  for (const layer of layers) {
    for (let from = 0; from < (layer?.length ?? 0); from += tallest) {
      const column = layer.slice(from, from + tallest).map((i) => items[i]);
      const width = Math.max(...column.map(({ size }) => size.width));
      let y = -column.reduce((sum, { size }) => sum + size.height + gap.row, 0) / 2;
      for (const { id, size } of column) {
        places.set(id, { x: x + (width - size.width) / 2, y });
        y += size.height + gap.row;
      }
      x += width + gap.column;
    }
  }
  return places;
}
