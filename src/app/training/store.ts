import { create } from 'zustand';
import type { Graph } from '../../graph/index.ts';
import type { Text } from '../../ops/index.ts';
import type { Ending, History, HistoryPoint, Past, Plan, Trained } from '../../training/index.ts';
import type { Goal } from './messages.ts';

/** One run: what was trained and how, and what has come of it so far. */
export interface Run {
  /** Counts up over the runs of a page. */
  readonly id: number;
  /** The graph it started from; its results belong to this graph and no other. */
  readonly source: Graph;
  /** The document as this run wrote it last. */
  readonly written: Graph;
  readonly output: string;
  readonly plan: Plan;
  /** Where each parameter stands among the numbers of a history point. */
  readonly trained: readonly Trained[];
  /** Empty until the first word of the worker. */
  readonly history: History;
  /** Iterates that were left out of it and worked out again. */
  readonly found: History;
  /** What it takes to go on from the last one. */
  readonly past?: Past;
  readonly status: 'running' | 'paused' | 'ended';
  /** Why it ended; a run that was cancelled ended without a reason of its own. */
  readonly ending?: Ending;
  /** Where it is going, since when and from where. */
  readonly going?: Going;
}

export interface Going {
  readonly goal: Goal;
  /** True for a single update, which is no time to change what buttons are for. */
  readonly isStep: boolean;
  /** False where it goes on whatever its stop rules say. */
  readonly heedsStops: boolean;
  /** Milliseconds, on the clock of `performance.now`. */
  readonly since: number;
  readonly from: { readonly count: number; readonly epoch: number };
}

export interface TrainingState {
  /** Runs of the present document, oldest first; plots show them over each other. */
  readonly runs: readonly Run[];
  /** The id of the run whose iterates are looked at; null before the first. */
  readonly current: number | null;
  /** The number of updates (`count`) of the iterate whose parameters are on the canvas. */
  readonly at: number;
  /** The one that was asked for and is being worked out. */
  readonly sought: number | null;
  /** Why the last run ended, where that was not its own doing. */
  readonly message: Text | null;
  /** What was done last that is heard of in no other way. */
  readonly told: Text | null;
}

/** What training has come to on this page; never part of a graph file. */
export const useTraining = create<TrainingState>()(() => ({
  runs: [],
  current: null,
  at: 0,
  sought: null,
  message: null,
  told: null,
}));

/** The run whose iterates are looked at. */
export function currentRun({ runs, current }: TrainingState): Run | undefined {
  return runs.find(({ id }) => id === current);
}

/** The iterate that is on the canvas. */
export function currentPoint(state: TrainingState): HistoryPoint | undefined {
  const run = currentRun(state);
  return run && pointAt(run, state.at);
}

/** The iterate of a run with so many updates, where it is known. */
export function pointAt({ history, found }: Run, count: number): HistoryPoint | undefined {
  const is = (point: HistoryPoint) => point.count === count;
  return history.find(is) ?? found.find(is);
}

/** Changes what is known of a run. */
export function updateRun(id: number, changes: Partial<Run>): void {
  useTraining.setState(({ runs }) => ({
    runs: runs.map((run) => (run.id === id ? { ...run, ...changes } : run)),
  }));
}
