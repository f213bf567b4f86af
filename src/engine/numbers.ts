import { type Tensor, unflatten } from '../ops/index.ts';
import type { Program } from './program.ts';
import { extent } from './program.ts';

/** A node's value after a forward pass; undefined where it cannot be computed. */
export function nodeValue(program: Program, id: string, lane = 0): Tensor | undefined {
  return read(program, program.values, id, lane);
}

/** ∂output/∂node after a backward pass; undefined where there is no value or no output. */
export function nodeGradient(program: Program, id: string, lane = 0): Tensor | undefined {
  return program.output === undefined ? undefined : read(program, program.gradients, id, lane);
}

function read(
  program: Program,
  numbers: Float64Array,
  id: string,
  lane: number,
): Tensor | undefined {
  const node = program.index.get(id);
  if (node === undefined || program.slots[node] < 0) return;
  const { laneStride } = extent(program, node);
  return unflatten(numbers, program.shapes[node] ?? [], program.slots[node] + lane * laneStride);
}
