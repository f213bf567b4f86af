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
  const scales = new Map<string, Scale>();
  const columns = new Map<string, Float64Array>();
  for (const { name, values } of dataset.columns) {
    const numbers = Float64Array.from(values);
    // What the test rows hold must not leak into how the training rows are scaled.
    const seen = Float64Array.from(rows.train, (row) => numbers[row]);
    const scale = scaleOf(seen, dataset.scale?.[name] ?? 'none');
    scales.set(name, scale);
    columns.set(
      name,
      numbers.map((x) => scaled(x, scale)),
    );
  }
  const samples = (places: Uint32Array): Samples => ({
    count: places.length,
    inputs: new Map(
      bind.map(([id, name]) => {
        const column = columns.get(name);
        return [id, Float64Array.from(places, (row) => column?.[row] ?? Number.NaN)];
      }),
    ),
  });
  return { train: samples(rows.train), test: samples(rows.test), scales, rows };
}

/** A table as the data of a graph: columns go to the inputs of their name. */
export function datasetOf({ columns }: Table, graph: Graph, before?: Dataset): Dataset {
  const names = new Set(columns.map(({ name }) => name));
  const inputs = graph.nodes.filter(
    ({ op, value }) => op === 'input' && (value === undefined || typeof value === 'number'),
  );
  const kept = Object.entries(before?.bind ?? {}).filter(([, name]) => names.has(name));
  const sameName = inputs.filter(({ id }) => names.has(id)).map(({ id }) => [id, id]);
  return {
    version: 1,
    columns: columns.map(({ values, ...column }) => ({ ...column, values: [...values] })),
    bind: Object.fromEntries([...sameName, ...kept]),
  };
}
