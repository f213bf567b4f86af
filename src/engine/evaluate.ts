import { extent, type Program } from './program.ts';

/** How the gradients of the lanes become one: `sum`, or `mean` (each lane counts 1/lanes). */
export type Reduction = 'sum' | 'mean';

/** The forward pass: computes every value that can be computed. */
export function forward(program: Program): void {
  const { runs, values } = program;
  for (let i = 0; i < runs.length; i++) runs[i].op.forward(runs[i], values);
}

/**
 * The backward pass (reverse-mode differentiation): after it every node holds ∂output/∂node, and
 * nodes the output does not depend on hold 0. An output with several elements is differentiated
 * as their sum. Needs a forward pass before it.
 */
export function backward(program: Program, reduction: Reduction = 'sum'): void {
  const { live, values, gradients } = program;
  gradients.fill(0);
  if (!seedOutput(program, reduction)) return;
  for (let i = live.length - 1; i >= 0; i--) {
    live[i].op.backward(live[i], values, gradients, gradients);
  }
}

/** Gives the output its own gradient, ∂output/∂output; false when there is no output. */
function seedOutput(program: Program, reduction: Reduction): boolean {
  const node = program.output === undefined ? undefined : program.index.get(program.output);
  if (node === undefined) return false;
  const slot = program.slots[node];
  const { size } = extent(program, node);
  const lanes = program.lanes;
  // An output that is the same in all lanes stands for each of them.
  const copies = program.varies[node] === 1 ? 1 : lanes;
  program.gradients.fill(reduction === 'sum' ? copies : copies / lanes, slot, slot + size);
  return true;
}
