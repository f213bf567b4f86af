import type { Iterate } from './trainer.ts';

/** What is kept of a run at one iterate. */
export interface HistoryPoint extends Iterate {
  /** The output over all training rows; what the last batch gave is `loss`. */
  readonly lossOfAll: number;
  /** The output over the test rows, where there are any. */
  readonly test?: number;
}

/** The points kept of a run: every iterate of a short one, evenly thinned of a long one. */
export type History = readonly HistoryPoint[];
