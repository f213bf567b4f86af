import { edgeId, parseQuantity, topologicalOrder } from '../graph/index.ts';
import { flatten, shapeOf, type Tensor, unflatten } from '../ops/index.ts';
import { type EdgePass, edgeNumbers } from './edges.ts';
import { nodeGradient, nodeValue } from './numbers.ts';
import type { Program } from './program.ts';
import { lookUp, type NumbersOf } from './quantities.ts';

/** An operand as a step reads it. */
export interface OperandRead {
  readonly source: string;
  readonly port: number;
  readonly value: Tensor;
}

/** A node gets its value. */
export interface ForwardStep {
  readonly pass: 'forward';
  readonly node: string;
  /** Empty for a leaf. */
  readonly operands: readonly OperandRead[];
  readonly value: Tensor;
}

/** An edge carries its contribution back, and the gradient of its source grows by it. */
export interface BackwardStep {
  readonly pass: 'backward';
  readonly edge: string;
  readonly source: string;
  readonly target: string;
  readonly port: number;
  /** ∂output/∂target */
  readonly upstream: Tensor;
  /** ∂target/∂operand; null for ops on whole tensors. */
  readonly local: Tensor | null;
  readonly contribution: Tensor;
  /** The sum of what came before; undefined for the first edge of its source. */
  readonly before: Tensor | undefined;
  /** The sum from now on; after the last edge of its source that is ∂output/∂source. */
  readonly after: Tensor;
  /** Which of the edges between its source and the output this is, from 1 on, and of how many. */
  readonly turn: number;
  readonly turns: number;
}

export type Step = ForwardStep | BackwardStep;

/**
 * The order of the steps of an evaluated program. Forward there is one step for each node that can
 * be computed: operands first, then as in the file. Backward there is one for each edge on a way to
 * the output: targets the other way round, their ports from first to last.
 */
export interface Trace {
  readonly program: Program;
  readonly edges: EdgePass;
  /** How many steps there are in either pass. */
  readonly forward: number;
  readonly backward: number;
  readonly order: Order;
}

/** Steps, nodes and edges by their numbers: all that is the same for other leaf values. */
interface Order {
  /** By forward step: the file index of its node. */
  readonly nodes: Int32Array;
  /** By file index: its forward step, -1 if it has none. */
  readonly stepOfNode: Int32Array;
  /** By backward step: the file index of its target, and the port. */
  readonly targets: Int32Array;
  readonly ports: Int32Array;
  /** By edge (see `Program.firstEdge`): its backward step, -1 if it has none. */
  readonly stepOfEdge: Int32Array;
  /** By file index: where its steps as a source begin in `stepsOut`; one more entry than nodes. */
  readonly firstOut: Int32Array;
  readonly stepsOut: Int32Array;
}

/**
 * The trace of a program that was evaluated, edges included. Only the order is laid out; numbers are
 * read when they are asked for. Given a trace of the same program with other leaf values (see
 * `rebind`), its order is taken over.
 */
export function trace(program: Program, edges: EdgePass, before?: Trace): Trace {
  const isSame = before !== undefined && before.program.slots === program.slots;
  const order = isSame ? before.order : orderOf(program);
  return { program, edges, forward: order.nodes.length, backward: order.targets.length, order };
}

/** How many steps a trace has in all. */
export function stepCount({ forward, backward }: Trace): number {
  return forward + backward;
}

function orderOf(program: Program): Order {
  const { graph, slots, operands, firstEdge } = program;
  const size = graph.nodes.length;
  const nodes = Int32Array.from(topologicalOrder(graph).sorted.filter((node) => slots[node] >= 0));
  const stepOfNode = new Int32Array(size).fill(-1);
  nodes.forEach((node, step) => {
    stepOfNode[node] = step;
  });
  const isLive = nodesBehindOutput(program, nodes);
  const targets: number[] = [];
  const ports: number[] = [];
  const stepOfEdge = new Int32Array(operands.length).fill(-1);
  const firstOut = new Int32Array(size + 1);
  for (let i = nodes.length - 1; i >= 0; i--) {
    const target = nodes[i];
    if (isLive[target] === 0) continue;
    const count = graph.nodes[target].inputs?.length ?? 0;
    for (let port = 0; port < count; port++) {
      const edge = firstEdge[target] + port;
      stepOfEdge[edge] = targets.length;
      targets.push(target);
      ports.push(port);
      firstOut[operands[edge] + 1]++;
    }
  }
  for (let node = 0; node < size; node++) firstOut[node + 1] += firstOut[node];
  const next = firstOut.slice();
  const stepsOut = new Int32Array(targets.length);
  targets.forEach((target, step) => {
    const source = operands[firstEdge[target] + ports[step]];
    stepsOut[next[source]++] = step;
  });
  return {
    nodes,
    stepOfNode,
    targets: Int32Array.from(targets),
    ports: Int32Array.from(ports),
    stepOfEdge,
    firstOut,
    stepsOut,
  };
}

/** By file index: 1 for the output and all it is computed from. */
function nodesBehindOutput(program: Program, nodes: Int32Array): Uint8Array {
  const { graph, index, operands, firstEdge, output } = program;
  const isLive = new Uint8Array(graph.nodes.length);
  if (output === undefined) return isLive;
  isLive[index.get(output) ?? 0] = 1;
  for (let i = nodes.length - 1; i >= 0; i--) {
    const node = nodes[i];
    if (isLive[node] === 0) continue;
    const count = graph.nodes[node].inputs?.length ?? 0;
    for (let port = 0; port < count; port++) isLive[operands[firstEdge[node] + port]] = 1;
  }
  return isLive;
}

