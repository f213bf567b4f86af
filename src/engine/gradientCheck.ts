import { backward, forward } from './evaluate.ts';
import { type Probe, prepareProbes, probe } from './probe.ts';
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

/** Relative to the larger of the two numbers. */
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
  if (program.output === undefined) return [];
  const probes = prepareProbes(program);
  const places = leafPlaces(program);
  const stride = Math.max(1, Math.ceil(places.length / most));
  return places
    .filter((_, i) => i % stride === 0)
    .map(({ node, element }): GradientCheck => {
      const slot = program.slots[node] + element;
      const gradient = program.gradients[slot];
      const outcome = probe(probes, node, element);
      const compared = compare(gradient, outcome, program.values[slot], probes.roundoff);
      outcome(0);
      return { node: program.graph.nodes[node].id, element, gradient, ...compared };
    });
}

/** Every number of every leaf, by file index. */
function leafPlaces(program: Program): { node: number; element: number }[] {
  return program.graph.nodes.flatMap(({ value }, node) => {
    if (value === undefined || program.slots[node] < 0) return [];
    return Array.from({ length: extent(program, node).size }, (_, element) => ({ node, element }));
  });
}

/**
 * Compares a gradient with the slopes of a function of which it is the derivative at x, by steps
 * that get smaller until they agree or until rounding blurs what sets them apart: only small
 * steps see between kinks that are close to each other. `central` is the most certain slope.
 */
export function compare(
  gradient: number,
  outcome: Probe,
  x: number,
  roundoff: number,
): Pick<GradientCheck, 'central' | 'agrees'> {
  const here = outcome(0);
  const scale = Math.max(1, Math.abs(x));
  const best = { central: Number.NaN, doubt: Number.POSITIVE_INFINITY };
  // Where no step has anything to compare, nothing disagrees.
  let agrees = true;
  for (let step = firstStep * scale; step > lastStep * scale; step /= 8) {
    const rounding = (2 * roundoff) / step;
    if (rounding > 0.1 * Math.abs(gradient - best.central)) break;
    const above = outcome(step);
    const below = outcome(-step);
    const left = (here - below) / step;
    const right = (above - here) / step;
    const central = (above - below) / (2 * step);
    if (!Number.isFinite(left) || !Number.isFinite(right)) continue;
    // Central differences are worth as much as they agree with each other.
    const wider = (outcome(2 * step) - outcome(-2 * step)) / (4 * step);
    const doubt = 2 * Math.abs(wider - central);
    const slack = rounding + tolerance * Math.max(Math.abs(gradient), Math.abs(central));
    if (Math.abs(gradient - central) <= slack + doubt) return { central, agrees: true };
    // Sides that differ however small the step is are a kink.
    agrees = gradient >= Math.min(left, right) - slack && gradient <= Math.max(left, right) + slack;
    if (!(rounding + doubt >= best.doubt))
      Object.assign(best, { central, doubt: rounding + doubt });
  }
  return { central: best.central, agrees };
}
