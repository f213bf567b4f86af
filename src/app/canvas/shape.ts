import type { Shape } from '../../ops/index.ts';
import { useEvaluation } from '../store/evaluation.ts';

/** Follows the shape of a node's value; undefined while it cannot be computed. */
export function useNodeShape(id: string): Shape | undefined {
  return useEvaluation(({ program }) => program.shapes[program.index.get(id) ?? -1]);
}