/** Step number `at` (from 0 on), computed by itself; undefined beyond the ends. */
export function stepAt(trace: Trace, at: number): Step | undefined {
  if (at < 0 || at >= stepCount(trace)) return;
  return at < trace.forward ? forwardStep(trace, at) : backwardStep(trace, at - trace.forward);
}

function forwardStep({ program, order }: Trace, step: number): ForwardStep {
  const { id, inputs = [] } = program.graph.nodes[order.nodes[step]];
  const operands = inputs.map((input, port) => {
    const source = input ?? '';
    return { source, port, value: number(nodeValue(program, source)) };
  });
  return { pass: 'forward', node: id, operands, value: number(nodeValue(program, id)) };
}

function backwardStep(trace: Trace, step: number): BackwardStep {
  const { program, edges, order } = trace;
  const { node: target, source, port } = edgeOf(trace, step);
  const index = program.index.get(source) ?? 0;
  const first = order.firstOut[index];
  const turns = order.firstOut[index + 1] - first;
  const turn = order.stepsOut.subarray(first, first + turns).indexOf(step) + 1;
  const numbers = edgeNumbers(program, edges, target, port);
  return {
    pass: 'backward',
    edge: edgeId(source, target, port),
    source,
    target,
    port,
    upstream: number(nodeGradient(program, target)),
    local: numbers?.local ?? null,
    contribution: number(numbers?.gradient),
    before: sumOf(trace, index, turn - 1),
    after: number(sumOf(trace, index, turn)),
    turn,
    turns,
  };
}

/** The edge of a backward step. */
function edgeOf({ program, order }: Trace, step: number) {
  const { id, inputs = [] } = program.graph.nodes[order.targets[step]];
  const port = order.ports[step];
  return { node: id, source: inputs[port] ?? '', port };
}

/**
 * What the first edges of a source have brought back; undefined for none of them. All together they
 * make its gradient, for which the engine's own sum counts: it adds in an order of its own, and two
 * sums of the same numbers may differ in the last digit.
 */
function sumOf(trace: Trace, source: number, edges: number): Tensor | undefined {
  const { program, order } = trace;
  const first = order.firstOut[source];
  if (edges === 0) return;
  if (edges === order.firstOut[source + 1] - first) {
    return nodeGradient(program, program.graph.nodes[source].id);
  }
  let sum: Tensor | undefined;
  for (let i = first; i < first + edges; i++) {
    const { node, port } = edgeOf(trace, order.stepsOut[i]);
    const contribution = edgeNumbers(program, trace.edges, node, port)?.gradient;
    sum = sum === undefined ? contribution : plus(sum, number(contribution));
  }
  return sum;
}

/**
 * The numbers that are there after so many steps: those of the whole program after the last one, and
 * until then the values of the nodes passed, the contributions (with their local derivatives) of the
 * edges passed, and gradients as far as they have been added up. The output's own gradient is there
 * from the first backward step on.
 */
export function numbersAfter(trace: Trace, steps: number): NumbersOf {
  const { program, edges, order } = trace;
  const all = lookUp(program, edges);
  if (steps >= stepCount(trace)) return all;
  const back = steps - trace.forward;
  return (id) => {
    const quantity = parseQuantity(id);
    if (quantity === undefined) return;
    if ('node' in quantity) {
      const node = program.index.get(quantity.node);
      if (node === undefined) return;
      if (quantity.kind === 'gradient') {
        if (quantity.node === program.output) return back > 0 ? all(id) : undefined;
        return sumOf(trace, node, edgesPassed(order, node, back));
      }
      const step = order.stepOfNode[node];
      return step >= 0 && step < steps ? all(id) : undefined;
    }
    const target = program.index.get(quantity.target);
    if (target === undefined) return;
    const step = order.stepOfEdge[program.firstEdge[target] + quantity.port] ?? -1;
    return step >= 0 && step < back ? all(id) : undefined;
  };
}

/** The step that makes a quantity, a gradient by its last contribution; undefined if none does. */
export function stepMaking(trace: Trace, id: string): number | undefined {
  const { program, order } = trace;
  const quantity = parseQuantity(id);
  if (quantity === undefined) return;
  const node = program.index.get('node' in quantity ? quantity.node : quantity.target);
  if (node === undefined) return;
  let step: number;
  if (!('node' in quantity)) {
    if (program.graph.nodes[node].inputs?.[quantity.port] !== quantity.source) return;
    step = order.stepOfEdge[program.firstEdge[node] + quantity.port];
  } else if (quantity.kind === 'value') {
    return order.stepOfNode[node] < 0 ? undefined : order.stepOfNode[node];
  } else {
    const isSource = order.firstOut[node] < order.firstOut[node + 1];
    step = isSource ? order.stepsOut[order.firstOut[node + 1] - 1] : -1;
  }
  return step < 0 ? undefined : trace.forward + step;
}

/** How many of the edges that leave a node were passed in so many backward steps. */
function edgesPassed({ firstOut, stepsOut }: Order, source: number, steps: number): number {
  let least = firstOut[source];
  let most = firstOut[source + 1];
  while (least < most) {
    const middle = (least + most) >> 1;
    if (stepsOut[middle] < steps) least = middle + 1;
    else most = middle;
  }
  return least - firstOut[source];
}

/** The trace steps only over what can be computed, so its numbers are there. */
function number(tensor: Tensor | undefined): Tensor {
  return tensor ?? Number.NaN;
}

function plus(a: Tensor, b: Tensor): Tensor {
  const others = flatten(b);
  const sums = flatten(a).map((number, i) => number + others[i]);
  return unflatten(sums, shapeOf(a));
}
