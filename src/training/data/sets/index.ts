import { drawsOf } from '../../draws.ts';
import type { Table } from '../table.ts';
import { threeClasses, twoClasses, yesOrNo } from './classes.ts';
import { sine, snake } from './curves.ts';
import { gates } from './gates.ts';
import { courseLine, housePrices, noisyLine } from './lines.ts';
import type { BuiltInSet, Made, SetSettings } from './set.ts';

export type { BuiltInSet, SetSetting, SetSettings } from './set.ts';

/** All data sets that come with Chainrule, in the order they are offered. */
export const builtInSets: readonly BuiltInSet[] = [
  gates,
  courseLine,
  noisyLine,
  housePrices,
  sine,
  snake,
  yesOrNo,
  twoClasses,
  threeClasses,
];

/**
 * The table of a built-in set, by its id. Settings out of bounds are brought within them; the same
 * settings and seed give the same numbers. An unknown id is a mistake of ours and throws.
 */
export function makeSet(id: string, settings: SetSettings = {}, seed = 1): Table {
  const set = setOf(id);
  return set.make(completed(set, settings, seed));
}

/** Whether another seed gives other numbers. */
export function dependsOnSeed(id: string, settings: SetSettings = {}): boolean {
  const set = setOf(id);
  return set.isRandom(completed(set, settings, 0));
}

function setOf(id: string): BuiltInSet {
  const set = builtInSets.find((each) => each.id === id);
  if (set === undefined) throw new Error(`there is no set ${id}`);
  return set;
}

function completed(set: BuiltInSet, given: SetSettings, seed: number): Made {
  const settings = new Map(set.settings.map((setting) => [setting.id, setting]));
  return {
    draws: drawsOf(seed),
    number(id) {
      const setting = settings.get(id);
      if (setting?.kind !== 'number') throw new Error(`${set.id} has no number ${id}`);
      const wanted = Number(given[id] ?? setting.default);
      const number = Number.isInteger(setting.step) ? Math.round(wanted) : wanted;
      if (Number.isNaN(number)) return setting.default;
      return Math.min(setting.most, Math.max(setting.least, number));
    },
    choice(id) {
      const setting = settings.get(id);
      if (setting?.kind !== 'choice') throw new Error(`${set.id} has no choice ${id}`);
      const wanted = given[id];
      return setting.choices.some((choice) => choice.id === wanted)
        ? String(wanted)
        : setting.default;
    },
  };
}
