import { adnn } from './candidates/adnn.ts';
import { engine } from './candidates/engine.ts';
import { floor } from './candidates/floor.ts';
import { handwritten } from './candidates/handwritten.ts';
import { micrograd } from './candidates/micrograd.ts';
import { simplegrad } from './candidates/simplegrad.ts';
import { tfjs } from './candidates/tfjs.ts';
import type { Candidate, Workload } from './workload.ts';

export type Name = keyof typeof contenders;

/** All that are measured, in the order of the table. */
export const contenders = {
  engine,
  floor,
  handwritten,
  micrograd,
  simplegrad,
  adnn,
  tfjs,
} satisfies Record<string, (workload: Workload) => Candidate | null>;

export const names = Object.keys(contenders) as Name[];

/** Runs both once and throws unless they have the same value and the same gradients. */
export function agree(workload: Workload, name: Name, ours: Candidate, theirs: Candidate): void {
  ours.repeat(1);
  theirs.repeat(1);
  // tfjs computes in single precision.
  const tolerance = name === 'tfjs' ? 1e-4 : 1e-9;
  const compare = (what: string, a: number, b: number) => {
    if (Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a))) return;
    throw new Error(`${name} disagrees on ${workload.name}: ${what} ${b}, engine ${a}`);
  };
  compare('value', ours.value(), theirs.value());
  const gradients = theirs.gradients();
  Array.from(ours.gradients()).forEach((gradient, leaf) => {
    compare(`gradient of leaf ${leaf}`, gradient, gradients[leaf]);
  });
  theirs.forget?.();
}
