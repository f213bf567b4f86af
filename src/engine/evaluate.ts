import { extent, type Program } from './program.ts';

/** How the gradients of the lanes become one: `sum`, or `mean` (each lane counts 1/lanes). */
export type Reduction = 'sum' | 'mean';

/** The forward pass: computes every value that can be computed. */
export function forward({ runs, values }: Program): void {
  for (const run of runs) run.forward(run, values);
}

/**
 * The backward pass (reverse-mode differentiation): after it every node holds ∂output/∂node, and
 * nodes the output does not depend on hold 0. An output with several elements is differentiated
 * as their sum. Needs a forward pass before it.
 */
export function backward(program: Program, reduction: Reduction = 'sum'): void {
  const { live, values, gradients } = program;
  clear(gradients);
  if (program.outputNode < 0) return;
  seedOutput(program, reduction);
  for (let i = live.length - 1; i >= 0; i--) {
    const run = live[i];
    run.backward(run, values, gradients);
  }
}

/** Sets all to 0. For few numbers a loop is done before `fill` has found its way. */
function clear(numbers: Float64Array): void {
  if (numbers.length > 16) numbers.fill(0);
  else for (let i = 0; i < numbers.length; i++) numbers[i] = 0;
}

/** Gives the output its own gradient, ∂output/∂output. */
function seedOutput(program: Program, reduction: Reduction): void {
  const { outputNode, lanes, gradients } = program;
  const slot = program.slots[outputNode];
  const { size } = extent(program, outputNode);
  // An output that is the same in all lanes stands for each of them.
  const copies = program.varies[outputNode] === 1 ? 1 : lanes;
  const seed = reduction === 'sum' ? copies : copies / lanes;
  for (let i = 0; i < size; i++) gradients[slot + i] = seed;
}
