import type { Graph, Problem } from '../graph/index.ts';
import {
  arity as arityOf,
  completeOptions,
  type Operation,
  type Options,
  type Shape,
  shapeOf,
  sizeOf,
} from '../ops/index.ts';
import { itemOffsets, layOperand } from './layout.ts';
import type { Lanes, ScheduledRun } from './program.ts';
import { heights, neededFor, type Wiring } from './wiring.ts';

/** Nodes that wait to be placed in one run: same op, arity, settings and, if it matters, shapes. */
interface Bucket {
  readonly op: Operation;
  readonly arity: number;
  readonly options: Options;
  /** Whether the output depends on them. */
  readonly live: boolean;
  /** Settings, and shapes where they matter, as a text to compare; empty for most. */
  readonly details: string;
  ready: number[];
  /** The greatest height among those that are ready; -1 where none is. */
  height: number;
}

/**
 * Gives every node its slots and gathers the nodes into runs, operands first. A node is placed
 * after all its operands, so whatever is unfinished, or depends on it, is left out by itself.
 */
export class Schedule {
  readonly slots: Int32Array;
  readonly varies: Uint8Array;
  readonly shapes: (Shape | undefined)[];
  readonly runs: ScheduledRun[] = [];
  readonly live: ScheduledRun[] = [];
  readonly mismatches: Problem[] = [];
  /** How many slots are taken. */
  used = 0;
  /** How many nodes have theirs. */
  placed = 0;

  private readonly graph: Graph;
  private readonly wiring: Wiring;
  private readonly lanes: Lanes;
  private readonly needed: Uint8Array;
  private readonly heights: Int32Array;
  /** By node: how many operands are not placed yet. */
  private readonly waiting: Int32Array;
  /** By kind. */
  private readonly hasOptions: readonly boolean[];
  private readonly buckets: Bucket[] = [];
  private readonly bucketsOfKind: readonly Bucket[][];

  constructor(graph: Graph, wiring: Wiring, output: number, lanes: Lanes) {
    this.graph = graph;
    this.wiring = wiring;
    this.lanes = lanes;
    const { kinds, kind, firstEdge } = wiring;
    this.slots = new Int32Array(kind.length).fill(-1);
    this.varies = new Uint8Array(kind.length);
    this.shapes = new Array(kind.length).fill(undefined);
    this.needed = neededFor(output, wiring);
    this.heights = heights(wiring);
    this.waiting = new Int32Array(kind.length);
    this.hasOptions = kinds.map(({ options }) => Object.keys(options).length > 0);
    this.bucketsOfKind = kinds.map(() => []);
    const least = kinds.map((op) => arityOf(op).least);
    for (let node = 0; node < kind.length; node++) {
      if (kind[node] < 0) continue;
      this.waiting[node] = Math.max(least[kind[node]], firstEdge[node + 1] - firstEdge[node]);
    }
    for (const leaf of wiring.leaves) this.placeLeaf(leaf);
    this.placeOperations();
  }

  /** How many numbers a node has over all lanes. */
  elements(node: number): number {
    const shape = this.shapes[node] ?? scalar;
    const size = shape === scalar ? 1 : sizeOf(shape);
    return this.varies[node] === 1 ? size * this.lanes.count : size;
  }

  private placeLeaf(node: number): void {
    const { id, value = 0 } = this.graph.nodes[node];
    this.shapes[node] = typeof value === 'number' ? scalar : shapeOf(value);
    this.varies[node] = this.lanes.varying.has(id) ? 1 : 0;
    this.place(node);
    this.release(node);
  }

  /**
   * Always takes the bucket from which most runs are still to come: the others can wait and become
   * fuller, and few long runs are faster than many short ones.
   */
  private placeOperations(): void {
    for (;;) {
      let next: Bucket | undefined;
      for (const bucket of this.buckets) {
        if (bucket.height > (next === undefined ? -1 : next.height)) next = bucket;
      }
      if (next === undefined) return;
      const run = this.run(next);
      this.runs.push(run);
      if (next.live) this.live.push(run);
    }
  }

  private place(node: number): void {
    this.slots[node] = this.used;
    this.used += this.elements(node);
    this.placed++;
  }

  /** Tells the consumers of a node that it is placed; those with no more to wait for get ready. */
  private release(node: number): void {
    const { firstConsumer, consumers } = this.wiring;
    for (let i = firstConsumer[node]; i < firstConsumer[node + 1]; i++) {
      if (--this.waiting[consumers[i]] === 0) this.enqueue(consumers[i]);
    }
  }

