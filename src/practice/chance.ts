import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { mersenne } from 'pure-rand/generator/mersenne';

/** Seeded choices: the same seed gives the same ones in every browser and on every machine. */
export interface Chance {
  /** A whole number from `from` to `to`, both included. */
  readonly whole: (from: number, to: number) => number;
  /** One item of a list that is not empty. */
  readonly pick: <Item>(items: readonly Item[]) => Item;
}

/** The choices of a seed, a whole number from 0 to 4294967295. */
export function chanceOf(seed: number): Chance {
  const generator = mersenne(seed);
  const whole = (from: number, to: number) => uniformInt(generator, from, to);
  return { whole, pick: (items) => items[whole(0, items.length - 1)] };
}
