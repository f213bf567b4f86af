import { type Ending, TrainingRun } from '../../training/index.ts';
import type { Ask, Goal, Pace, Reply } from './messages.ts';

/** Milliseconds a run works before the others, and whoever asks something, have their turn. */
const turn = 12;

/** Milliseconds between two reports, at least. */
const reportEvery = 40;

interface Job {
  readonly run: TrainingRun;
  goal: Goal;
  heedsStops: boolean;
  pace: Pace;
  isGoing: boolean;
  /** When it began to go, and how many updates had been made by then. */
  since: number;
  from: number;
  reportedAt: number;
  /** False until the last report has been shown. */
  isSeen: boolean;
}

/** The runs of a worker, which take turns. */
export class Jobs {
  private readonly jobs = new Map<number, Job>();
  private readonly post: (reply: Reply) => void;
  private readonly now: () => number;

  constructor(post: (reply: Reply) => void, now: () => number) {
    this.post = post;
    this.now = now;
  }

  answer(ask: Ask): void {
    try {
      this.act(ask);
    } catch (error) {
      this.fail(ask.run, error);
    }
  }

  /** Lets every run that goes work for a moment; milliseconds to wait, undefined if all rest. */
  work(): number | undefined {
    for (const [id, job] of this.jobs) {
      if (!job.isGoing) continue;
      try {
        this.turn(id, job);
      } catch (error) {
        this.fail(id, error);
      }
    }
    const waits = [...this.jobs.values()]
      .filter(({ isGoing }) => isGoing)
      .map((job) => (this.allowed(job) > job.run.count - job.from ? 0 : 8));
    return waits.length === 0 ? undefined : Math.min(...waits);
  }

  private act(ask: Ask): void {
    if (ask.kind === 'open') {
      const { graph, output, plan, data, from } = ask;
      const run = new TrainingRun(graph, output, plan, data);
      if (from) run.resume(from.iterate, from.past);
      this.jobs.set(ask.run, { run, ...atRest });
      return;
    }
    const job = this.jobs.get(ask.run);
    if (job === undefined) return;
    if (ask.kind === 'close') this.jobs.delete(ask.run);
    if (ask.kind === 'seen') job.isSeen = true;
    if (ask.kind === 'pause' && job.isGoing) this.rest(ask.run, job);
    if (ask.kind === 'find') {
      const points = job.run.between(ask.from, ask.count);
      this.post({ kind: 'found', run: ask.run, points });
    }
    if (ask.kind !== 'go') return;
    const { goal, heedsStops, pace } = ask;
    const begun =
      job.isGoing && job.pace === pace ? {} : { since: this.now(), from: job.run.count };
    Object.assign(job, { goal, heedsStops, pace, isGoing: true, isSeen: true }, begun);
  }

  private turn(id: number, job: Job): void {
    const { run } = job;
    const end = this.now() + turn;
    let ending: Ending | undefined;
    do {
      if (isThere(job) || run.count - job.from >= this.allowed(job)) break;
      ending = run.advance(job.heedsStops);
    } while (ending === undefined && this.now() < end);
    if (ending !== undefined || isThere(job)) {
      this.rest(id, job, ending);
      return;
    }
    if (!job.isSeen || this.now() - job.reportedAt < reportEvery) return;
    this.post({ kind: 'report', run: id, report: run.report(), state: 'going' });
    job.isSeen = false;
    job.reportedAt = this.now();
  }

  private rest(id: number, job: Job, ending?: Ending): void {
    job.isGoing = false;
    const report = job.run.lastReport();
    this.post({ kind: 'report', run: id, report, state: 'resting', ...(ending && { ending }) });
  }

  /** How many updates its pace allows since it began to go. */
  private allowed({ pace, since }: Job): number {
    const seconds = (this.now() - since) / 1000;
    if (pace === 'full') return Number.POSITIVE_INFINITY;
    if (pace === 'eased') return 1 + 20 * Math.expm1(1.6 * seconds);
    return 1 + pace * seconds;
  }

  private fail(run: number, error: unknown): void {
    this.jobs.delete(run);
    this.post({
      kind: 'failed',
      run,
      message: error instanceof Error ? error.message : String(error),
    });
  }
}

/** Whether a run is where it was to go. */
function isThere({
  run,
  goal: { count = Number.POSITIVE_INFINITY, epoch = Number.POSITIVE_INFINITY },
}: Job): boolean {
  return run.count >= count || run.epoch >= epoch;
}

const atRest = {
  goal: {},
  heedsStops: true,
  pace: 'full' as Pace,
  isGoing: false,
  since: 0,
  from: 0,
  reportedAt: Number.NEGATIVE_INFINITY,
  isSeen: true,
};
