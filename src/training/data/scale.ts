/** How the numbers of a column are brought to a common size before training. */
export type Scaling = 'none' | 'range' | 'standard';

/** x ↦ (x − shift) / spread, and how to undo it. */
export interface Scale {
  readonly shift: number;
  readonly spread: number;
}

/**
 * `range` brings the least number to 0 and the greatest to 1, `standard` the mean to 0 and the
 * standard deviation (of the whole, not of a sample) to 1. Equal numbers all come to 0.
 */
export function scaleOf(numbers: Float64Array, scaling: Scaling): Scale {
  if (scaling === 'none' || numbers.length === 0) return { shift: 0, spread: 1 };
  if (scaling === 'range') {
    const least = numbers.reduce((a, b) => Math.min(a, b));
    const most = numbers.reduce((a, b) => Math.max(a, b));
    return { shift: least, spread: most - least || 1 };
  }
  const mean = numbers.reduce((a, b) => a + b) / numbers.length;
  const square = numbers.reduce((sum, x) => sum + (x - mean) * (x - mean), 0) / numbers.length;
  return { shift: mean, spread: Math.sqrt(square) || 1 };
}

/** A number as training sees it. */
export function scaled(x: number, { shift, spread }: Scale): number {
  return (x - shift) / spread;
}

/** The number that training sees as this one. */
export function unscaled(x: number, { shift, spread }: Scale): number {
  return x * spread + shift;
}
