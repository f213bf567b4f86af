import type { Position } from '../graph/index.ts';

/** How an edge runs: where it changes height, and where its numbers stand. */
export interface Way {
  readonly turn: number;
  /** How far it bends down (or, negative, up) around what stands between its ends. */
  readonly bulge?: number;
  readonly place: Position;
}

/** An edge to be drawn between two points, with what its numbers need. */
export interface Wire {
  readonly id: string;
  readonly from: Position;
  readonly to: Position;
  /** The boxes it starts and ends at. */
  readonly ends: readonly string[];
  /** Room its numbers take. */
  readonly width: number;
}
