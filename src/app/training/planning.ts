import type { Move, Training } from '../../graph/index.ts';
import { currentGraph, edit } from '../store/document.ts';
import { planOf } from './plan.ts';

type Changes = { readonly [Key in keyof Training]?: Training[Key] | undefined };

/** Changes the plan of the document; what becomes undefined is left to what is usual. */
export function editPlan(changes: Changes, gesture: string | null = null): void {
  const graph = currentGraph();
  const changed = Object.entries({ ...planOf(graph), ...changes }).filter(
    ([, value]) => value !== undefined,
  );
  edit({ ...graph, training: Object.fromEntries(changed) as unknown as Training }, gesture);
}

export type GradientMove = Extract<Move, { by: 'gradient' }>;
export type TargetMove = Extract<Move, { by: 'target' }>;

/** What was last set of the kind of move that is not in force, to be found again. */
const shelf: { gradient?: GradientMove; target?: TargetMove } = {};

/** The last move by the gradient, if there was one. */
export function lastGradientMove(move: Move): GradientMove | undefined {
  return move.by === 'gradient' ? move : shelf.gradient;
}

/** The last move to a target, if there was one. */
export function lastTargetMove(move: Move): TargetMove | undefined {
  return move.by === 'target' ? move : shelf.target;
}

/** Changes between moving by the gradient and moving to a target. */
export function chooseMove(by: Move['by'], fresh: Move): void {
  const { move } = planOf(currentGraph());
  if (move.by === by) return;
  if (move.by === 'gradient') shelf.gradient = move;
  else shelf.target = move;
  editPlan({ move: shelf[by] ?? fresh });
}

/** A record without the entries that are undefined. */
export function without<Value>(
  record: Readonly<Record<string, Value | undefined>>,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(
    Object.entries(record).filter((entry): entry is [string, Value] => entry[1] !== undefined),
  );
}
