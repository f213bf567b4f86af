import { flatten, type Tensor } from '../ops/index.ts';
import { writeLeaf } from './compile.ts';
import { extent, type Program } from './program.ts';

/**
 * Gives a leaf a value for the next passes, the same in all lanes, without touching the graph.
 * The shape must be the one it was compiled with.
 */
export function setLeaf(program: Program, id: string, value: Tensor): void {
  const node = program.index.get(id);
  if (node !== undefined && program.slots[node] >= 0) writeLeaf(program, node, flatten(value));
}

/** Gives a varying leaf its values of all lanes, lane after lane, each row-major. */
export function setLanes(program: Program, id: string, numbers: ArrayLike<number>): void {
  const node = program.index.get(id);
  if (node === undefined || program.slots[node] < 0 || program.varies[node] === 0) return;
  const { size } = extent(program, node);
  for (let i = 0; i < size; i++) program.values[program.slots[node] + i] = numbers[i];
}
