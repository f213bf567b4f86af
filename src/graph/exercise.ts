import type { Localized } from './localized.ts';

/** The numbers a parameter or input may take in a variant: `from`, `from + step`, … up to `to`. */
export interface Range {
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

/**
 * The `exercise` section of a graph file: what is asked of a learner and how it is marked.
 * Quantities are named by their ids (`gradient:b`, see `quantityId`); those neither asked nor
 * hidden are given.
 */
export interface Exercise {
  readonly version: 1;
  /** `compute`: work the asked numbers out. `find-bug`: find the one number that is wrong. */
  readonly kind?: 'compute' | 'find-bug';
  /** Ids of the quantities that are asked, in the order they are asked. */
  readonly asked: readonly string[];
  /** Ids of quantities that are neither shown nor asked. */
  readonly hidden?: readonly string[];
  /** `given`: in the order of `asked`; `free`: in any order the dependencies allow. */
  readonly order?: 'given' | 'free';
  /** How far an answer may lie from the number at most, relative to it; 0.01 without it. */
  readonly tolerance?: number;
  /** How many levels of hints there are; 3 without it. */
  readonly hints?: 0 | 1 | 2 | 3;
  /** How many answers a question takes; any number without it. */
  readonly attempts?: number;
  readonly instructions?: Localized;
  /** Leaves that are drawn anew by a seed; with a seed given, only its numbers count. */
  readonly variants?: {
    readonly seed?: number;
    readonly ranges: Readonly<Record<string, Range>>;
  };
  /** Of `find-bug`: the quantity that is wrong, and the mistake (by id) that made it so. */
  readonly bug?: { readonly quantity: string; readonly mistake: string };
  /** The learning rate of the update that a learner may wrongly have made first; 0.1 without it. */
  readonly rate?: number;
}

/** What holds where an exercise does not say. */
export const exerciseDefaults = {
  kind: 'compute',
  order: 'given',
  tolerance: 0.01,
  hints: 3,
  rate: 0.1,
} as const satisfies Partial<Exercise>;
