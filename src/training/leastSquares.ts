/** A column with so small a part of its own, apart from the columns before it, depends on them. */
const negligible = 1e-12;

/**
 * The weights w that make ‖X·w − y‖² least, which solve the normal equation XᵀX·w = Xᵀy, of rows that
 * come some at a time. Rows of X are samples; a column of ones stands for the bias. XᵀX itself is never
 * made, as that would cost half of the digits: all that came is kept as a triangle, to which
 * Householder's reflections bring it together with the next rows, and which leaves the equation as it
 * is (Golub and Van Loan, Matrix Computations, 5.3.2).
 */
export class LeastSquares {
  /** By column of X, and y last: its first so many entries, all others being 0. */
  private readonly triangle: readonly Float64Array[];
  private readonly width: number;

  constructor(width: number) {
    this.width = width;
    this.triangle = Array.from({ length: width + 1 }, () => new Float64Array(width));
  }

  /** Takes in rows: the columns of X, and y. */
  add(columns: readonly ArrayLike<number>[], targets: ArrayLike<number>): void {
    const { triangle, width } = this;
    const stacked = [...columns, targets].map((column, j) => {
      const all = new Float64Array(width + column.length);
      all.set(triangle[j]);
      all.set(column, width);
      return all;
    });
    for (let k = 0; k < width; k++) reflect(stacked, k);
    for (let j = 0; j <= width; j++) triangle[j].set(stacked[j].subarray(0, width));
  }

  /** Undefined where columns depend on each other, so that there is no single best answer. */
  solve(): Float64Array | undefined {
    const { triangle, width } = this;
    const weights = new Float64Array(width);
    for (let k = width - 1; k >= 0; k--) {
      const column = triangle[k];
      if (!(Math.abs(column[k]) > negligible * norm(column, 0))) return undefined;
      let rest = triangle[width][k];
      for (let j = k + 1; j < width; j++) rest -= triangle[j][k] * weights[j];
      weights[k] = rest / column[k];
    }
    return weights;
  }
}

/** Mirrors all columns so that nothing is left of column k below its entry k. */
function reflect(columns: readonly Float64Array[], k: number): void {
  const mirror = columns[k];
  const length = norm(mirror, k);
  if (length === 0) return;
  const entry = mirror[k] > 0 ? -length : length;
  mirror[k] -= entry;
  const half = -entry * mirror[k];
  for (const column of columns.slice(k + 1)) {
    let share = 0;
    for (let i = k; i < column.length; i++) share += mirror[i] * column[i];
    share /= half;
    for (let i = k; i < column.length; i++) column[i] -= share * mirror[i];
  }
  mirror.fill(0, k);
  mirror[k] = entry;
}

/** The length of a column from row `from` on. */
function norm(column: Float64Array, from: number): number {
  let sum = 0;
  for (let i = from; i < column.length; i++) sum += column[i] * column[i];
  return Math.sqrt(sum);
}
