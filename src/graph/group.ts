import type { Localized } from './localized.ts';

/** A named box around nodes, open or collapsed to one card. Boxes can stand in boxes. */
export interface Group {
  /** Unique among groups; of the form of a node's name. */
  readonly id: string;
  readonly title?: Localized;
  /** The nodes that stand in this box itself and in no box within it. A node is in one box at most. */
  readonly nodes: readonly string[];
  /** The box this one stands in. */
  readonly parent?: string;
  readonly collapsed?: boolean;
}