  /** Puts a node whose operands are placed into its bucket, unless their shapes do not fit. */
  private enqueue(node: number): void {
    const kind = this.wiring.kind[node];
    const op = this.wiring.kinds[kind];
    let options = noOptions;
    let details = '';
    if (this.hasOptions[kind]) {
      options = completeOptions(op, this.graph.nodes[node].options);
      details = JSON.stringify(options);
    }
    if (this.inspectOperands(node) && op.layout === 'elementwise') {
      this.shapes[node] = scalar;
    } else {
      const shapes = this.operandShapes(node);
      const shape = op.shape(shapes, options);
      if (shape === null) {
        const { id } = this.graph.nodes[node];
        this.mismatches.push({ kind: 'shape-mismatch', node: id, shapes });
        return;
      }
      this.shapes[node] = shape.length === 0 ? scalar : shape;
      if (op.layout === 'whole') details += JSON.stringify(shapes);
    }
    const bucket = this.bucketFor(node, options, details);
    bucket.ready.push(node);
    bucket.height = Math.max(bucket.height, this.heights[node]);
  }

  private bucketFor(node: number, options: Options, details: string): Bucket {
    const { kinds, kind, firstEdge } = this.wiring;
    const arity = firstEdge[node + 1] - firstEdge[node];
    const live = this.needed[node] === 1;
    const alike = this.bucketsOfKind[kind[node]];
    for (const bucket of alike) {
      if (bucket.arity === arity && bucket.live === live && bucket.details === details) {
        return bucket;
      }
    }
    const op = kinds[kind[node]];
    const bucket: Bucket = { op, arity, options, live, details, ready: [], height: -1 };
    alike.push(bucket);
    this.buckets.push(bucket);
    return bucket;
  }

  /** Places the nodes of a bucket, and those that get into it thereby. */
  private run(bucket: Bucket): ScheduledRun {
    const { op, arity, options, ready: nodes } = bucket;
    const start = this.used;
    for (const node of nodes) {
      this.place(node);
      this.release(node);
    }
    bucket.ready = [];
    bucket.height = -1;
    const whole = op.layout === 'whole';
    const shapes = whole ? this.operandShapes(nodes[0]) : noShapes;
    const shape = this.shapes[nodes[0]] ?? scalar;
    const count = whole ? (this.used - start) / sizeOf(shape) : this.used - start;
    return {
      op,
      forward: op.forward,
      backward: op.backward,
      nodes,
      start,
      count,
      arity,
      operands: this.positions(op, arity, nodes, count),
      options,
      shapes,
      shape,
      scratch: new Float64Array(arity),
    };
  }

  /** Where the items of a run find their operands. */
  private positions(
    op: Operation,
    arity: number,
    nodes: readonly number[],
    count: number,
  ): Int32Array {
    const { firstEdge, operands } = this.wiring;
    const { slots, varies, shapes } = this;
    const positions = new Int32Array(count * arity);
    let at = 0;
    for (const node of nodes) {
      const lanes = varies[node] === 1 ? this.lanes.count : 1;
      const items = op.layout === 'whole' ? lanes : this.elements(node);
      for (let port = 0; port < arity; port++) {
        const operand = operands[firstEdge[node] + port];
        if (items === 1) {
          positions[at + port] = slots[operand];
          continue;
        }
        const operandShape = shapes[operand] ?? scalar;
        const stride = varies[operand] === 1 ? sizeOf(operandShape) : 0;
        const offsets = itemOffsets(op, shapes[node] ?? scalar, operandShape);
        layOperand(positions, at + port, arity, slots[operand], offsets, lanes, stride);
      }
      at += items * arity;
    }
    return positions;
  }

  /** Whether all operands are scalars; passes on that one of them varies. */
  private inspectOperands(node: number): boolean {
    const { firstEdge, operands } = this.wiring;
    let scalars = true;
    for (let edge = firstEdge[node]; edge < firstEdge[node + 1]; edge++) {
      const operand = operands[edge];
      if (this.varies[operand] === 1) this.varies[node] = 1;
      if (this.shapes[operand] !== scalar) scalars = false;
    }
    return scalars;
  }

  private operandShapes(node: number): Shape[] {
    const { firstEdge, operands } = this.wiring;
    const edges = operands.subarray(firstEdge[node], firstEdge[node + 1]);
    return Array.from(edges, (operand) => this.shapes[operand] ?? scalar);
  }
}

const scalar: Shape = [];
const noOptions: Options = {};
const noShapes: readonly Shape[] = [];
