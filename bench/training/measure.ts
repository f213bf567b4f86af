import { type Cell, calibrate, type Effort, median, medianRatio, sample } from '../measure.ts';
import { byHand } from './byHand.ts';
import { ours } from './ours.ts';
import { tfjs } from './tfjs.ts';
import { type Learner, sampleCount } from './workload.ts';

/** What training the 2-3-1 network has come to. */
export interface TrainingFigures {
  readonly samplesPerSecond: Readonly<Record<'engine' | 'handwritten' | 'tfjs', number>>;
  /** Medians of quotients of times taken in the same round. */
  readonly timesByHand: number;
  readonly fasterThanTfjs: number;
  /** Kilobytes that stay in use after many more epochs. */
  readonly kept: number;
}

/** Trains side by side, after all have come to the same weights. */
export function measureTraining(
  rounds: number,
  effort: Effort,
  tell: (text: string) => void,
): TrainingFigures {
  agree(ours(), byHand(), 1e-9);
  // tfjs computes in single precision.
  agree(ours(), tfjs(), 1e-3);
  const cellOf = (candidate: Learner): Cell => {
    const cell = { candidate, units: sampleCount, samples: [], times: 1 };
    calibrate(cell, effort);
    return cell;
  };
  const [engine, handwritten, peer] = [ours(), byHand(), tfjs()].map(cellOf);
  const row = [engine, handwritten, peer];
  for (let round = 0; round < rounds; round++) {
    tell(`training: round ${round + 1} of ${rounds}`);
    for (let i = 0; i < row.length; i++) sample(row[(i + round) % row.length], effort);
  }
  const speed = ({ samples }: Cell) => 1e9 / median(samples);
  return {
    samplesPerSecond: {
      engine: speed(engine),
      handwritten: speed(handwritten),
      tfjs: speed(peer),
    },
    timesByHand: medianRatio(engine.samples, handwritten.samples),
    fasterThanTfjs: medianRatio(peer.samples, engine.samples),
    kept: keptOver(10_000),
  };
}

function agree(a: Learner, b: Learner, tolerance: number): void {
  const updates = 50;
  a.repeat(updates);
  b.repeat(updates);
  const others = b.weights();
  for (const [i, weight] of a.weights().entries()) {
    if (Math.abs(weight - others[i]) <= tolerance * Math.max(1, Math.abs(weight))) continue;
    throw new Error(`training disagrees: weight ${i} is ${weight} and ${others[i]}`);
  }
}

/** How much more memory is in use after so many epochs than after a tenth of them. */
function keptOver(epochs: number): number {
  const learner = ours();
  learner.repeat(epochs / 10);
  const before = used();
  learner.repeat(epochs);
  return (used() - before) / 1024;
}

/** Bytes on the heap and in array buffers after everything unused has been let go. */
function used(): number {
  for (let i = 0; i < 3; i++) globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
