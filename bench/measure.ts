/** What is timed: something that can be done many times over. */
export interface Repeatable {
  repeat(times: number): void;
  /** Lets go of the last result, so that its garbage is nobody else's burden. */
  forget?(): void;
}

/** One candidate, and the nanoseconds per unit (node, sample) of each sample taken of it. */
export interface Cell {
  readonly candidate: Repeatable;
  /** Units that it does at a time. */
  readonly units: number;
  readonly samples: number[];
  /** Evaluations per sample. */
  times: number;
}

/** How long one sample and the warming up before the first of them take, in milliseconds. */
export interface Effort {
  readonly sample: number;
  readonly warmUp: number;
}

/** Runs a candidate until it is warm, and finds how many evaluations fill a sample. */
export function calibrate(cell: Cell, effort: Effort): void {
  const start = performance.now();
  while (run(cell) < effort.sample) cell.times *= 2;
  while (performance.now() - start < effort.warmUp) run(cell);
}

/** How many runs in a row make a sample. */
export const attempts = 4;

/**
 * Takes one sample: the fastest of some runs in a row, as it is not the candidate's doing when the
 * machine turns to something else meanwhile. What takes long anyway runs once.
 */
export function sample(cell: Cell, effort: Effort): void {
  let fastest = run(cell);
  const more = fastest > 20 * effort.sample ? 0 : attempts - 1;
  for (let i = 0; i < more; i++) fastest = Math.min(fastest, run(cell));
  cell.samples.push((fastest * 1e6) / cell.times / cell.units);
}

/** Milliseconds for all evaluations of a sample. */
function run({ candidate, times }: Cell): number {
  const start = performance.now();
  candidate.repeat(times);
  const spent = performance.now() - start;
  candidate.forget?.();
  return spent;
}

/** The middle one of an odd number of samples, the mean of the middle two of an even one. */
export function median(samples: readonly number[]): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * The median of the quotients of samples taken in the same round: whatever slowed the machine
 * for a while slowed both.
 */
export function medianRatio(above: readonly number[], below: readonly number[]): number {
  return median(above.map((sample, round) => sample / below[round]));
}
