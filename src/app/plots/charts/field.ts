import type { Graph } from '../../../graph/index.ts';
import { evenly, Landscape, type Samples } from '../../../training/index.ts';
import type { Named } from '../present.ts';

/** What a field over two numbers is computed from. */
export interface FieldInputs {
  readonly graph: Graph;
  readonly shape: Graph;
  readonly output: string;
  readonly across: Named;
  readonly up: Named;
  readonly samples?: Samples;
  readonly reduction: 'mean' | 'sum';
  readonly domains: readonly [readonly [number, number], readonly [number, number]];
  /** Where the two numbers stand now. */
  readonly now: readonly [number, number];
}

/** Values on a grid of `size` by `size` points, row by row from the lower left. */
export interface Field {
  readonly size: number;
  readonly values: Float64Array;
  readonly low: number;
  readonly high: number;
  /** The value where the two numbers stand now. */
  readonly here: number;
}

/** Evaluations a field may take: fewer points for more data. */
const mostEvaluations = 400_000;

/** Computes a field, some rows at a time. */
export function* fieldOver(inputs: FieldInputs): Generator<void, Field> {
  const { graph, output, across, up, samples, reduction, domains, now } = inputs;
  const most = Math.sqrt(mostEvaluations / (samples?.count ?? 1));
  const size = Math.max(25, Math.min(81, Math.floor(most)));
  const landscape = new Landscape(graph, output, [across, up], samples, reduction);
  const xs = evenly(domains[0][0], domains[0][1], size);
  const ys = evenly(domains[1][0], domains[1][1], size);
  const points = [
    Float64Array.from({ length: size * size + 1 }, (_, i) =>
      i < size * size ? xs[i % size] : now[0],
    ),
    Float64Array.from({ length: size * size + 1 }, (_, i) =>
      i < size * size ? ys[Math.floor(i / size)] : now[1],
    ),
  ];
  const values = new Float64Array(size * size + 1);
  for (let at = 0; at < values.length; at += size) {
    landscape.evaluate(points, values, undefined, at, Math.min(at + size, values.length));
    yield;
  }
  const grid = values.subarray(0, size * size);
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of grid) {
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return { size, values: grid, low, high, here: values[size * size] };
}

/** The value between the points of a field, by its neighbours. */
export function valueIn({ size, values }: Field, x: number, y: number): number {
  const [column, row] = [x * (size - 1), y * (size - 1)];
  const [left, lower] = [Math.floor(column), Math.floor(row)].map((at) =>
    Math.max(0, Math.min(size - 2, at)),
  );
  const [dx, dy] = [column - left, row - lower];
  const at = (i: number, j: number) => values[j * size + i];
  return (
    at(left, lower) * (1 - dx) * (1 - dy) +
    at(left + 1, lower) * dx * (1 - dy) +
    at(left, lower + 1) * (1 - dx) * dy +
    at(left + 1, lower + 1) * dx * dy
  );
}

/** Levels between bottom and top, closer to each other at the bottom, where what matters is. */
export function levelsOf({ low, high }: Pick<Field, 'low' | 'high'>, count: number): number[] {
  return Array.from({ length: count }, (_, i) => low + (high - low) * ((i + 1) / (count + 1)) ** 2);
}
