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

/** Sets all to 0. Four at a time, those of a small graph are done before `fill` gets going. */
function clear(numbers: Float64Array): void {
  if (numbers.length > 24) {
    numbers.fill(0);
    return;
  }
  let i = 0;
  for (; i + 3 < numbers.length; i += 4) {
    numbers[i] = 0;
    numbers[i + 1] = 0;
    numbers[i + 2] = 0;
    numbers[i + 3] = 0;
  }
  for (; i < numbers.length; i++) numbers[i] = 0;
}
