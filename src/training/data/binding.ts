import type { DataColumn, Dataset, Graph } from '../../graph/index.ts';
import type { Samples } from '../samples.ts';
import { type Scale, scaled, scaleOf } from './scale.ts';
import { type Split, split } from './split.ts';
import type { Table } from './table.ts';

/** The data of a graph as training sees it: bound to inputs, scaled, and split. */
export interface Bound {
  readonly train: Samples;
  readonly test: Samples;
  /** By column: how its numbers were scaled, to be undone where they are shown. */
  readonly scales: ReadonlyMap<string, Scale>;
  /** The rows of the table that train and test, in the order of their samples. */
  readonly rows: Split;
  /** What it was made from. */
  readonly dataset: Dataset;
}

/**
 * Binds the data of a graph to its inputs; undefined where there is no data, or none is bound. What an
 * edit of large data left alone is taken from what was bound before.
 */
export function bindData({ dataset }: Graph, before?: Bound): Bound | undefined {
  const bind = Object.entries(dataset?.bind ?? {});
  if (dataset === undefined || bind.length === 0) return undefined;
  const known = before && hasSameSplit(before.dataset, dataset) ? before : undefined;
  const rows = known?.rows ?? splitOf(dataset);
  const scales = new Map<string, Scale>();
  const taken = new Map<string, Pair>();
  for (const column of dataset.columns) {
    const { name, values } = column;
    const same = known && hasSame(known.dataset, dataset, column) ? known : undefined;
    const scaling = dataset.scale?.[name] ?? 'none';
    // What the test rows hold must not leak into how the training rows are scaled.
    const seen = scaling === 'none' || same ? new Float64Array() : valuesAt(values, rows.train);
    const scale = same?.scales.get(name) ?? scaleOf(seen, scaling);
    scales.set(name, scale);
    if (!bind.some(([, to]) => to === name)) continue;
    taken.set(
      name,
      (same && pairIn(same, name)) ?? {
        train: valuesAt(values, rows.train, scale),
        test: valuesAt(values, rows.test, scale),
      },
    );
  }
  const samples = (part: keyof Pair): Samples => ({
    count: rows[part].length,
    inputs: new Map(
      bind.map(([id, name]) => [id, taken.get(name)?.[part] ?? valuesAt([], rows[part])]),
    ),
  });
  return { train: samples('train'), test: samples('test'), scales, rows, dataset };
}

/** The numbers of a column, scaled. */
interface Pair {
  readonly train: Float64Array;
  readonly test: Float64Array;
}

function splitOf({ columns, test }: Dataset): Split {
  return split(columns[0].values.length, test?.share ?? 0, test?.seed ?? 0);
}

function hasSameSplit({ columns: a, test: of }: Dataset, { columns: b, test: to }: Dataset) {
  return (
    a[0].values.length === b[0].values.length &&
    (of?.share ?? 0) === (to?.share ?? 0) &&
    (of?.seed ?? 0) === (to?.seed ?? 0)
  );
}

/** Whether a column was there before with the same numbers (not only equal ones), scaled alike. */
function hasSame(before: Dataset, { scale }: Dataset, { name, values }: DataColumn): boolean {
  return (
    before.scale?.[name] === scale?.[name] &&
    before.columns.some((column) => column.name === name && column.values === values)
  );
}

function pairIn({ dataset, train, test }: Bound, name: string): Pair | undefined {
  const id = Object.entries(dataset.bind ?? {}).find(([, to]) => to === name)?.[0] ?? '';
  const [one, other] = [train.inputs.get(id), test.inputs.get(id)];
  return one && other && { train: one, test: other };
}

/** The values in some rows, scaled; a plain loop, since every edit of large data comes through here. */
function valuesAt(values: readonly number[], places: Uint32Array, scale?: Scale): Float64Array {
  const at = new Float64Array(places.length);
  for (let i = 0; i < at.length; i++) {
    const x = values[places[i]] ?? Number.NaN;
    at[i] = scale ? scaled(x, scale) : x;
  }
  return at;
}

/**
 * A table as the data of a graph: columns go to the inputs of their name. What was settled before for
 * columns of these names stays, and so does the share of rows to test with.
 */
export function datasetOf({ columns }: Table, graph: Graph, before?: Dataset): Dataset {
  const names = new Set(columns.map(({ name }) => name));
  const kept = Object.entries(before?.bind ?? {}).filter(([, name]) => names.has(name));
  const sameName = inputsOf(graph).filter((id) => names.has(id));
  const scale = Object.entries(before?.scale ?? {}).filter(([name]) => names.has(name));
  return {
    version: 1,
    columns: columns.map(({ values, ...column }) => ({ ...column, values: [...values] })),
    bind: Object.fromEntries([...sameName.map((id) => [id, id]), ...kept]),
    ...(scale.length > 0 && { scale: Object.fromEntries(scale) }),
    ...(before?.test && { test: before.test }),
  };
}

/** Where no column goes anywhere yet and there are as many as inputs: each to the input in its place. */
export function boundInOrder(dataset: Dataset, graph: Graph): Dataset {
  const inputs = inputsOf(graph);
  const { columns, bind = {} } = dataset;
  if (Object.keys(bind).length > 0 || inputs.length !== columns.length) return dataset;
  return { ...dataset, bind: Object.fromEntries(inputs.map((id, i) => [id, columns[i].name])) };
}

/** The inputs that a column can go to: those that hold a single number, in file order. */
export function inputsOf({ nodes }: Graph): readonly string[] {
  return nodes
    .filter(({ op, value }) => op === 'input' && typeof (value ?? 0) === 'number')
    .map(({ id }) => id);
}
