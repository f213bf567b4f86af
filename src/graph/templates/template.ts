import type { Text } from '../../ops/index.ts';
import type { Graph } from '../graph.ts';

/** A whole number that a template can be built with, such as how many inputs a neuron has. */
export interface TemplateSetting {
  readonly id: string;
  readonly name: Text;
  readonly least: number;
  readonly most: number;
  readonly default: number;
}

/** A part that graphs are built of, made anew for every use. */
export interface Template {
  readonly id: string;
  readonly name: Text;
  /** One sentence for whoever chooses among templates. */
  readonly about: Text;
  readonly settings: readonly TemplateSetting[];
  /** The setting that says how many inputs it has: its first nodes, which others may take the place of. */
  readonly takes?: TemplateSetting;
  /** The graph for these settings, by id: placed, boxed and with numbers to start from. */
  readonly build: (settings: Readonly<Record<string, number>>) => Graph;
}

/** The number given for a setting, made whole and brought within its bounds; else its default. */
export function settingIn(
  given: Readonly<Record<string, number>>,
  { id, least, most, default: usual }: TemplateSetting,
): number {
  const wanted = Object.hasOwn(given, id) ? Math.round(given[id]) : usual;
  return Number.isNaN(wanted) ? usual : Math.min(most, Math.max(least, wanted));
}
