import type { Localized } from './localized.ts';
import type { Position } from './position.ts';

/** A text on the canvas, in simple Markdown with TeX between dollar signs. */
export interface Note {
  /** Unique among notes; of the form of a node's name. */
  readonly id: string;
  readonly text: Localized;
  /** Its top left corner, in pixels at zoom 1. */
  readonly position: Position;
  /** In pixels at zoom 1; 220 where it is absent. */
  readonly width?: number;
  /** The group it stands in, with which it moves, collapses and is copied. */
  readonly group?: string;
}
