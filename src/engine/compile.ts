import {
  type Graph,
  type GraphNode,
  indexNodes,
  openPorts,
  outputOf,
  type Problem,
  structuralProblems,
} from '../graph/index.ts';
import {
  broadcastIndex,
  completeOptions,
  flatten,
  type Operation,
  type Options,
  ops,
  type Shape,
  shapeOf,
  sizeOf,
} from '../ops/index.ts';
import type { Lanes, Program, ScheduledRun } from './program.ts';

const oneLane: Lanes = { count: 1, varying: new Set() };

/**
 * Makes a graph ready to run. Never throws for what a user can draw: nodes that cannot be
 * computed (open ports, shapes that do not fit, cycles, and all that depends on them) are left
 * out, and `problems` says why.
 */
export function compile(graph: Graph, lanes: Lanes = oneLane): Program {
  const wiring = wire(graph);
  const schedule = new Schedule(graph, wiring, lanes);
  schedule.placeLeaves();
  schedule.placeOperations();
  return schedule.finish();
}

/**
 * The program for a graph that differs from the compiled one in leaf values, places and texts
 * alone, or null if more has changed. It shares the storage of the old program.
 */
export function rebind(program: Program, graph: Graph): Program | null {
  const { nodes } = graph;
  const before = program.graph.nodes;
  if (nodes.length !== before.length || outputOf(graph) !== outputOf(program.graph)) return null;
  const changed: number[] = [];
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i];
    const old = before[i];
    if (node === old) continue;
    if (node.id !== old.id || node.op !== old.op || !sameInputs(node, old)) return null;
    if (node.options !== old.options) return null;
    if (node.value !== old.value) changed.push(i);
  }
  for (const i of changed) if (!sameShape(nodes[i], program.shapes[i])) return null;
  const next: Program = { ...program, graph };
  for (const i of changed) writeLeaf(next, i, flatten(nodes[i].value ?? 0));
  return next;
}

/** Writes the numbers of a leaf into every lane. */
export function writeLeaf(program: Program, node: number, numbers: ArrayLike<number>): void {
  const slot = program.slots[node];
  const copies = program.varies[node] === 1 ? program.lanes : 1;
  for (let lane = 0, at = slot; lane < copies; lane++) {
    for (let i = 0; i < numbers.length; i++) program.values[at++] = numbers[i];
  }
}

/** Nodes as numbers: who feeds whom, and who waits for how many operands. */
interface Wiring {
  readonly index: ReadonlyMap<string, number>;
  /** Operand file indices by port; null for nodes that cannot be computed as they stand. */
  readonly operands: readonly (readonly number[] | null)[];
  readonly operations: readonly (Operation | null)[];
  readonly consumers: readonly number[][];
}

function wire(graph: Graph): Wiring {
  const index = indexNodes(graph);
  const { nodes } = graph;
  const consumers: number[][] = nodes.map(() => []);
  const operations = nodes.map((node) => {
    const op = ops.get(node.op);
    return op?.kind === 'operation' ? op : null;
  });
  const operands = nodes.map((node, i) => {
    if (operations[i] === null) return node.value === undefined ? null : [];
    if (node.inputs === undefined || openPorts(node).length > 0) return null;
    const list: number[] = [];
    for (const id of node.inputs) {
      const source = id === null ? undefined : index.get(id);
      if (source === undefined) return null;
      list.push(source);
    }
    for (const source of list) consumers[source].push(i);
    return list;
  });
  return { index, operands, operations, consumers };
}

/** Nodes that wait to be placed in one run: same op, arity, settings and, if it matters, shapes. */
interface Bucket {
  readonly op: Operation;
  readonly options: Options;
  readonly shapes: readonly Shape[];
  readonly live: boolean;
  ready: number[];
}

class Schedule {
  private readonly slots: Int32Array;
  private readonly varies: Uint8Array;
  private readonly shapes: (Shape | undefined)[];
  private readonly waiting: Int32Array;
  private readonly buckets = new Map<string, Bucket>();
  private readonly runs: ScheduledRun[] = [];
  private readonly live: ScheduledRun[] = [];
  private readonly mismatches: Problem[] = [];
  private readonly needed: Uint8Array;
  private used = 0;

