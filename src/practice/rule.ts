import { backward, compile, forward, setLeaf } from '../engine/index.ts';
import { emptyGraph, type Graph, type GraphNode } from '../graph/index.ts';
import { type Shape, sizeOf, unflatten } from '../ops/index.ts';

/** Numbers of a tensor, row-major. */
export type Flat = readonly number[];

/** The op of one node on numbers of the learner's own: what it gives, and what it passes back. */
export interface Rule {
  /** The result for these operands. */
  readonly value: (operands: readonly Flat[]) => Flat;
  /**
   * What the edge into a port passes back: upstream gradient × local derivative. Rules written
   * with the result (σ′ = a(1 − a)) take `result` for it where one is given.
   */
  readonly contribution: (
    port: number,
    operands: readonly Flat[],
    upstream: Flat,
    result?: Flat,
  ) => Flat;
}

/** The names a one-node graph is built of; no rule ever shows them. */
const name = { operand: 'p', result: 'y', upstream: 'g', output: 's' };

/**
 * The rule of a node with operands of these shapes, or undefined where they do not fit. It runs
 * the op's own kernels on a graph of that one node, s = y · g, whose gradients are what is asked.
 */
export function ruleOf(
  node: GraphNode,
  operandShapes: readonly Shape[],
  shape: Shape,
): Rule | undefined {
  const leaf = (id: string, of: Shape): GraphNode => ({
    id,
    op: 'constant',
    value: unflatten(new Float64Array(sizeOf(of)).fill(1), of),
  });
  const inputs = operandShapes.map((_, port) => `${name.operand}${port}`);
  const graph: Graph = {
    ...emptyGraph,
    nodes: [
      ...operandShapes.map((of, port) => leaf(inputs[port], of)),
      { id: name.result, op: node.op, inputs, options: node.options },
      leaf(name.upstream, shape),
      { id: name.output, op: 'multiply', inputs: [name.result, name.upstream] },
    ],
    output: name.output,
  };
  const program = compile(graph);
  if (program.problems.length > 0) return;
  const read = (numbers: Float64Array, id: string): Flat => {
    const index = program.index.get(id) ?? 0;
    const from = program.slots[index];
    return Array.from(numbers.subarray(from, from + sizeOf(program.shapes[index] ?? [])));
  };
  const write = (id: string, numbers: Flat) =>
    setLeaf(program, id, unflatten(numbers, program.shapes[program.index.get(id) ?? 0] ?? []));
  const run = (operands: readonly Flat[]) => {
    operands.forEach((numbers, port) => {
      write(inputs[port], numbers);
    });
    forward(program);
  };
  return {
    value(operands) {
      run(operands);
      return read(program.values, name.result);
    },
    contribution(port, operands, upstream, result) {
      write(name.upstream, upstream);
      run(operands);
      if (result) write(name.result, result);
      backward(program);
      return read(program.gradients, inputs[port]);
    },
  };
}
