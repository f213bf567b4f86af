/**
 * The weights w that make ‖X·w − y‖² least, by the normal equation XᵀX·w = Xᵀy, solved by Gaussian
 * elimination with pivots. Rows of X are samples; a column of ones stands for the bias. Undefined
 * where columns depend on each other, so that there is no single best answer.
 */
export function leastSquares(
  rows: readonly (readonly number[])[],
  targets: readonly number[],
): number[] | undefined {
  const width = rows.length === 0 ? 0 : rows[0].length;
  const system = Array.from({ length: width }, (_, i) => [
    ...Array.from({ length: width }, (_, j) => dot(rows, (row) => row[i] * row[j])),
    dot(rows, (row, sample) => row[i] * targets[sample]),
  ]);
  return solve(system);
}

function dot(
  rows: readonly (readonly number[])[],
  term: (row: readonly number[], sample: number) => number,
): number {
  return rows.reduce((sum, row, sample) => sum + term(row, sample), 0);
}

/** Pivots smaller than this part of the largest entry of their column count as 0. */
const negligible = 1e-12;

/** Solves a system given as rows of coefficients with the right side at their end. */
function solve(system: readonly number[][]): number[] | undefined {
  const size = system.length;
  const scale = Math.max(...system.flatMap((row) => row.slice(0, size).map(Math.abs)), 0);
  const rows = system.map((row) => [...row]);
  for (let column = 0; column < size; column++) {
    const rest = rows.slice(column);
    const pivot = rest.reduce((a, b) => (Math.abs(b[column]) > Math.abs(a[column]) ? b : a));
    if (!(Math.abs(pivot[column]) > negligible * scale)) return undefined;
    rows.splice(rows.indexOf(pivot), 1);
    rows.splice(column, 0, pivot);
    for (const row of rows) {
      if (row === pivot) continue;
      const factor = row[column] / pivot[column];
      for (let i = column; i <= size; i++) row[i] -= factor * pivot[i];
    }
  }
  return rows.map((row, i) => row[size] / row[i]);
}
