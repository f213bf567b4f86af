import type { Tensor } from '../ops/index.ts';

/** The ids of the update rules. */
export const ruleIds = ['gradientDescent', 'momentum', 'rmsprop', 'adam'] as const;
export type RuleId = (typeof ruleIds)[number];

/** How the learning rate goes on from its first value. */
export type Schedule =
  | { readonly kind: 'constant' }
  /** Multiplied by `factor` after every `every` updates. */
  | { readonly kind: 'step'; readonly every: number; readonly factor: number }
  /** Falls along half a cosine to `least` within `over` updates and stays there. */
  | { readonly kind: 'cosine'; readonly over: number; readonly least: number };

/** A parameter below `below` is put to `to`. */
export interface Clamp {
  readonly below: number;
  readonly to: number;
}

/** What moves the parameters: an update rule by its gradient, or target back-propagation. */
export type Move =
  | {
      readonly by: 'gradient';
      readonly rule: RuleId;
      /** Constants of the rule; its defaults hold for those that are absent. */
      readonly settings?: Readonly<Record<string, number>>;
      readonly rate: number;
      readonly schedule?: Schedule;
    }
  | {
      readonly by: 'target';
      /** What the output shall become. */
      readonly target: number;
      /** By parameter: its share of the error. Parameters that are absent stay as they are. */
      readonly shares: Readonly<Record<string, number>>;
      /** Whether the factors are those of the start for good, or new before every update. */
      readonly factor: 'kept' | 'recomputed';
      /** By parameter: where it must not go, and where it is put then. */
      readonly clamps?: Readonly<Record<string, Clamp>>;
    };

/** A reason to stop, and the number it goes by. */
export type StopRule =
  | { readonly kind: 'loss-below' | 'error-below' | 'gradient-below'; readonly value: number }
  | { readonly kind: 'iterations'; readonly count: number }
  /** The loss has not fallen by more than `least` within the last `patience` updates. */
  | { readonly kind: 'no-progress'; readonly least: number; readonly patience: number };

/** How parameters get random values to start from. */
export type Start =
  /** Evenly spread from `from` to `to`. */
  | { readonly kind: 'uniform'; readonly from: number; readonly to: number }
  | { readonly kind: 'normal'; readonly mean: number; readonly deviation: number }
  | { readonly kind: 'xavier' | 'he' };

/** The `training` section of a graph file. Without data an update uses the values of the graph. */
export interface Training {
  readonly version: 1;
  readonly move: Move;
  /** Parameters that stay as they are. */
  readonly frozen?: readonly string[];
  /** Samples an update uses; all of them if it is absent. */
  readonly batch?: number;
  /** In which order they come; `shuffled` anew in every epoch, by the seed. `kept` if absent. */
  readonly order?: 'kept' | 'shuffled';
  /** A whole number from 0 to 4294967295; 0 if it is absent. */
  readonly seed?: number;
  /** Whether an update goes by the mean of its samples' gradients or by their sum; the mean if absent. */
  readonly reduction?: 'mean' | 'sum';
  readonly stop?: readonly StopRule[];
  /**
   * When the stop rules are asked: `before` an update, of the loss that its parameters have, or
   * `after` it, still of the loss it started from, as loops do that test at their end.
   */
  readonly check?: 'before' | 'after';
  /** By parameter: the value to go back to when training starts over. */
  readonly start?: Readonly<Record<string, Tensor>>;
  /** How those are drawn when new ones are wanted. */
  readonly random?: Start;
}
