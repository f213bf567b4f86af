import type { Dataset, Graph } from '../graph/index.ts';
import { bindData } from './data/binding.ts';
import { thinned } from './landscape.ts';
import type { Samples } from './samples.ts';
import { Trainer } from './trainer.ts';

/** What the first updates of a plan lead to, and what would help where that is no good. */
export interface Forecast {
  /** The data with its large columns scaled, where updates go well with that. */
  readonly scaled?: Dataset;
  /** The greatest learning rate, of tenths of the one of the plan, with which updates go well. */
  readonly rate?: number;
}

/**
 * Updates that are tried: a loss that grows without bound has mostly grown by far then. One that has
 * risen with each of the last few is followed for longer, as it may run away slowly.
 */
const updates = { usual: 12, most: 200, last: 4 };

/** So many times the first loss (or 1, if that is less) is too much. */
const muchMore = 1e3;

/** Rows that stand for all of them: so many at most, and fewer where the graph is large. */
const most = { rows: 1000, values: 200_000 };

/** Tenths of the learning rate that are tried, one of another. */
const mostTenths = 10;

/**
 * Tries the first updates of the plan of a graph on its data, one at a time: undefined if the loss
 * does not run away with them, or there is nothing to say of it.
 */
export function* forecast(
  graph: Graph,
  output: string,
  data = bindData(graph)?.train,
): Generator<void, Forecast | undefined> {
  const { training } = graph;
  const move = training?.move ?? { by: 'gradient', rule: 'gradientDescent', rate: 0.1 };
  if (move.by !== 'gradient') return undefined;
  if ((yield* tried(graph, output, move.rate, data)) !== 'away') return undefined;
  const scaled = scaledWhole(graph);
  const isBetter =
    scaled !== undefined &&
    (yield* tried(graph, output, move.rate, bindData({ ...graph, dataset: scaled })?.train)) ===
      'down';
  let rate = move.rate;
  let isFound = false;
  for (let i = 0; i < mostTenths && !isFound; i++) {
    rate = Number((rate / 10).toPrecision(2));
    isFound = (yield* tried(graph, output, rate, data)) === 'down';
  }
  return { ...(isBetter && { scaled }), ...(isFound && { rate }) };
}

/** Where the first updates lead: far up, down, or neither. */
type Way = 'away' | 'down' | 'level';

function* tried(
  graph: Graph,
  output: string,
  rate: number,
  data: Samples | undefined,
): Generator<void, Way> {
  if (data === undefined || data.count === 0) return 'level';
  const { training } = graph;
  const usual = { by: 'gradient', rule: 'gradientDescent', rate } as const;
  const move = training?.move.by === 'gradient' ? { ...training.move, rate } : usual;
  const rows = Math.ceil(most.values / graph.nodes.length);
  const samples = thinned(data, Math.min(most.rows, Math.max(50, rows)));
  // Fewer rows must weigh as much as all of them.
  const share = training?.reduction === 'sum' ? data.count / samples.count : 1;
  const scaledMove = { ...move, rate: rate * share };
  const plan = { ...training, version: 1 as const, move: scaledMove, stop: [] };
  const trainer = new Trainer(graph, output, plan, samples);
  const first = trainer.lossOfAll();
  let [before, rises] = [first, 0];
  for (let i = 0; i < updates.usual || (i < updates.most && rises >= updates.last); i++) {
    const { iterate, ending } = trainer.advance(false);
    if (ending?.kind === 'diverged') return ending.how === 'falling' ? 'down' : 'away';
    if (iterate.loss > muchMore * Math.max(1, Math.abs(first))) return 'away';
    rises = iterate.loss > before ? rises + 1 : 0;
    before = iterate.loss;
    yield;
  }
  return trainer.lossOfAll() < first ? 'down' : 'level';
}

/** Numbers beyond that are large for training. */
const large = 5;

/** The data with its numbers brought to mean 0 and deviation 1; undefined where none is large. */
function scaledWhole({ dataset }: Graph): Dataset | undefined {
  if (dataset === undefined) return undefined;
  const bound = new Set(Object.values(dataset.bind ?? {}));
  const open = dataset.columns.filter(
    ({ name, labels, values }) =>
      bound.has(name) && labels === undefined && !dataset.scale?.[name] && !isYesOrNo(values),
  );
  const isLarge = open.some(({ values }) => values.some((x) => Math.abs(x) > large));
  if (!isLarge) return undefined;
  const scale = Object.fromEntries(open.map(({ name }) => [name, 'standard' as const]));
  return { ...dataset, scale: { ...dataset.scale, ...scale } };
}

/** Classes and gates mean what they are. */
function isYesOrNo(values: readonly number[]): boolean {
  return values.every((x) => x === 0 || x === 1 || x === -1);
}
