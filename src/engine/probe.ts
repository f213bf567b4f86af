import { sizeOf } from '../ops/index.ts';
import { extent, type Program, type ScheduledRun } from './program.ts';
import { neededFor } from './wiring.ts';

/** What it takes to move single numbers of an evaluated program and see what the output does. */
export interface Probes {
  readonly program: Program;
  /** By file index: 1 where the output depends on the node. */
  readonly reaches: Uint8Array;
  /** By file index: where in `program.live` the node is computed, -1 for leaves. */
  readonly runOf: Int32Array;
  /**
   * How far rounding may take the output from its true value. An error of a node arrives at the
   * output multiplied by the node's gradient, so the backward pass has done most of the work.
   */
  readonly roundoff: number;
}

/** The output, its elements added up, after a number has been moved by `offset`. */
export type Probe = (offset: number) => number;

/** Prepares probes of a program that has been through both passes. */
export function prepareProbes(program: Program): Probes {
  const { output = '', index, values, gradients, slots, live } = program;
  const reaches = neededFor(index.get(output) ?? -1, program);
  const runOf = new Int32Array(slots.length).fill(-1);
  live.forEach((run, i) => {
    for (const node of run.nodes) runOf[node] = i;
  });
  let roundoff = 0;
  for (let node = 0; node < slots.length; node++) {
    if (reaches[node] === 0 || slots[node] < 0) continue;
    const to = slots[node] + extent(program, node).size;
    for (let i = slots[node]; i < to; i++) {
      const error = Math.abs(values[i] * gradients[i]) * Number.EPSILON;
      if (Number.isFinite(error)) roundoff += error;
    }
  }
  return { program, reaches, runOf, roundoff };
}

/**
 * Moves one number of any node, whatever computes it: what the node is made from stays as it is,
 * what is made from it follows. The program is as it was after `probe(0)`.
 */
export function probe({ program, runOf }: Probes, node: number, element: number): Probe {
  const { values, live, outputSlot, outputSize } = program;
  const slot = program.slots[node] + element;
  const at = runOf[node];
  const runs = at < 0 ? live : [restOf(program, live[at], node), ...live.slice(at + 1)];
  const x = values[slot];
  return (offset) => {
    values[slot] = offset === 0 ? x : x + offset;
    for (const run of runs) run.forward(run, values);
    let sum = 0;
    for (let i = 0; i < outputSize; i++) sum += values[outputSlot + i];
    return sum;
  };
}

/** What of a run comes after a node of it: it may depend on that node. */
function restOf(program: Program, run: ScheduledRun, node: number): ScheduledRun {
  const start = program.slots[node] + extent(program, node).size;
  const itemSize = run.op.layout === 'whole' ? sizeOf(run.shape) : 1;
  const done = (start - run.start) / itemSize;
  return {
    ...run,
    start,
    count: run.count - done,
    operands: run.operands.subarray(done * run.arity),
  };
}