  private readonly graph: Graph;
  private readonly wiring: Wiring;
  private readonly lanes: Lanes;

  constructor(graph: Graph, wiring: Wiring, lanes: Lanes) {
    this.graph = graph;
    this.wiring = wiring;
    this.lanes = lanes;
    const size = graph.nodes.length;
    this.slots = new Int32Array(size).fill(-1);
    this.varies = new Uint8Array(size);
    this.shapes = new Array(size).fill(undefined);
    this.waiting = Int32Array.from(wiring.operands, (operands) => operands?.length ?? 0);
    this.needed = neededFor(outputOf(graph), wiring);
  }

  placeLeaves(): void {
    this.graph.nodes.forEach((node, i) => {
      if (this.wiring.operations[i] !== null || node.value === undefined) return;
      this.shapes[i] = typeof node.value === 'number' ? scalar : shapeOf(node.value);
      this.varies[i] = this.lanes.varying.has(node.id) ? 1 : 0;
      this.place(i);
      this.release(i);
    });
  }

  /** Always takes the bucket with most nodes: few long runs are faster than many short ones. */
  placeOperations(): void {
    for (;;) {
      let fullest: Bucket | undefined;
      for (const bucket of this.buckets.values()) {
        if (bucket.ready.length > (fullest?.ready.length ?? 0)) fullest = bucket;
      }
      if (fullest === undefined) return;
      const nodes = fullest.ready;
      fullest.ready = [];
      const run = this.run(fullest, nodes);
      this.runs.push(run);
      if (fullest.live) this.live.push(run);
      for (const node of nodes) this.release(node);
    }
  }

  finish(): Program {
    const { graph, slots, varies, shapes, runs, live, lanes } = this;
    const output = outputOf(graph);
    const outputIndex = output === undefined ? undefined : this.wiring.index.get(output);
    const program: Program = {
      graph,
      index: this.wiring.index,
      output: outputIndex !== undefined && slots[outputIndex] >= 0 ? output : undefined,
      lanes: lanes.count,
      problems: [...structuralProblems(graph), ...this.mismatches],
      shapes,
      slots,
      varies,
      runs,
      live,
      values: new Float64Array(this.used),
      gradients: new Float64Array(this.used),
    };
    graph.nodes.forEach((node, i) => {
      if (slots[i] < 0 || node.value === undefined) return;
      if (typeof node.value === 'number' && varies[i] === 0) program.values[slots[i]] = node.value;
      else writeLeaf(program, i, flatten(node.value));
    });
    return program;
  }

  private place(node: number): void {
    this.slots[node] = this.used;
    this.used += this.elements(node);
  }

  /** How many numbers a node has over all lanes. */
  private elements(node: number): number {
    const size = sizeOf(this.shapes[node] ?? scalar);
    return this.varies[node] === 1 ? size * this.lanes.count : size;
  }

  /** Tells the consumers of a node that it is placed; those with no more to wait for get ready. */
  private release(node: number): void {
    for (const consumer of this.wiring.consumers[node]) {
      if (--this.waiting[consumer] === 0) this.enqueue(consumer);
    }
  }

  private enqueue(node: number): void {
    const op = this.wiring.operations[node];
    const operands = this.wiring.operands[node];
    if (op === null || operands === null) return;
    const given = this.graph.nodes[node].options;
    const options = hasOptions(op) ? completeOptions(op, given) : noOptions;
    const shapes = operands.map((operand) => this.shapes[operand] ?? scalar);
    const shape =
      shapes.every(isScalar) && op.layout === 'elementwise' ? scalar : op.shape(shapes, options);
    if (shape === null) {
      this.mismatches.push({ kind: 'shape-mismatch', node: this.graph.nodes[node].id, shapes });
      return;
    }
    this.shapes[node] = shape;
    for (const operand of operands) if (this.varies[operand] === 1) this.varies[node] = 1;
    const live = this.needed[node] === 1;
    const whole = op.layout === 'whole';
    const key =
      `${op.id} ${operands.length} ${live}` +
      (options === noOptions ? '' : JSON.stringify(options)) +
      (whole ? JSON.stringify(shapes) : '');
    const bucket = this.buckets.get(key);
    if (bucket !== undefined) bucket.ready.push(node);
    else this.buckets.set(key, { op, options, shapes, live, ready: [node] });
  }

