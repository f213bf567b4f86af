import type { Graph, StopRule } from '../graph/index.ts';
import { Objective } from './objective.ts';
import type { Plan } from './plan.ts';
import { updateRules } from './rules/index.ts';
import { completeSettings, type RuleSettings, type UpdateRule } from './rules/rule.ts';
import { orderOf, type Samples } from './samples.ts';
import { rateAt } from './schedule.ts';
import { stopAt } from './stop.ts';
import { clamped, targetDelta } from './target.ts';
import { numbersIn } from './trained.ts';

/** The parameters after some updates, and what was found there on the way to the next one. */
export interface Iterate {
  /** Updates made to get here. */
  readonly count: number;
  readonly epoch: number;
  readonly parameters: Float64Array;
  /** The output, over the batch the next update goes by. */
  readonly loss: number;
  readonly gradients: Float64Array;
  /** What the update rule has kept so far, per number; empty where it keeps nothing. */
  readonly memory: readonly Float64Array[];
}

/** Not a number, infinite, or grown without bound, upwards or downwards. */
export type Divergence = 'not-a-number' | 'infinite' | 'growing' | 'falling';

/** Why a run ended. A run that diverged stands at its last good parameters again. */
export type Ending =
  | { readonly kind: 'stopped'; readonly by: StopRule }
  | { readonly kind: 'diverged'; readonly how: Divergence };

/** What asking for an update came to: the iterate it started from, and the end if it is one. */
export interface Outcome {
  readonly iterate: Iterate;
  readonly ending?: Ending;
}

/** All that a trainer goes on from. */
export interface Snapshot {
  readonly count: number;
  readonly epoch: number;
  /** The first sample, in the order of the epoch, that has not been used yet. */
  readonly at: number;
  readonly parameters: Float64Array;
  readonly memory: readonly Float64Array[];
  readonly first: number;
  readonly best: Best;
}

/** What a trainer knows of the way behind it, besides the iterate it stands at. */
export type Past = Pick<Snapshot, 'first' | 'best'>;

interface Best {
  readonly loss: number;
  readonly count: number;
}

/** A loss so many times the first one (or 1, if that is less) has grown without bound. */
const unbounded = 1e12;

/**
 * Trains a graph, one update at a time. The same graph, plan and samples give the same numbers, bit
 * for bit, and any state can be kept and gone back to.
 */
export class Trainer {
  readonly objective: Objective;
  private readonly plan: Plan;
  private readonly samples: Samples | undefined;
  private readonly batch: number;
  private readonly rule: UpdateRule | undefined;
  private readonly settings: RuleSettings;
  private readonly gradients: Float64Array;
  /** For target back-propagation: the derivatives at the start. */
  private readonly factors: Float64Array;
  private order: Uint32Array | undefined;
  private state: Snapshot;
  /** The last parameters whose loss was finite. */
  private good: Snapshot;

  constructor(graph: Graph, output: string, plan: Plan, samples?: Samples) {
    const { move } = plan;
    this.plan = plan;
    this.samples = samples;
    this.batch = Math.max(1, Math.min(plan.batch ?? samples?.count ?? 1, samples?.count ?? 1));
    this.objective = new Objective(graph, output, plan.frozen, samples);
    this.rule = move.by === 'gradient' ? updateRules.get(move.rule) : undefined;
    this.settings = this.rule
      ? completeSettings(this.rule, move.by === 'gradient' ? move.settings : {})
      : {};
    const { size, trained } = this.objective;
    this.gradients = new Float64Array(size);
    this.factors = new Float64Array(size);
    this.state = {
      count: 0,
      epoch: 0,
      at: 0,
      parameters: numbersIn(graph, trained),
      memory: (this.rule?.memory ?? []).map(() => new Float64Array(size)),
      first: Number.NaN,
      best: { loss: Number.POSITIVE_INFINITY, count: 0 },
    };
    this.good = this.state;
    this.order = this.orderIn(0);
    if (move.by === 'target') this.evaluate(this.factors);
  }

  /** Where it stands, with loss and gradients as the next update will see them. */
  look(): Iterate {
    const loss = this.evaluate(this.gradients);
    const { count, epoch, parameters, memory } = this.state;
    return { count, epoch, parameters, memory, loss, gradients: this.gradients.slice() };
  }

