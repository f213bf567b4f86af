import type { Graph, Problem } from '../graph/index.ts';
import type { Operation, Run, Shape } from '../ops/index.ts';

/** How the gradients of the lanes become one: `sum`, or `mean` (each lane counts 1/lanes). */
export type Reduction = 'sum' | 'mean';

/** A run together with the op whose kernels it feeds. */
export interface ScheduledRun extends Run {
  readonly op: Operation;
  /** The op's kernels; to find them in its declaration takes as long as a short run. */
  readonly forward: Operation['forward'];
  readonly backward: Operation['backward'];
  /** File indices of the run's nodes, in slot order. */
  readonly nodes: readonly number[];
}

/** Which leaves have a value of their own in every lane, and how many lanes there are. */
export interface Lanes {
  readonly count: number;
  readonly varying: ReadonlySet<string>;
}

/**
 * A graph made ready to run: storage and a schedule. Numbers live in flat arrays in which every
 * node has one slot per element (and per lane, if it varies); evaluation overwrites them in place
 * and allocates nothing.
 */
export interface Program {
  readonly graph: Graph;
  /** File index of each node. */
  readonly index: ReadonlyMap<string, number>;
  /** By file index: the node's first edge; that of port p is `firstEdge[node] + p`. */
  readonly firstEdge: Int32Array;
  /** By edge: the file index of the operand, -1 for an open port. */
  readonly operands: Int32Array;
  /** The differentiated node, if it is chosen and can be computed. */
  readonly output: string | undefined;
  /** The first of its slots, and how many there are: 0 without an output. */
  readonly outputSlot: number;
  readonly outputSize: number;
  /** Its own gradient, ∂output/∂output, in each slot: lanes that share a slot add up there. */
  readonly seed: Readonly<Record<Reduction, number>>;
  readonly lanes: number;
  /** Structural problems and shape mismatches; domain problems depend on the numbers. */
  readonly problems: readonly Problem[];
  /** By file index: the node's shape, undefined where it cannot be computed. */
  readonly shapes: readonly (Shape | undefined)[];
  /** By file index: the node's first slot, -1 where it cannot be computed. */
  readonly slots: Int32Array;
  /** By file index: 1 for nodes that have a value per lane. */
  readonly varies: Uint8Array;
  /** Runs in an order in which operands come first. */
  readonly runs: readonly ScheduledRun[];
  /** The runs the output depends on; only these take part in the backward pass. */
  readonly live: readonly ScheduledRun[];
  readonly values: Float64Array;
  readonly gradients: Float64Array;
}

/** A node's slots: how many there are, and how far apart those of neighbouring lanes lie. */
export function extent(program: Program, node: number): { size: number; laneStride: number } {
  const shape = program.shapes[node] ?? [];
  let size = 1;
  for (const length of shape) size *= length;
  const varies = program.varies[node] === 1;
  return { size: varies ? size * program.lanes : size, laneStride: varies ? size : 0 };
}
