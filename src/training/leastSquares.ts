/** A column with so small a part of its own, apart from the columns before it, depends on them. */
const negligible = 1e-12;

/**
 * The weights w that make ‖X·w − y‖² least, which solve the normal equation XᵀX·w = Xᵀy. Rows of X are
 * samples; a column of ones stands for the bias. XᵀX itself is never made, as that would cost half of
 * the digits: X is brought to a triangle by Householder's reflections, which leave the equation as it
 * is (Golub and Van Loan, Matrix Computations, 5.3.2). Undefined where columns depend on each other,
 * so that there is no single best answer.
 */
export function leastSquares(
  rows: readonly ArrayLike<number>[],
  targets: ArrayLike<number>,
): number[] | undefined {
  const width = rows.length === 0 ? 0 : rows[0].length;
  if (rows.length < width) return undefined;
  const columns = Array.from({ length: width }, (_, j) => Float64Array.from(rows, (row) => row[j]));
  const right = Float64Array.from(targets);
  const diagonal: number[] = [];
  for (let k = 0; k < width; k++) {
    const mirror = columns[k];
    const length = norm(mirror, k);
    if (!(length > negligible * norm(mirror, 0))) return undefined;
    const entry = mirror[k] > 0 ? -length : length;
    mirror[k] -= entry;
    const half = -entry * mirror[k];
    for (const column of [...columns.slice(k + 1), right]) {
      let share = 0;
      for (let i = k; i < column.length; i++) share += mirror[i] * column[i];
      share /= half;
      for (let i = k; i < column.length; i++) column[i] -= share * mirror[i];
    }
    diagonal.push(entry);
  }
  const weights = new Array<number>(width).fill(0);
  for (let k = width - 1; k >= 0; k--) {
    let rest = right[k];
    for (let j = k + 1; j < width; j++) rest -= columns[j][k] * weights[j];
    weights[k] = rest / diagonal[k];
  }
  return weights;
}

/** The length of a column from row `from` on. */
function norm(column: Float64Array, from: number): number {
  let sum = 0;
  for (let i = from; i < column.length; i++) sum += column[i] * column[i];
  return Math.sqrt(sum);
}
