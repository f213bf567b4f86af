import type { Graph } from '../../graph/index.ts';
import type { Ending, Plan, Report, RunData } from '../../training/index.ts';

/** How far a run goes: up to so many updates or passes through the data, or until it is stopped. */
export interface Goal {
  readonly count?: number;
  readonly epoch?: number;
}

/**
 * How fast updates follow each other: as fast as they can be made, so many a second, or slowly at
 * first, to be watched, and then faster and faster.
 */
export type Pace = 'full' | 'eased' | number;

/** What the worker is asked. */
export type Ask =
  | {
      readonly kind: 'open';
      readonly run: number;
      readonly graph: Graph;
      readonly output: string;
      readonly plan: Plan;
      readonly data?: RunData;
    }
  | {
      readonly kind: 'go';
      readonly run: number;
      readonly goal: Goal;
      readonly heedsStops: boolean;
      readonly pace: Pace;
    }
  /** The last report has been shown: there may be another one. */
  | { readonly kind: 'seen' | 'pause' | 'close'; readonly run: number };

/** What it answers. A run rests when it has reached its goal or was paused. */
export type Reply =
  | {
      readonly kind: 'report';
      readonly run: number;
      readonly report: Report;
      readonly state: 'going' | 'resting';
      readonly ending?: Ending;
    }
  | { readonly kind: 'failed'; readonly run: number; readonly message: string };
