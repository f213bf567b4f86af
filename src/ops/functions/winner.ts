import type { Run } from '../op.ts';

/**
 * The port whose operand is the result of item `i` of a `max` or `min` run: the first one where
 * several tie, -1 where the result is not a number.
 */
export function winner(run: Run, values: Float64Array, i: number): number {
  const result = values[run.start + i];
  for (let port = 0; port < run.inputs.length; port++) {
    if (values[run.inputs[port][i]] === result) return port;
  }
  return -1;
}
