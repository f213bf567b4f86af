import type { Reduction } from '../../engine/index.ts';
import type { Objective, Samples } from '../../training/index.ts';

/** Rows between which the page gets its turn. */
const block = 4096;

/**
 * An objective over all samples (or for the graph alone), and its gradients where some are given, in
 * steps between which the page stays alive.
 */
export function* overRows(
  objective: Objective,
  numbers: Float64Array,
  reduction: Reduction,
  samples: Samples | undefined,
  gradients?: Float64Array,
): Generator<void, number> {
  if (samples === undefined) {
    return objective.evaluate(numbers, reduction, undefined, 0, 1, gradients);
  }
  const { count } = samples;
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  const share = reduction === 'mean' ? count : 1;
  const part = gradients?.slice();
  gradients?.fill(0);
  let sum = 0;
  for (let from = 0; from < count; from += block) {
    sum += objective.evaluate(numbers, 'sum', order, from, Math.min(count, from + block), part);
    if (gradients && part) for (let i = 0; i < part.length; i++) gradients[i] += part[i];
    yield;
  }
  if (gradients) for (let i = 0; i < gradients.length; i++) gradients[i] /= share;
  return sum / share;
}
