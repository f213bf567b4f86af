/**
 * Target back-propagation, as the course notes do it by hand: the error of the output is split among
 * the parameters and each share is divided by a factor, the derivative of the output by that parameter.
 * No gradient descent: the factor divides instead of multiplying, there is no learning rate, and with
 * one parameter and a recomputed factor it is Newton's method for output = target.
 */
export interface TargetRule {
  /** What the output shall become. */
  readonly target: number;
  /** By parameter: its share of the error. Parameters that are absent stay as they are. */
  readonly shares: Readonly<Record<string, number>>;
  /** Whether the factors are those of the start for good, or new before every update. */
  readonly factor: 'kept' | 'recomputed';
  /** By parameter: where it must not go, and where it is put then. */
  readonly clamps?: Readonly<Record<string, Clamp>>;
}

/** A parameter below `below` is put to `to`. */
export interface Clamp {
  readonly below: number;
  readonly to: number;
}

/** Equal shares for some parameters. */
export function equalShares(parameters: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries(parameters.map((id) => [id, 1 / parameters.length]));
}

/** How far a parameter moves: its share of the error, divided by its factor. */
export function targetDelta(error: number, share: number, factor: number): number {
  return (error * share) / factor;
}

/** A parameter after its move, put back where it must not go. */
export function clamped(value: number, clamp: Clamp | undefined): number {
  return clamp !== undefined && value < clamp.below ? clamp.to : value;
}
