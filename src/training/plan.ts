import type { Reduction } from '../engine/index.ts';
import type { RuleSettings } from './rules/rule.ts';
import type { Schedule } from './schedule.ts';
import type { StopRule } from './stop.ts';
import type { TargetRule } from './target.ts';

/** What moves the parameters: an update rule by its gradient, or target back-propagation. */
export type Move =
  | {
      readonly by: 'gradient';
      /** Id of an update rule, see `updateRules`. */
      readonly rule: string;
      readonly settings?: RuleSettings;
      readonly rate: number;
      readonly schedule?: Schedule;
    }
  | ({ readonly by: 'target' } & TargetRule);

/** How a graph is trained. Without data every update uses the values that stand in the graph. */
export interface Plan {
  readonly move: Move;
  /** Parameters that stay as they are. */
  readonly frozen?: readonly string[];
  /** Samples an update uses; all of them if it is absent. */
  readonly batch?: number;
  /** In which order they come; `shuffled` anew in every epoch, by the seed. */
  readonly order?: 'kept' | 'shuffled';
  /** A whole number from 0 to 4294967295; 0 if it is absent. */
  readonly seed?: number;
  /** Whether an update goes by the mean of its samples' gradients or by their sum; the mean if absent. */
  readonly reduction?: Reduction;
  readonly stop?: readonly StopRule[];
  /**
   * When the stop rules are asked: `before` an update, of the loss that its parameters have, or
   * `after` it, still of the loss it started from, as loops do that test at their end.
   */
  readonly check?: 'before' | 'after';
}
