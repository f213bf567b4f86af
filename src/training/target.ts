import type { Clamp } from '../graph/index.ts';

/**
 * Target back-propagation, as the course notes do it by hand: the error of the output is split among
 * the parameters, and each share is divided by a factor, the derivative of the output by that
 * parameter. It is no gradient descent: the derivative divides instead of multiplying, there is no
 * learning rate, and with one parameter and a recomputed factor it is Newton's method for
 * output = target. This is how far one parameter moves.
 */
export function targetDelta(error: number, share: number, factor: number): number {
  return (error * share) / factor;
}

/** A parameter after its move, put back where it must not go. */
export function clamped(value: number, clamp: Clamp | undefined): number {
  return clamp !== undefined && value < clamp.below ? clamp.to : value;
}

/** Equal shares for some parameters. */
export function equalShares(parameters: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries(parameters.map((id) => [id, 1 / parameters.length]));
}
