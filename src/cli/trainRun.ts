import type { Graph, Training } from '../graph/index.ts';
import type { Tensor } from '../ops/index.ts';
import {
  bindData,
  type Ending,
  graphWith,
  Objective,
  startNumbers,
  Trainer,
  tensorOf,
} from '../training/index.ts';
import { complain } from './command.ts';
import { Failure } from './failure.ts';

/** Ways of drawing parameters to start from. */
export const starts = ['uniform', 'normal', 'xavier', 'he'] as const;

/** What the command line may say of a run. */
export interface Options {
  readonly epochs: number | undefined;
  readonly start: (typeof starts)[number] | undefined;
}

/** One line of the history: the state after an epoch. */
export interface Epoch {
  readonly epoch: number;
  readonly updates: number;
  readonly loss: number;
  readonly test: number | undefined;
  readonly parameters: Readonly<Record<string, Tensor>>;
}

/** A run, from what it started with to how it ended; `ending` is missing where the epochs ran out. */
export interface Run {
  readonly output: string;
  readonly graph: Graph;
  readonly ending: Ending | undefined;
  readonly history: readonly Epoch[];
}

/** Epochs without a word of --epochs and without a stop rule that would end the run. */
const usualEpochs = 100;

/** Stop rules that may never say stop get so many epochs. */
const mostEpochs = 100_000;

/** Progress is told this often, in milliseconds. */
const progressEvery = 1000;

/** Trains a graph and notes every epoch; progress goes to standard error. */
export function train(
  source: Graph,
  output: string,
  plan: Training,
  asked: Options,
  name: string,
): Run {
  const data = bindData(source);
  const graph = startGraph(source, output, plan, asked.start);
  const trainer = new Trainer(graph, output, plan, data?.train);
  const { trained } = trainer.objective;
  if (trained.length === 0) {
    throw new Failure(
      `${name}: The node ${output} depends on no parameter that may move; there is nothing to train.`,
    );
  }
  const epochs = asked.epochs ?? (plan.stop?.length ? mostEpochs : usualEpochs);
  const test =
    data && data.test.count > 0 ? new Objective(graph, output, plan.frozen, data.test) : undefined;
  const order = data && Uint32Array.from({ length: data.test.count }, (_, i) => i);
  const look = (): Epoch => {
    const { epoch, count, parameters } = trainer.snapshot();
    return {
      epoch,
      updates: count,
      loss: trainer.lossOfAll(),
      test: test?.evaluate(parameters, plan.reduction ?? 'mean', order),
      parameters: Object.fromEntries(trained.map((each) => [each.id, tensorOf(each, parameters)])),
    };
  };
  const history = [look()];
  let ending: Ending | undefined;
  let told = Date.now();
  while (ending === undefined && trainer.snapshot().epoch < epochs) {
    const before = trainer.snapshot().epoch;
    ({ ending } = trainer.advance());
    if (ending === undefined && trainer.snapshot().epoch === before) continue;
    const now = look();
    history.push(now);
    if (Date.now() - told < progressEvery) continue;
    told = Date.now();
    complain(`epoch ${now.epoch} of ${epochs}, loss ${now.loss}`);
  }
  return {
    output,
    graph: graphWith(graph, trained, trainer.snapshot().parameters),
    ending,
    history,
  };
}

function startGraph(graph: Graph, output: string, plan: Training, kind: Options['start']): Graph {
  if (kind === undefined) return graph;
  const { trained } = new Objective(graph, output, plan.frozen);
  const random =
    kind === 'uniform'
      ? ({ kind, from: -1, to: 1 } as const)
      : kind === 'normal'
        ? ({ kind, mean: 0, deviation: 1 } as const)
        : ({ kind } as const);
  return graphWith(graph, trained, startNumbers(graph, trained, random, plan.seed ?? 0));
}
