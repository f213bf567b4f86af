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

/** Steps are relative to max(1, |x|). The first is ∛ε (Nocedal & Wright, Numerical Optimization, 8.1). */
const firstStep = Math.cbrt(Number.EPSILON);
const lastStep = 1e-10;

/**
 * Compares the gradients of leaves with central differences: of all their numbers, or of `most`
 * spread evenly over them. At a kink, where the sides differ, any number between the two one-sided
 * slopes agrees; where the function is not finite nearby there is nothing to compare. Leaves the
 * program evaluated at its own values.
 */
export function checkGradients(
  program: Program,
  most = Number.POSITIVE_INFINITY,
): readonly GradientCheck[] {
  forward(program);
  backward(program);
  const gradients = program.gradients.slice();
  const output = program.output === undefined ? undefined : program.index.get(program.output);
  if (output === undefined) return [];
  const { values } = program;
  const from = program.slots[output];
  const to = from + extent(program, output).size;
  const places = leafPlaces(program);
  const stride = Math.max(1, Math.ceil(places.length / most));
  const checks = places
    .filter((_, i) => i % stride === 0)
    .map(({ node, element, slot }): GradientCheck => {
      const x = values[slot];
      const outcome = (offset: number) => {
        values[slot] = x + offset;
        forward(program);
        let sum = 0;
        for (let i = from; i < to; i++) sum += values[i];
        return sum;
      };
      const compared = compare(gradients[slot], outcome, Math.max(1, Math.abs(x)));
      values[slot] = x;
      return { node, element, gradient: gradients[slot], ...compared };
    });
  forward(program);
  backward(program);
  return checks;
}

/** Every number of every leaf: where it belongs and where it stands in the program's values. */
function leafPlaces(program: Program): { node: string; element: number; slot: number }[] {
  return program.graph.nodes.flatMap((node, i) => {
    if (node.value === undefined || program.slots[i] < 0) return [];
    const { size } = extent(program, i);
    return Array.from({ length: size }, (_, element) => ({
      node: node.id,
      element,
      slot: program.slots[i] + element,
    }));
  });
}

/** Compares a gradient with the slopes of a function around 0, the closer the more it is curved. */
function compare(
  gradient: number,
  outcome: (offset: number) => number,
  scale: number,
): Pick<GradientCheck, 'central' | 'agrees'> {
  const here = outcome(0);
  let central = Number.NaN;
  for (let step = firstStep * scale; step > lastStep * scale; step /= 8) {
    const above = outcome(step);
    const below = outcome(-step);
    const left = (here - below) / step;
    const right = (above - here) / step;
    central = (above - below) / (2 * step);
    if (!Number.isFinite(left) || !Number.isFinite(right)) return { central, agrees: true };
    const rounding = (4 * Number.EPSILON * Math.max(Math.abs(above), Math.abs(below))) / step;
    const slack = rounding + tolerance * Math.max(1, Math.abs(gradient), Math.abs(central));
    if (gradient >= Math.min(left, right) - slack && gradient <= Math.max(left, right) + slack) {
      return { central, agrees: true };
    }
    // Central differences are worth as much as they agree with each other.
    const wider = (outcome(2 * step) - outcome(-2 * step)) / (4 * step);
    const doubt = 2 * Math.abs(wider - central);
    if (Math.abs(gradient - central) <= slack + doubt) return { central, agrees: true };
    const bend = Math.max(Math.abs(right - left), Math.abs(wider - central));
    if (bend <= 0.1 * Math.max(Math.abs(left), Math.abs(right))) break;
  }
  return { central, agrees: false };
}
