import type { Graph } from '../graph/index.ts';
import { type Bound, bindData } from './data/binding.ts';
import { type Scale, scaled, unscaled } from './data/scale.ts';
import { type Prediction, Predictor, predictionOf } from './prediction.ts';

/** Something that is predicted from, in the units of the data. */
export interface Feature {
  readonly id: string;
  /** The column it comes from; that and its scale are absent without data. */
  readonly column?: string;
}

/** Rows of data in their own units. */
export interface TaskRows {
  readonly count: number;
  /** By feature. */
  readonly features: readonly Float64Array[];
  /** For numbers: the target. For classes: the place of the class. Empty without targets. */
  readonly actual: Float64Array;
  /** Their places in the table. */
  readonly places: Uint32Array;
}

/** What a graph with its data is to learn: a number, one of two classes, or one of several. */
export interface Task {
  readonly kind: 'number' | 'binary' | 'classes';
  readonly prediction: Prediction;
  readonly features: readonly Feature[];
  /** The column (or input) of the target of a number or of two classes. */
  readonly target?: string;
  /** The classes by name, in order; of two the second is the positive one. */
  readonly classes: readonly string[];
  /** For two classes: what of the prediction stands for each of them. */
  readonly ends: readonly [number, number];
  readonly train: TaskRows;
  readonly test: TaskRows;
  readonly scales: ReadonlyMap<string, Scale>;
  readonly bind: Readonly<Record<string, string>>;
}

/** Finds out what a graph is to learn from its data; undefined where it predicts nothing. */
export function taskOf(graph: Graph, bound: Bound | undefined = bindData(graph)): Task | undefined {
  const whole = predictionOf(graph);
  if (whole === undefined) return undefined;
  const bind = bound === undefined ? {} : (graph.dataset?.bind ?? {});
  const columns = new Map((graph.dataset?.columns ?? []).map((column) => [column.name, column]));
  // An input without a column stays what it is in the graph.
  const ids = whole.features.filter((id) => bound === undefined || Object.hasOwn(bind, id));
  const isBound = (target: string | undefined) =>
    target !== undefined && Object.hasOwn(bind, target);
  const hasTargets = whole.parts.every(({ target }) => isBound(target));
  const numbersOf = (target: string | undefined) =>
    columns.get(bind[target ?? ''] ?? '')?.values ?? [];
  const targets = hasTargets ? whole.parts.map(({ target }) => numbersOf(target)) : [];
  const values = fewValues(targets);
  const isOf = (...allowed: number[]) => values.every((value) => allowed.includes(value));
  const isOneHot =
    targets.length > 1 &&
    isOf(0, 1) &&
    targets[0].every((_, row) => targets.reduce((sum, column) => sum + column[row], 0) === 1);
  const isBinary = targets.length === 1 && values.length === 2 && (isOf(0, 1) || isOf(-1, 1));
  const kind = isOneHot ? 'classes' : isBinary ? 'binary' : 'number';
  const first = whole.parts[0].target;
  const labels = columns.get(bind[first ?? ''] ?? '')?.labels;
  const ends: [number, number] = isBinary && isOf(-1, 1) ? [-1, 1] : [0, 1];
  const actualIn = (row: number) =>
    isOneHot
      ? targets.findIndex((column) => column[row] === 1)
      : isBinary
        ? ends.indexOf(targets[0][row])
        : targets[0][row];
  const rows = (places: Uint32Array): TaskRows => ({
    count: places.length,
    places,
    features: ids.map((id) => {
      const numbers = numbersOf(id);
      return filled(places, (row) => numbers[row]);
    }),
    actual: hasTargets ? filled(places, actualIn) : new Float64Array(0),
  });
  const none = new Uint32Array(0);
  return {
    kind,
    prediction: { ...whole, features: ids },
    features: ids.map((id) => ({ id, column: bind[id] })),
    target: first === undefined ? undefined : (bind[first] ?? first),
    classes: isOneHot
      ? whole.parts.map(({ target }) => bind[target ?? ''] ?? '')
      : (labels ?? ends.map(String)),
    ends,
    train: rows(bound?.rows.train ?? none),
    test: rows(bound?.rows.test ?? none),
    scales: bound?.scales ?? new Map(),
    bind,
  };
}

/** The different numbers in some columns, or the first three of them: more are no classes. */
function fewValues(columns: readonly (readonly number[])[]): readonly number[] {
  const values: number[] = [];
  for (const column of columns) {
    for (const value of column) {
      if (values.includes(value)) continue;
      values.push(value);
      if (values.length > 2) return values;
    }
  }
  return values;
}

/** A number for each place; a plain loop, since every edit of large data comes through here. */
function filled(places: Uint32Array, numberIn: (row: number) => number): Float64Array {
  const numbers = new Float64Array(places.length);
  for (let i = 0; i < numbers.length; i++) numbers[i] = numberIn(places[i]);
  return numbers;
}

/** Predicts in the units of the data, whatever it was scaled to for training. */
export class Model {
  private readonly task: Task;
  private readonly predictor: Predictor;

  constructor(graph: Graph, task: Task) {
    this.task = task;
    this.predictor = new Predictor(graph, task.prediction);
  }

  /** By part (or element of a vector): what is predicted for rows of features, in their order. */
  predict(features: readonly Float64Array[]): readonly Float64Array[] {
    const { scales, bind, prediction } = this.task;
    const count = features[0]?.length ?? 0;
    const inputs = new Map(
      prediction.features.map((id, i) => {
        const scale = scales.get(bind[id] ?? '');
        return [id, scale ? features[i].map((x) => scaled(x, scale)) : features[i]];
      }),
    );
    return this.predictor.predict({ count, inputs }).map((row, i) => {
      const scale = scales.get(bind[prediction.parts[i]?.target ?? ''] ?? '');
      return scale ? row.map((x) => unscaled(x, scale)) : row;
    });
  }
}

/** The class that is predicted: the greater score wins, or of two the positive one from a threshold on. */
export function classesFrom(
  task: Pick<Task, 'kind'>,
  scores: readonly Float64Array[],
  threshold: number,
): Uint8Array {
  const [first] = scores;
  if (first === undefined) return new Uint8Array(0);
  if (task.kind !== 'classes') {
    return Uint8Array.from(first, (score) => (score >= threshold ? 1 : 0));
  }
  return Uint8Array.from(first, (_, row) => {
    let best = 0;
    scores.forEach((score, k) => {
      if (score[row] > scores[best][row]) best = k;
    });
    return best;
  });
}
