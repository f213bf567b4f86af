import type { RuleId } from '../../graph/index.ts';
import type { Text } from '../../ops/index.ts';

/** A constant of an update rule, such as β₁ of Adam. */
export interface RuleSetting {
  readonly name: Text;
  readonly tex: string;
  readonly default: number;
  readonly least: number;
  readonly most: number;
}

/** What one update works on. All arrays have one number per trained number, in the same order. */
export interface Update {
  /** Overwritten with the new parameters. */
  readonly parameters: Float64Array;
  readonly gradients: Float64Array;
  /** What the rule keeps from one update to the next, overwritten too; zeros at first. */
  readonly memory: readonly Float64Array[];
  /** The learning rate of this update. */
  readonly rate: number;
  /** How many updates this makes it, from 1. */
  readonly count: number;
}

/** How gradients move parameters. */
export interface UpdateRule {
  /** Stable id used in files and on the command line. */
  readonly id: RuleId;
  readonly name: Text;
  /** One sentence on what it does. */
  readonly about: Text;
  /** The update of one parameter θ with gradient g, learning rate η and update number t. */
  readonly tex: readonly string[];
  /** The names, in TeX, of what it keeps per parameter. */
  readonly memory: readonly string[];
  readonly settings: Readonly<Record<string, RuleSetting>>;
  readonly update: (update: Update, settings: RuleSettings) => void;
}

/** The constants of a rule, complete with defaults. */
export type RuleSettings = Readonly<Record<string, number>>;

/** The constants given, completed with the defaults of the rule; unknown ones are left out. */
export function completeSettings(rule: UpdateRule, given: RuleSettings = {}): RuleSettings {
  return Object.fromEntries(
    Object.entries(rule.settings).map(([id, setting]) => [
      id,
      Object.hasOwn(given, id) ? given[id] : setting.default,
    ]),
  );
}
