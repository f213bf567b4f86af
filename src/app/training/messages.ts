import type { Graph } from '../../graph/index.ts';
import type {
  Ending,
  History,
  Iterate,
  Past,
  Plan,
  Report,
  RunData,
} from '../../training/index.ts';

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

/** All that a run goes on from. */
export interface Standing {
  readonly iterate: Iterate;
  readonly past: Past;
}

/** What the worker is asked. */
export type Ask =
  | {
      readonly kind: 'open';
      readonly run: number;
      readonly graph: Graph;
      readonly output: string;
      readonly plan: Plan;
      readonly data?: RunData;
      /** Where it is taken up again, if it does not begin. */
      readonly from?: Standing;
    }
  /** Works out iterates again: those after one up to one with so many updates. */
  | {
      readonly kind: 'find';
      readonly run: number;
      readonly from: Iterate;
      readonly count: number;
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
  | { readonly kind: 'found'; readonly run: number; readonly points: History }
  | { readonly kind: 'failed'; readonly run: number; readonly message: string };
