import {
  backward,
  compile,
  forward,
  nodeGradient,
  nodeValue,
  type Program,
} from '../../src/engine/index.ts';
import { emptyGraph, type Graph, type GraphNode } from '../../src/graph/index.ts';
import type { Operation, Options, Tensor } from '../../src/ops/index.ts';
import { ops } from '../../src/ops/index.ts';

/** A graph of these nodes; the last one is the output. */
export function graphOf(...nodes: readonly GraphNode[]): Graph {
  return { ...emptyGraph, nodes, output: nodes.at(-1)?.id };
}

/** A leaf. */
export function leaf(id: string, value: Tensor): GraphNode {
  return { id, op: 'parameter', value };
}

/** An operation node. */
export function node(id: string, op: string, ...inputs: readonly (string | null)[]): GraphNode {
  return { id, op, inputs };
}

/** The operations of the registry by id, leaves left out. */
export const operations: readonly Operation[] = [...ops.values()].filter(
  (op): op is Operation => op.kind === 'operation',
);

/** The operation of this id. */
export function operation(id: string): Operation {
  const op = ops.get(id);
  if (op?.kind !== 'operation') throw new Error(`there is no operation ${id}`);
  return op;
}

/** A compiled graph after both passes. */
export function run(graph: Graph): Program {
  const program = compile(graph);
  forward(program);
  backward(program);
  return program;
}

/** What an op makes of its operands, and the gradient of the sum of its elements by each. */
export interface Applied {
  readonly value: Tensor;
  readonly gradients: readonly Tensor[];
}

/** Applies an op to operands; operands named alike are one node used more than once. */
export function apply(
  op: Operation,
  operands: readonly Tensor[],
  options?: Options,
  names: readonly string[] = operands.map((_, port) => `a${port}`),
): Applied {
  const leaves = new Map(names.map((name, port) => [name, leaf(name, operands[port])]));
  const result: GraphNode = { ...node('result', op.id, ...names), ...(options && { options }) };
  const program = run(graphOf(...leaves.values(), result));
  return {
    value: known(nodeValue(program, 'result')),
    gradients: names.map((name) => known(nodeGradient(program, name))),
  };
}

/** The tensor, which must be there. */
export function known(tensor: Tensor | null | undefined): Tensor {
  if (tensor === undefined || tensor === null) throw new Error('there is no number here');
  return tensor;
}

/** The number, which must be one. */
export function scalar(tensor: Tensor | null | undefined): number {
  if (typeof tensor !== 'number')
    throw new Error(`a number was expected, not ${JSON.stringify(tensor)}`);
  return tensor;
}
