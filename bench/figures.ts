import type { Name } from './contenders.ts';
import type { EditTime } from './edits.ts';
import type { TrainingFigures } from './training/measure.ts';

/** One candidate on one graph. */
export interface Figure {
  readonly name: Name;
  readonly nanosecondsPerNode: number;
  /** How many times as long as the engine it takes. */
  readonly timesEngine: number;
}

/** What a run has measured; every figure is a median over its rounds. */
export interface Measured {
  readonly graphs: readonly {
    readonly name: string;
    readonly nodes: number;
    readonly figures: readonly Figure[];
  }[];
  /** The engine's time per node in the largest graph over that at 1,000 nodes. */
  readonly growth: number;
  /** Milliseconds from an edit to the first gradient. */
  readonly edits: {
    readonly nodes: number;
    readonly structural: EditTime;
    readonly leaf: EditTime;
  };
  readonly training: TrainingFigures;
}
