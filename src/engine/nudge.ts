import { compare } from './gradientCheck.ts';
import { type Probe, type Probes, probe } from './probe.ts';
import { extent } from './program.ts';

/**
 * Why the slopes of a nudge and the gradient differ.
 * - `none`: they do not, in the digits that are shown.
 * - `unreached`: the output does not depend on the node.
 * - `curvature`: the slope changes along the step, and what that makes out shrinks with it.
 * - `kink`: to the right of the value the slope is another one than to the left, by any step.
 * - `near-kink`: the same, at a place that the step goes past.
 * - `jump`: the output jumps within the step.
 * - `rounding`: the step is so small that the change of the output has lost its digits.
 * - `not-finite`: the output or the gradient is no finite number.
 * - `unexplained`: smaller steps do not lead to the gradient. It is wrong, or it adds up
 *   conventions for kinks that are no slope together.
 */
export type Cause =
  | 'none'
  | 'unreached'
  | 'curvature'
  | 'kink'
  | 'near-kink'
  | 'jump'
  | 'rounding'
  | 'not-finite'
  | 'unexplained';

/** How far the number is moved and the output with it, and the one divided by the other. */
export interface Difference {
  readonly step: number;
  readonly change: number;
  readonly slope: number;
}

/** One number of a node moved by ε to either side, beside its gradient. */
export interface Nudge {
  readonly node: string;
  /** Row-major position within the node's value. */
  readonly element: number;
  readonly epsilon: number;
  readonly value: number;
  /** The output as it is, its elements added up. */
  readonly output: number;
  readonly gradient: number;
  /** From the value to value + ε. */
  readonly right: Difference;
  /** From the value to value − ε. */
  readonly left: Difference;
  /** From value − ε to value + ε. */
  readonly central: Difference;
  readonly cause: Cause;
  /** Where the kink or jump is, as a value of the number. */
  readonly place?: number;
}

/**
 * Moves one number of a node by ε to either side. An operation's value is moved as well: its
 * operands stay as they are, and what is made from it follows. Undefined where the node has no
 * such number or there is no output. Leaves the program as it was.
 */
export function nudge(
  probes: Probes,
  id: string,
  element: number,
  epsilon: number,
): Nudge | undefined {
  const { program } = probes;
  const node = program.index.get(id);
  if (node === undefined || program.output === undefined || program.slots[node] < 0) return;
  if (element >= extent(program, node).size) return;
  const slot = program.slots[node] + element;
  const value = program.values[slot];
  const gradient = program.gradients[slot];
  const outcome = probe(probes, node, element);
  const output = outcome(0);
  const above = outcome(epsilon);
  const below = outcome(-epsilon);
  const moved = (step: number, change: number) => ({ step, change, slope: change / step });
  const result = {
    ...{ node: id, element, epsilon, value, output, gradient },
    right: moved(epsilon, above - output),
    left: moved(-epsilon, below - output),
    central: moved(2 * epsilon, above - below),
  };
  const finding: Finding =
    probes.reaches[node] === 0 ? { cause: 'unreached' } : explain(result, outcome, probes.roundoff);
  outcome(0);
  return { ...result, ...finding };
}

/**
 * The nudge of a node that tells most, element by element or by `most` elements spread evenly:
 * one that nothing explains, or else the one with the greatest distance from its gradient.
 */
export function worstNudge(
  probes: Probes,
  id: string,
  epsilon: number,
  most = Number.POSITIVE_INFINITY,
): Nudge | undefined {
  const { program } = probes;
  const node = program.index.get(id);
  if (node === undefined) return;
  const { size } = extent(program, node);
  const stride = Math.max(1, Math.ceil(size / most));
  let worst: Nudge | undefined;
  for (let element = 0; element < size; element += stride) {
    const next = nudge(probes, id, element, epsilon);
    if (next === undefined) return;
    if (worst === undefined || gravity(next) > gravity(worst)) worst = next;
  }
  return worst;
}

/** How much a nudge has to say; no finite number for what has no finite slopes. */
function gravity(nudge: Nudge): number {
  if (nudge.cause === 'unexplained') return Number.POSITIVE_INFINITY;
  const distance = gap(nudge);
  return Number.isFinite(distance) ? distance : Number.MAX_VALUE;
}

type Slopes = Pick<Nudge, 'right' | 'left' | 'central' | 'gradient' | 'value' | 'epsilon'>;
type Finding = Pick<Nudge, 'cause' | 'place'>;

/** The greatest distance of a slope from the gradient. */
function gap({ right, left, central, gradient }: Slopes): number {
  return Math.max(...[right, left, central].map(({ slope }) => Math.abs(slope - gradient)));
}

function explain(slopes: Slopes, outcome: Probe, roundoff: number): Finding {
  const { right, left, central, gradient, value, epsilon } = slopes;
  const distance = gap(slopes);
  if (!Number.isFinite(distance)) return { cause: 'not-finite' };
  if ([right, left, central].every(({ slope }) => looksLike(slope, gradient))) {
    return { cause: 'none' };
  }
  if (!compare(gradient, outcome, value, roundoff).agrees) return { cause: 'unexplained' };
  if (distance <= (4 * roundoff) / epsilon) return { cause: 'rounding' };
  const { at, halfWidth, bend, growth } = sharpestBend(
    outcome,
    epsilon,
    (4 * roundoff) / (0.05 * distance),
  );
  const isSeen = bend > 0.25 * distance && Math.abs(at) <= epsilon + halfWidth;
  if (!isSeen || !(growth > 0.25)) return { cause: 'curvature' };
  if (growth > 4) return { cause: 'jump', place: value + at };
  if (Math.abs(at) <= 2 * halfWidth) return { cause: 'kink', place: value };
  return { cause: 'near-kink', place: value + at };
}

/** Whether two numbers are the same in six significant digits. */
function looksLike(a: number, b: number): boolean {
  return a.toPrecision(6) === b.toPrecision(6);
}

/**
 * Closes in on the place within ±ε where the slope changes most: where that is, by how much the
 * slope changes there, and how the last four halvings of the window made this grow. The bend of a
 * curve is halved by each, that of a kink stays and that of a jump doubles. Of three windows that
 * overlap, one has the place well inside. Below a `least` width rounding would be seen instead, so
 * where ε comes near that the search begins farther out.
 */
function sharpestBend(outcome: Probe, epsilon: number, least: number) {
  const bendAt = (at: number, halfWidth: number) => {
    const change = outcome(at - halfWidth) - 2 * outcome(at) + outcome(at + halfWidth);
    return { at, halfWidth, bend: Math.abs(change) / halfWidth };
  };
  const found = [bendAt(0, Math.max(epsilon, 32 * least))];
  while (found.length <= mostHalvings) {
    const { at, halfWidth } = found[found.length - 1];
    const next = halfWidth / 2;
    if (next < least) break;
    const windows = [at, at - next, at + next].map((place) => bendAt(place, next));
    found.push(windows.reduce((a, b) => (b.bend > a.bend ? b : a)));
  }
  const [before] = found.slice(-5);
  const last = found[found.length - 1];
  return { ...last, growth: last.bend / before.bend };
}

const mostHalvings = 24;
