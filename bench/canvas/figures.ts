/** What one page was seen to take, in milliseconds; frames are medians over a movement. */
export interface Sample {
  readonly firstRender: number;
  readonly pan: number;
  readonly drag: number;
  readonly panWhole: number;
}

/** The movements both pages are compared in. */
export const measures = ['firstRender', 'pan', 'drag', 'panWhole'] as const;
export type Measure = (typeof measures)[number];

/** Medians over the rounds at one size. */
export interface SizeFigures {
  readonly nodes: number;
  readonly edges: number;
  /** `edit`: milliseconds from the edit of a leaf until all numbers in view are those it makes. */
  readonly ours: Sample & { readonly edit: number };
  readonly bare: Sample;
  /** Ours over bare, the median of the rounds' ratios. */
  readonly ratios: Readonly<Record<Measure, number>>;
}