  /**
   * Makes one update, unless a stop rule forbids it or the numbers have run away. Somebody who goes on
   * by hand after a stop rule does not heed it any more.
   */
  advance(heedsStops = true): Outcome {
    const { plan } = this;
    const iterate = this.look();
    const { count, loss } = iterate;
    const how = this.divergence(loss);
    if (how !== undefined) {
      this.restore(this.good);
      return { iterate, ending: { kind: 'diverged', how } };
    }
    this.state = { ...this.state, first: this.firstLoss(loss), best: this.bestWith(loss) };
    this.good = this.state;
    const by = stopAt((heedsStops && plan.stop) || [], {
      count,
      loss,
      error: plan.move.by === 'target' ? loss - plan.move.target : undefined,
      gradientNorm: norm(this.gradients),
      best: this.state.best,
    });
    if (by === undefined || plan.check === 'after') this.update(loss);
    return by === undefined ? { iterate } : { iterate, ending: { kind: 'stopped', by } };
  }

  /** Where the trainer stands, to go back to. It stays as it is while training goes on. */
  snapshot(): Snapshot {
    return this.state;
  }

  /** Goes back to where it once stood. */
  restore(snapshot: Snapshot): void {
    if (snapshot.epoch !== this.state.epoch) this.order = this.orderIn(snapshot.epoch);
    this.state = snapshot;
  }

  /**
   * Goes to an iterate of the same run, to go on from it as that did, bit for bit. Without its past it
   * goes on without knowing what was best so far.
   */
  standAt({ count, epoch, parameters, memory }: Iterate, past: Past = this.state): void {
    const { first, best } = past;
    const perEpoch = Math.ceil((this.order?.length ?? 1) / this.batch);
    const at = (count % perEpoch) * this.batch;
    this.restore({ count, epoch, at, parameters, memory, first, best });
    this.good = this.state;
  }

  /** The output over all samples (or of the graph alone) at the present parameters. */
  lossOfAll(): number {
    return this.objective.evaluate(this.state.parameters, this.reduction, this.order);
  }

  private get reduction() {
    return this.plan.reduction ?? 'mean';
  }

  private orderIn(epoch: number): Uint32Array | undefined {
    const { samples, plan } = this;
    return samples && orderOf(samples.count, plan.order ?? 'kept', plan.seed ?? 0, epoch);
  }

  private evaluate(gradients: Float64Array): number {
    const { at, parameters } = this.state;
    const to = Math.min(at + this.batch, this.order?.length ?? 1);
    return this.objective.evaluate(parameters, this.reduction, this.order, at, to, gradients);
  }

  private update(loss: number): void {
    const { plan, rule, objective, gradients } = this;
    const { move } = plan;
    const count = this.state.count + 1;
    const parameters = this.state.parameters.slice();
    const memory = this.state.memory.map((numbers) => numbers.slice());
    if (move.by === 'gradient') {
      const rate = rateAt(move.schedule ?? { kind: 'constant' }, move.rate, count);
      rule?.update({ parameters, gradients, memory, rate, count }, this.settings);
    } else {
      const factors = move.factor === 'kept' ? this.factors : gradients;
      for (const { id, from, size } of objective.trained) {
        const share = (move.shares[id] ?? 0) / size;
        for (let i = from; i < from + size; i++) {
          if (share === 0) continue;
          const moved = parameters[i] - targetDelta(loss - move.target, share, factors[i]);
          parameters[i] = clamped(moved, move.clamps?.[id]);
        }
      }
    }
    const samples = this.order?.length ?? 1;
    const at = this.state.at + this.batch;
    const isOver = at >= samples;
    const epoch = this.state.epoch + (isOver ? 1 : 0);
    this.state = { ...this.state, count, epoch, at: isOver ? 0 : at, parameters, memory };
    if (isOver && plan.order === 'shuffled') this.order = this.orderIn(epoch);
  }

  private divergence(loss: number): Divergence | undefined {
    const { parameters, first } = this.state;
    if (Number.isNaN(loss) || parameters.some(Number.isNaN)) return 'not-a-number';
    if (!Number.isFinite(loss) || !parameters.every(Number.isFinite)) return 'infinite';
    const isUnbounded = Math.abs(loss) > unbounded * Math.max(1, Math.abs(first));
    return isUnbounded ? (loss > 0 ? 'growing' : 'falling') : undefined;
  }

  private firstLoss(loss: number): number {
    return Number.isNaN(this.state.first) ? loss : this.state.first;
  }

  /** The best loss so far; one that is hardly better does not count as progress. */
  private bestWith(loss: number): Best {
    const { best, count } = this.state;
    const rule = this.plan.stop?.find(({ kind }) => kind === 'no-progress');
    const least = rule?.kind === 'no-progress' ? rule.least : 0;
    return loss < best.loss - least ? { loss, count } : best;
  }
}

/** The Euclidean norm; of some hundred thousand numbers, too. */
function norm(numbers: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < numbers.length; i++) sum += numbers[i] * numbers[i];
  return Math.sqrt(sum);
}
