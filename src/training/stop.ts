import type { StopRule } from '../graph/index.ts';

/** What is known of an iterate when it is asked whether to stop. */
export interface Progress {
  /** Updates made so far. */
  readonly count: number;
  readonly loss: number;
  /** Output minus target, for target back-propagation. */
  readonly error?: number;
  /** Euclidean norm of the gradient of all trained numbers. */
  readonly gradientNorm: number;
  /** The least loss so far, and the count it was reached at. */
  readonly best: { readonly loss: number; readonly count: number };
}

/** The first rule that says stop, if one does. */
export function stopAt(rules: readonly StopRule[], progress: Progress): StopRule | undefined {
  return rules.find((rule) => says(rule, progress));
}

function says(rule: StopRule, { count, loss, error, gradientNorm, best }: Progress): boolean {
  switch (rule.kind) {
    case 'loss-below':
      return loss < rule.value;
    case 'error-below':
      return error !== undefined && Math.abs(error) < rule.value;
    case 'gradient-below':
      return gradientNorm < rule.value;
    case 'iterations':
      return count >= rule.count;
    case 'no-progress':
      return count - best.count >= rule.patience;
  }
}
