/** One column of data: a number per row, or for words their place among `labels`. */
export interface Column {
  readonly name: string;
  readonly values: Float64Array;
  /** The words of a column of words, in the order they first come. */
  readonly labels?: readonly string[];
}

/** Data in rows and columns; all columns are equally long and their names differ. */
export interface Table {
  readonly columns: readonly Column[];
}

/** How many rows a table has. */
export function rowCount({ columns }: Table): number {
  return columns.length === 0 ? 0 : columns[0].values.length;
}
