import type { Run } from '../op.ts';

/**
 * Where the operand stands that is the result of item `i` of a `max` or `min` run: the first one
 * where several tie, -1 where the result is not a number.
 */
export function winner(run: Run, values: Float64Array, i: number): number {
  const { start, operands, arity } = run;
  for (let port = 0; port < arity; port++) {
    const operand = operands[i * arity + port];
    if (values[operand] === values[start + i]) return operand;
  }
  return -1;
}
