import { chanceOf } from '../practice/chance.ts';

/** Data for the inputs of a graph: one number per sample for each of them. */
export interface Samples {
  readonly count: number;
  readonly inputs: ReadonlyMap<string, Float64Array>;
}

/**
 * The order in which the samples of an epoch (from 0) come: as they stand, or shuffled (Fisher and
 * Yates) by seed and epoch alone, so that any epoch can be gone back to.
 */
export function orderOf(
  count: number,
  order: 'kept' | 'shuffled',
  seed: number,
  epoch: number,
): Uint32Array {
  const indices = new Uint32Array(count);
  for (let i = 0; i < count; i++) indices[i] = i;
  if (order === 'kept') return indices;
  const { whole } = chanceOf((seed + Math.imul(epoch, 0x9e3779b1)) >>> 0);
  for (let i = count - 1; i > 0; i--) {
    const j = whole(0, i);
    const taken = indices[i];
    indices[i] = indices[j];
    indices[j] = taken;
  }
  return indices;
}
