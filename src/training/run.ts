import type { Graph } from '../graph/index.ts';
import { type History, type HistoryPoint, type Report, strideAt } from './history.ts';
import { Objective } from './objective.ts';
import type { Plan } from './plan.ts';
import type { Samples } from './samples.ts';
import { type Ending, type Iterate, type Past, Trainer } from './trainer.ts';

/** Up to so many rows the loss over all of them is measured at every point that is kept. */
const fewRows = 2048;

/** The data of a run: what it trains on, and what is set aside to test with. */
export interface RunData {
  readonly train: Samples;
  readonly test: Samples;
}

/**
 * A run that can be watched: makes updates and notes the points to be kept. What is kept depends on the
 * graph, the plan and the data alone, never on when somebody looks.
 */
export class TrainingRun {
  private readonly trainer: Trainer;
  private readonly graph: Graph;
  private readonly output: string;
  private readonly plan: Plan;
  private readonly data: RunData | undefined;
  private readonly test: Objective | undefined;
  private readonly testOrder: Uint32Array | undefined;
  private readonly rows: number;
  private readonly width: number;
  private fresh: HistoryPoint[] = [];
  /** Goes over parts of the way once more. */
  private again: Trainer | undefined;
  /** The pass through the data in which the loss over all rows was measured last. */
  private measured = -1;

  constructor(graph: Graph, output: string, plan: Plan, data?: RunData) {
    this.graph = graph;
    this.output = output;
    this.plan = plan;
    this.data = data;
    this.trainer = new Trainer(graph, output, plan, data?.train);
    const hasTest = data !== undefined && data.test.count > 0;
    this.test = hasTest ? new Objective(graph, output, plan.frozen, data.test) : undefined;
    this.testOrder = data && Uint32Array.from({ length: data.test.count }, (_, i) => i);
    this.rows = (data?.train.count ?? 1) + (data?.test.count ?? 0);
    this.width = this.trainer.objective.size * (2 + this.trainer.snapshot().memory.length);
  }

  /** Updates made so far. */
  get count(): number {
    return this.trainer.snapshot().count;
  }

  /** Passes through the data completed so far. */
  get epoch(): number {
    return this.trainer.snapshot().epoch;
  }

  /** Makes one update, or says why there is no further one; see `Trainer.advance`. */
  advance(heedsStops = true): Ending | undefined {
    const { count, epoch } = this;
    const isKept = count % strideAt(count, this.width) === 0;
    const isMeasured = isKept && (this.rows <= fewRows || epoch > this.measured);
    const measures = isMeasured ? this.measure() : undefined;
    const { iterate, ending } = this.trainer.advance(heedsStops);
    if (isKept && ending?.kind !== 'diverged') this.fresh.push(this.point(iterate, measures));
    if (isMeasured) this.measured = epoch;
    return ending;
  }

  /** The points since it was last asked, the last of them where it stands now. */
  report(): Report {
    const now = this.trainer.look();
    const stride = strideAt(now.count, this.width);
    const points = this.fresh.filter(({ count }) => count % stride === 0 && count < now.count);
    this.fresh = [];
    // Where it stands is looked at more closely only where that costs little, or is the end.
    const measures = this.rows <= fewRows ? this.measure() : undefined;
    const { first, best } = this.trainer.snapshot();
    return { points: [...points, this.point(now, measures)], stride, past: { first, best } };
  }

  /** The last report: the loss over all rows is measured whatever it costs. */
  lastReport(): Report {
    const { points, ...rest } = this.report();
    const last = points[points.length - 1];
    const measures = last.lossOfAll === undefined ? this.measure() : {};
    return { points: [...points.slice(0, -1), { ...last, ...measures }], ...rest };
  }

  /** Goes on from where a run of the same graph, plan and data once stood. */
  resume(iterate: Iterate, past: Past): void {
    this.trainer.standAt(iterate, past);
    this.measured = iterate.epoch;
  }

  /**
   * The iterates after a point of this run up to one with so many updates, worked out again: the same,
   * bit for bit, as when they were made. The run itself stays where it is.
   */
  between(from: Iterate, count: number): History {
    this.again ??= new Trainer(this.graph, this.output, this.plan, this.data?.train);
    const { again } = this;
    again.standAt(from);
    const points: HistoryPoint[] = [];
    for (let at = from.count + 1; at <= count; at++) {
      if (again.advance(false).ending !== undefined) break;
      const isMeasured = this.rows <= fewRows || at === count;
      points.push(this.point(again.look(), isMeasured ? this.measure(again) : undefined));
    }
    return points;
  }

  private point(iterate: Iterate, measures: Measures | undefined): HistoryPoint {
    // One batch that is all rows, or no data at all, has measured it already.
    return this.isWhole
      ? { ...iterate, ...measures, lossOfAll: iterate.loss }
      : { ...iterate, ...measures };
  }

  private get isWhole(): boolean {
    const count = this.data?.train.count ?? 1;
    return (this.plan.batch ?? count) >= count;
  }

  private measure(trainer = this.trainer): Measures {
    const { parameters } = trainer.snapshot();
    const reduction = this.plan.reduction ?? 'mean';
    const test = this.test?.evaluate(parameters, reduction, this.testOrder);
    const lossOfAll = this.isWhole ? undefined : trainer.lossOfAll();
    return { ...(lossOfAll !== undefined && { lossOfAll }), ...(test !== undefined && { test }) };
  }
}

interface Measures {
  readonly lossOfAll?: number;
  readonly test?: number;
}
