import { adam } from './adam.ts';
import { gradientDescent } from './gradientDescent.ts';
import { momentum } from './momentum.ts';
import { rmsprop } from './rmsprop.ts';
import type { UpdateRule } from './rule.ts';

/** Every update rule by its id, in the order they are offered. */
export const updateRules: ReadonlyMap<string, UpdateRule> = new Map(
  [gradientDescent, momentum, rmsprop, adam].map((rule) => [rule.id, rule]),
);