  private run({ op, options, shapes }: Bucket, nodes: readonly number[]): ScheduledRun {
    const start = this.used;
    for (const node of nodes) this.place(node);
    const shape = this.shapes[nodes[0]] ?? scalar;
    const count = op.layout === 'whole' ? (this.used - start) / sizeOf(shape) : this.used - start;
    const arity = this.wiring.operands[nodes[0]]?.length ?? 0;
    const inputs = Array.from({ length: arity }, () => new Int32Array(count));
    for (let port = 0; port < arity; port++) {
      let at = 0;
      for (const node of nodes) {
        const operand = this.wiring.operands[node]?.[port] ?? 0;
        at = this.fillPort(inputs[port], at, op, node, operand);
      }
    }
    const scratch = new Float64Array(arity);
    return { op, nodes, start, count, inputs, targets: inputs, options, shapes, shape, scratch };
  }

  /** Writes where the items of one node find an operand; returns the place behind them. */
  private fillPort(
    port: Int32Array,
    from: number,
    op: Operation,
    node: number,
    operand: number,
  ): number {
    const base = this.slots[operand];
    const shape = this.shapes[node] ?? scalar;
    const operandShape = this.shapes[operand] ?? scalar;
    const layout = itemLayout(op, shape, operandShape);
    const lanes = this.varies[node] === 1 ? this.lanes.count : 1;
    const laneStride = this.varies[operand] === 1 ? sizeOf(operandShape) : 0;
    return layItems(port, from, base, layout, lanes, laneStride);
  }
}

/**
 * Where within its operand each item of a node looks: for elementwise ops the operand's element
 * that broadcasting puts there, for whole-tensor ops its first one. Null for plain scalars.
 */
export function itemLayout(op: Operation, shape: Shape, operandShape: Shape): Int32Array | null {
  if (op.layout === 'whole' || isScalar(shape)) return null;
  return broadcastIndex(operandShape, shape);
}

/** Writes item positions into `port` from `from` on, lane after lane; returns the place behind. */
export function layItems(
  port: Int32Array,
  from: number,
  base: number,
  layout: Int32Array | null,
  lanes: number,
  laneStride: number,
): number {
  let at = from;
  for (let lane = 0; lane < lanes; lane++) {
    const first = base + lane * laneStride;
    if (layout === null) port[at++] = first;
    else for (const element of layout) port[at++] = first + element;
  }
  return at;
}

const scalar: Shape = [];
const noOptions: Options = {};

function isScalar(shape: Shape): boolean {
  return shape.length === 0;
}

function hasOptions(op: Operation): boolean {
  for (const _ in op.options) return true;
  return false;
}

/** Marks the nodes the output depends on, itself included. */
function neededFor(output: string | undefined, wiring: Wiring): Uint8Array {
  const needed = new Uint8Array(wiring.operands.length);
  const start = output === undefined ? undefined : wiring.index.get(output);
  const stack = start === undefined ? [] : [start];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (needed[node] === 1) continue;
    needed[node] = 1;
    for (const operand of wiring.operands[node] ?? []) stack.push(operand);
  }
  return needed;
}

function sameInputs(a: GraphNode, b: GraphNode): boolean {
  if (a.inputs === b.inputs) return true;
  if (a.inputs === undefined || b.inputs === undefined) return false;
  if (a.inputs.length !== b.inputs.length) return false;
  return a.inputs.every((id, port) => id === b.inputs?.[port]);
}

function sameShape({ value }: GraphNode, shape: Shape | undefined): boolean {
  if (value === undefined || shape === undefined) return false;
  const next = shapeOf(value);
  return next.length === shape.length && next.every((length, axis) => length === shape[axis]);
}
