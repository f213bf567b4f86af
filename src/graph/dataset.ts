/** One column of data: a number per row. */
export interface DataColumn {
  readonly name: string;
  readonly values: readonly number[];
  /** For a column of words: what its numbers 0, 1, … stand for. */
  readonly labels?: readonly string[];
}

/** The `dataset` section of a graph file: rows of data, and which input gets which column. */
export interface Dataset {
  readonly version: 1;
  /** Equally long, with names of their own. */
  readonly columns: readonly DataColumn[];
  /** By the id of an input that holds a single number: the column it takes its values from. */
  readonly bind?: Readonly<Record<string, string>>;
  /** By column: `range` trains on numbers from 0 to 1, `standard` on mean 0 and deviation 1. */
  readonly scale?: Readonly<Record<string, 'range' | 'standard'>>;
  /** The share of rows set aside to test with, drawn by the seed (0 without it). */
  readonly test?: { readonly share: number; readonly seed?: number };
}
