import { create } from 'zustand';
import type { Graph } from '../../graph/index.ts';
import type { Ending, History, Plan, Trained } from '../../training/index.ts';

/** One run: what was trained and how, and what has come of it so far. */
export interface Run {
  /** Counts up over the runs of a page. */
  readonly id: number;
  /** The graph it started from; its results belong to this graph and no other. */
  readonly source: Graph;
  readonly output: string;
  readonly plan: Plan;
  /** Where each parameter stands among the numbers of a history point. */
  readonly trained: readonly Trained[];
  readonly history: History;
  readonly status: 'running' | 'paused' | 'ended';
  /** Why it ended; a run that was cancelled ended without a reason of its own. */
  readonly ending?: Ending;
}

interface TrainingState {
  /** Runs of the present document, oldest first; plots show them over each other. */
  readonly runs: readonly Run[];
  /** The id of the run whose iterates are looked at; null before the first. */
  readonly current: number | null;
  /** The number of updates (`count`) of the iterate whose parameters are on the canvas. */
  readonly at: number;
}

/** What training has come to on this page; never part of a graph file. */
export const useTraining = create<TrainingState>()(() => ({ runs: [], current: null, at: 0 }));

/** The run whose iterates are looked at. */
export function currentRun({ runs, current }: TrainingState): Run | undefined {
  return runs.find(({ id }) => id === current);
}
