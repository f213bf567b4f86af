import { useMemo } from 'react';
import type { Graph } from '../../graph/index.ts';
import { Model, type Task, type TaskRows, taskOf } from '../../training/index.ts';
import { boundOf } from '../training/data.ts';
import { useJob } from '../training/useJob.ts';
import { type Present, usePresent } from './present.ts';
import { type Maker, words } from './words.ts';

/** What the graph of the document is to learn, for as long as it computes the same. */
export function useTask({ shape }: Present): Task | undefined {
  return useMemo(() => taskOf(shape, boundOf(shape)), [shape]);
}

/** Rows of the data as pictures show them, with what is predicted for them. */
export interface Scored extends TaskRows {
  /** By part of the prediction. */
  readonly scores: readonly Float64Array[];
}

interface ScoreInputs {
  readonly graph: Graph;
  readonly task: Task;
  readonly most: number;
}

interface Scores {
  readonly train: Scored;
  readonly test: Scored;
}

/** Predictions for the rows of the data, or for so many of them that stand for all. */
export function useScores(present: Present, task: Task | undefined, most: number) {
  const { graph } = present;
  const inputs = useMemo(() => (task ? { graph, task, most } : undefined), [graph, task, most]);
  const done = useJob(inputs, scoreRows);
  return done !== undefined && done.inputs.task === task ? done.value : undefined;
}

/** Rows that are drawn; of more, evenly chosen ones. */
const mostDrawn = 1500;

/** What pictures of single rows are drawn from; `notes` say where not all rows are drawn. */
export function useDrawnRows(by: Maker) {
  const present = usePresent();
  const task = useTask(present);
  const scores = useScores(present, task, mostDrawn);
  const notes = useMemo(() => {
    if (task === undefined || scores === undefined) return [];
    const drawn = scores.train.count + scores.test.count;
    const all = task.train.count + task.test.count;
    return drawn < all ? [by.say(words.someRows(drawn, all))] : [];
  }, [task, scores, by]);
  return { graph: present.graph, task, scores, notes };
}

/** Rows between which the page gets its turn. */
const block = 2048;

function* scoreRows({ graph, task, most }: ScoreInputs): Generator<void, Scores> {
  const model = new Model(graph, task);
  const share = Math.max(1, (task.train.count + task.test.count) / most);
  const train = yield* scoreSome(model, fewer(task.train, share));
  const test = yield* scoreSome(model, fewer(task.test, share));
  return { train, test };
}

function* scoreSome(model: Model, rows: TaskRows): Generator<void, Scored> {
  const scores: Float64Array[] = [];
  for (let from = 0; from < rows.count; from += block) {
    const some = model.predict(rows.features.map((row) => row.slice(from, from + block)));
    some.forEach((row, i) => {
      scores[i] ??= new Float64Array(rows.count);
      scores[i].set(row, from);
    });
    yield;
  }
  return { ...rows, scores };
}

/** Evenly chosen rows, one of so many. */
function fewer(rows: TaskRows, share: number): TaskRows {
  if (share <= 1) return rows;
  const count = Math.max(Math.min(1, rows.count), Math.floor(rows.count / share));
  const at = (i: number) => Math.floor((i * rows.count) / count);
  const some = (column: Float64Array) =>
    Float64Array.from({ length: count }, (_, i) => column[at(i)]);
  return {
    count,
    features: rows.features.map(some),
    actual: rows.actual.length === 0 ? rows.actual : some(rows.actual),
    places: Uint32Array.from({ length: count }, (_, i) => rows.places[at(i)]),
  };
}

/** The least and the greatest of some numbers. */
export function extentOf(...columns: readonly ArrayLike<number>[]): [number, number] | undefined {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const column of columns) {
    for (let i = 0; i < column.length; i++) {
      if (!Number.isFinite(column[i])) continue;
      if (column[i] < low) low = column[i];
      if (column[i] > high) high = column[i];
    }
  }
  return low <= high ? [low, high] : undefined;
}

/** Whether all features of a task are yes or no, and few enough to list what there is. */
export function isGate(task: Task): boolean {
  const { features, train, test, prediction } = task;
  if (features.length === 0 || features.length > 4 || prediction.parts.length !== 1) return false;
  if (task.kind === 'classes') return false;
  const isYesOrNo = (column: Float64Array) => column.every((value) => value === 0 || value === 1);
  if (train.count > 0) {
    return task.kind === 'binary' && [...train.features, ...test.features].every(isYesOrNo);
  }
  return true;
}
