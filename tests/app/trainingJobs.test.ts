import { describe, expect, test } from 'vitest';
import { Jobs } from '../../src/app/training/jobs.ts';
import type { Ask, Reply } from '../../src/app/training/messages.ts';
import { emptyGraph, type Graph } from '../../src/graph/index.ts';

const parabola: Graph = {
  ...emptyGraph,
  nodes: [
    { id: 'x', op: 'parameter', value: 1 },
    { id: 'J', op: 'square', inputs: ['x'] },
  ],
};

const open = (run: number, rate = 0.1): Ask => ({
  kind: 'open',
  run,
  graph: parabola,
  output: 'J',
  plan: { move: { by: 'gradient', rule: 'gradientDescent', rate } },
});

/** Jobs under a clock that goes on by a millisecond whenever it is looked at, or as it is told. */
function startJobs() {
  const replies: Reply[] = [];
  const clock = { now: 0, step: 1 };
  const jobs = new Jobs(
    (reply) => replies.push(reply),
    () => {
      clock.now += clock.step;
      return clock.now;
    },
  );
  return { jobs, replies, clock };
}

type Going = Extract<Ask, { kind: 'go' }>;
const go = (run: number, changes: Partial<Going> = {}): Going => ({
  ...{ kind: 'go', run, goal: { count: 50 }, heedsStops: true, pace: 'full' },
  ...changes,
});

function reports(replies: readonly Reply[]) {
  return replies.map((reply) =>
    reply.kind === 'report'
      ? [reply.run, reply.state, reply.report.points.at(-1)?.count]
      : [reply.run, reply.kind],
  );
}

describe('the runs of a worker', () => {
  test('take turns, and each rests at its goal', () => {
    const { jobs, replies } = startJobs();
    jobs.answer(open(1));
    jobs.answer(open(2));
    jobs.answer(go(1, { goal: { count: 30 } }));
    jobs.answer(go(2, { goal: { count: 20 } }));
    for (let i = 0; i < 30 && jobs.work() !== undefined; i++) {
      for (const run of [1, 2]) jobs.answer({ kind: 'seen', run });
    }
    expect(jobs.work()).toBeUndefined();
    const resting = reports(replies).filter(([, state]) => state === 'resting');
    expect(resting).toEqual([
      [2, 'resting', 20],
      [1, 'resting', 30],
    ]);
    // The first word comes after one turn.
    expect(reports(replies)[0]).toEqual([1, 'going', expect.any(Number)]);
  });

  test('say nothing more until the last word has been seen', () => {
    const { jobs, replies, clock } = startJobs();
    jobs.answer(open(1));
    jobs.answer(go(1, { goal: {} }));
    for (let i = 0; i < 5; i++) {
      jobs.work();
      clock.now += 1000;
    }
    expect(replies).toHaveLength(1);
    jobs.answer({ kind: 'seen', run: 1 });
    jobs.work();
    expect(replies).toHaveLength(2);
  });

  test('go as fast as they are allowed to', () => {
    const { jobs, replies, clock } = startJobs();
    clock.step = 0;
    jobs.answer(open(1));
    jobs.answer(go(1, { pace: 10 }));
    jobs.work();
    expect(reports(replies).at(-1)).toEqual([1, 'going', 1]);
    expect(jobs.work()).toBeGreaterThan(0);
    clock.now += 1000;
    jobs.answer({ kind: 'seen', run: 1 });
    jobs.work();
    expect(reports(replies).at(-1)).toEqual([1, 'going', 11]);
  });

  test('rest when they are paused and go on from there; one that is closed is gone', () => {
    const { jobs, replies } = startJobs();
    jobs.answer(open(1));
    jobs.answer(go(1, { goal: {} }));
    jobs.work();
    jobs.answer({ kind: 'pause', run: 1 });
    expect(jobs.work()).toBeUndefined();
    const [, state, count] = reports(replies).at(-1) ?? [];
    expect(state).toBe('resting');
    jobs.answer(go(1, { goal: { count: Number(count) + 1 } }));
    jobs.work();
    expect(reports(replies).at(-1)).toEqual([1, 'resting', Number(count) + 1]);
    jobs.answer({ kind: 'close', run: 1 });
    jobs.answer(go(1));
    expect(jobs.work()).toBeUndefined();
  });

  test('that fail say so and leave the others alone', () => {
    const { jobs, replies } = startJobs();
    jobs.answer({ ...open(1), graph: undefined } as unknown as Ask);
    jobs.answer(open(2));
    jobs.answer(go(2, { goal: { count: 1 } }));
    jobs.work();
    expect(reports(replies)).toEqual([
      [1, 'failed'],
      [2, 'resting', 1],
    ]);
  });

  test('are gone over once more without being disturbed, and taken up where they stood', () => {
    const { jobs, replies } = startJobs();
    const last = () => replies.filter(({ kind }) => kind !== 'failed').at(-1);
    jobs.answer(open(1));
    jobs.answer(go(1, { goal: { count: 20 } }));
    while (jobs.work() !== undefined) jobs.answer({ kind: 'seen', run: 1 });
    const rested = last();
    if (rested?.kind !== 'report') throw new Error('the run has said nothing');
    const points = replies.flatMap((reply) =>
      reply.kind === 'report' ? [...reply.report.points] : [],
    );
    const at = (count: number) => points.find((point) => point.count === count);
    const [from, iterate] = [at(3), at(20)];
    if (from === undefined || iterate === undefined) throw new Error('points are missing');
    jobs.answer({ kind: 'find', run: 1, from, count: 6 });
    expect(last()).toEqual({ kind: 'found', run: 1, points: [at(4), at(5), at(6)] });

    jobs.answer({ ...open(2), from: { iterate, past: rested.report.past } } as Ask);
    for (const run of [1, 2]) jobs.answer(go(run, { goal: { count: 30 } }));
    while (jobs.work() !== undefined) {
      for (const run of [1, 2]) jobs.answer({ kind: 'seen', run });
    }
    const ends = [1, 2].map((run) => {
      const end = replies.findLast((reply) => reply.run === run);
      return end?.kind === 'report' ? end.report.points.at(-1) : undefined;
    });
    expect(ends[0]?.count).toBe(30);
    const second = replies.flatMap((reply) =>
      reply.kind === 'report' && reply.run === 2 ? [...reply.report.points] : [],
    );
    expect(second[0].count).toBe(20);
    expect(ends[1]).toEqual(ends[0]);
  });
});
