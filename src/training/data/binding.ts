import type { Dataset, Graph } from '../../graph/index.ts';
import type { Samples } from '../samples.ts';
import { type Scale, scaled, scaleOf } from './scale.ts';
import { split } from './split.ts';
import type { Table } from './table.ts';

/** The data of a graph as training sees it: bound to inputs, scaled, and split. */
export interface Bound {
  readonly train: Samples;
  readonly test: Samples;
  /** By column: how its numbers were scaled, to be undone where they are shown. */
  readonly scales: ReadonlyMap<string, Scale>;
  /** The rows of the table that train and test, in the order of their samples. */
  readonly rows: { readonly train: Uint32Array; readonly test: Uint32Array };
}

/** Binds the data of a graph to its inputs; undefined where there is no data, or none is bound. */
export function bindData({ dataset }: Graph): Bound | undefined {
  const bind = Object.entries(dataset?.bind ?? {});
  if (dataset === undefined || bind.length === 0) return undefined;
  const rows = split(
    dataset.columns[0].values.length,
    dataset.test?.share ?? 0,
    dataset.test?.seed ?? 0,
  );
  const columns = new Map(dataset.columns.map((column) => [column.name, column.values]));
  const scales = new Map<string, Scale>();
  for (const [name, values] of columns) {
    const scaling = dataset.scale?.[name] ?? 'none';
    // What the test rows hold must not leak into how the training rows are scaled.
    const seen = scaling === 'none' ? new Float64Array() : valuesAt(values, rows.train);
    scales.set(name, scaleOf(seen, scaling));
  }
  const samples = (places: Uint32Array): Samples => ({
    count: places.length,
    inputs: new Map(
      bind.map(([id, name]) => [id, valuesAt(columns.get(name) ?? [], places, scales.get(name))]),
    ),
  });
  return { train: samples(rows.train), test: samples(rows.test), scales, rows };
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
