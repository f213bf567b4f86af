import { type Graph, indexNodes } from '../graph/index.ts';
import { type Operation, ops } from '../ops/index.ts';

/**
 * A graph as numbers: flat arrays by node, that is by file index, and by edge. Edges are numbered
 * by target, then by port, so that those of one node lie side by side.
 */
export interface Wiring {
  /** File index of each node. */
  readonly index: ReadonlyMap<string, number>;
  /** The operations that occur. */
  readonly kinds: readonly Operation[];
  /** By node: its operation among `kinds`, -1 for leaves. */
  readonly kind: Int32Array;
  /** The leaves that have a value, in file order. */
  readonly leaves: readonly number[];
  /** By node: its first edge; that of port p is `firstEdge[node] + p`. One entry more than nodes. */
  readonly firstEdge: Int32Array;
  /** By edge: the operand, -1 for an open port. */
  readonly operands: Int32Array;
  /** By node: where its consumers start in `consumers`. One entry more than nodes. */
  readonly firstConsumer: Int32Array;
  /** The targets of the edges that leave each node. */
  readonly consumers: Int32Array;
}

/** Numbers the nodes and edges of a graph. */
export function wire(graph: Graph): Wiring {
  const { nodes } = graph;
  const index = indexNodes(graph);
  const kinds: Operation[] = [];
  const kindOfOp = new Map<string, number>();
  const kind = new Int32Array(nodes.length);
  const leaves: number[] = [];
  const firstEdge = new Int32Array(nodes.length + 1);
  for (let i = 0; i < nodes.length; i++) {
    const { op, inputs, value } = nodes[i];
    let known = kindOfOp.get(op);
    if (known === undefined) {
      const operation = ops.get(op);
      known = operation?.kind === 'operation' ? kinds.push(operation) - 1 : -1;
      kindOfOp.set(op, known);
    }
    kind[i] = known;
    if (known < 0 && value !== undefined) leaves.push(i);
    firstEdge[i + 1] = firstEdge[i] + (inputs === undefined ? 0 : inputs.length);
  }
  const operands = new Int32Array(firstEdge[nodes.length]);
  for (let i = 0, edge = 0; i < nodes.length; i++) {
    const { inputs } = nodes[i];
    if (inputs === undefined) continue;
    for (const id of inputs) operands[edge++] = (id === null ? undefined : index.get(id)) ?? -1;
  }
  return { index, kinds, kind, leaves, firstEdge, operands, ...consumersOf(firstEdge, operands) };
}

/** The same edges by source instead of target. */
function consumersOf(firstEdge: Int32Array, operands: Int32Array) {
  const nodes = firstEdge.length - 1;
  // Where the next consumer of a node belongs; at the end, where those of the next node start.
  const next = new Int32Array(nodes + 1);
  for (let edge = 0; edge < operands.length; edge++) {
    if (operands[edge] >= 0) next[operands[edge] + 1]++;
  }
  for (let node = 0; node < nodes; node++) next[node + 1] += next[node];
  const firstConsumer = next.slice();
  const consumers = new Int32Array(next[nodes]);
  for (let node = 0; node < nodes; node++) {
    for (let edge = firstEdge[node]; edge < firstEdge[node + 1]; edge++) {
      if (operands[edge] >= 0) consumers[next[operands[edge]]++] = node;
    }
  }
  return { firstConsumer, consumers };
}

/** By node: 1 where the output depends on it, the output itself included. */
export function neededFor(
  output: number,
  { firstEdge, operands }: Pick<Wiring, 'firstEdge' | 'operands'>,
): Uint8Array {
  const needed = new Uint8Array(firstEdge.length - 1);
  if (output < 0) return needed;
  const found = [output];
  needed[output] = 1;
  for (let i = 0; i < found.length; i++) {
    const node = found[i];
    for (let edge = firstEdge[node]; edge < firstEdge[node + 1]; edge++) {
      const operand = operands[edge];
      if (operand < 0 || needed[operand] === 1) continue;
      needed[operand] = 1;
      found.push(operand);
    }
  }
  return needed;
}

/**
 * By node: how many runs must follow its own at least, which is how often the operation changes
 * on the way to a node that nothing uses.
 */
export function heights({ kind, firstEdge, operands, firstConsumer }: Wiring): Int32Array {
  const height = new Int32Array(kind.length);
  const waiting = new Int32Array(kind.length);
  const done: number[] = [];
  for (let node = 0; node < kind.length; node++) {
    waiting[node] = firstConsumer[node + 1] - firstConsumer[node];
    if (waiting[node] === 0) done.push(node);
  }
  for (let i = 0; i < done.length; i++) {
    const node = done[i];
    for (let edge = firstEdge[node]; edge < firstEdge[node + 1]; edge++) {
      const operand = operands[edge];
      if (operand < 0) continue;
      const least = kind[operand] === kind[node] ? height[node] : height[node] + 1;
      if (height[operand] < least) height[operand] = least;
      if (--waiting[operand] === 0) done.push(operand);
    }
  }
  return height;
}
