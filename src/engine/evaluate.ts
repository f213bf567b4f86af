import type { Program, Reduction } from './program.ts';

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
  const { live, values, gradients, outputSlot, outputSize } = program;
  clear(gradients);
  const seed = program.seed[reduction];
  for (let i = 0; i < outputSize; i++) gradients[outputSlot + i] = seed;
  for (let i = live.length - 1; i >= 0; i--) {
    const run = live[i];
    run.backward(run, values, gradients);
  }
}

/** Sets all to 0. A short loop is done before `fill` gets going. */
function clear(numbers: Float64Array): void {
  if (numbers.length > 16) numbers.fill(0);
  else for (let i = 0; i < numbers.length; i++) numbers[i] = 0;
}
