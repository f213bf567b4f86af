import { backward, forward } from './evaluate.ts';
import { extent, type Program } from './program.ts';

/** The gradient of one number of a leaf, beside what finite differences give. */
export interface GradientCheck {
  readonly node: string;
  /** Row-major position within the leaf's value. */
  readonly element: number;
  readonly gradient: number;
  readonly central: number;
  readonly agrees: boolean;
}

/** Relative to the larger of the two numbers and to 1. */
const tolerance = 1e-5;

/**
 * Compares every leaf's gradient with central differences of step ∛ε·max(1, |x|) (Nocedal &
 * Wright, Numerical Optimization, 8.1). At a kink, where the sides differ, any number between the
 * two one-sided slopes agrees; where the function is not finite nearby there is nothing to
 * compare. Leaves the program evaluated at its own values.
 */
export function checkGradients(program: Program): GradientCheck[] {
  const checks: GradientCheck[] = [];
  forward(program);
  backward(program);
  const gradients = program.gradients.slice();
  const at = program.output === undefined ? undefined : program.index.get(program.output);
  if (at === undefined) return checks;
  const outputSlot = program.slots[at];
  const outputSize = extent(program, at).size;
  const outcome = () => {
    forward(program);
    let sum = 0;
    for (let i = 0; i < outputSize; i++) sum += program.values[outputSlot + i];
    return sum;
  };
  const here = outcome();
  program.graph.nodes.forEach((node, i) => {
    if (node.value === undefined || program.slots[i] < 0) return;
    const { size } = extent(program, i);
    for (let element = 0; element < size; element++) {
      const slot = program.slots[i] + element;
      const x = program.values[slot];
      const step = Math.cbrt(Number.EPSILON) * Math.max(1, Math.abs(x));
      program.values[slot] = x + step;
      const above = outcome();
      program.values[slot] = x - step;
      const below = outcome();
      program.values[slot] = x;
      const gradient = gradients[slot];
      const central = (above - below) / (2 * step);
      const agrees = within(gradient, (here - below) / step, (above - here) / step, central);
      checks.push({ node: node.id, element, gradient, central, agrees });
    }
  });
  forward(program);
  backward(program);
  return checks;
}

function within(gradient: number, left: number, right: number, central: number): boolean {
  if (!Number.isFinite(left) || !Number.isFinite(right)) return true;
  const slack = tolerance * Math.max(1, Math.abs(gradient), Math.abs(central));
  if (Math.abs(gradient - central) <= slack) return true;
  return gradient >= Math.min(left, right) - slack && gradient <= Math.max(left, right) + slack;
}
