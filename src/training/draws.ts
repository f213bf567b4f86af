import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { mersenne } from 'pure-rand/generator/mersenne';
import { cosine, logarithm } from '../ops/index.ts';

/** Seeded numbers: the same seed gives the same ones, one after the other. */
export interface Draws {
  /** Evenly spread from 0 to 1, without 1. */
  readonly uniform: () => number;
  /** With mean 0 and deviation 1 (Box and Muller 1958). */
  readonly normal: () => number;
}

/** The numbers of a seed, a whole number from 0 to 4294967295. */
export function drawsOf(seed: number): Draws {
  const generator = mersenne(seed);
  const uniform = () => uniformFloat64(generator);
  const normal = () => Math.sqrt(-2 * logarithm(1 - uniform())) * cosine(2 * Math.PI * uniform());
  return { uniform, normal };
}
