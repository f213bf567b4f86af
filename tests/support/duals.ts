import type { Graph, GraphNode } from '../../src/graph/index.ts';
import {
  broadcastIndex,
  completeOptions,
  flatten,
  type Options,
  type Shape,
  shapeOf,
  sizeOf,
  type Tensor,
} from '../../src/ops/index.ts';
import { operation } from './apply.ts';

/**
 * A number with its derivative by one leaf (forward-mode differentiation). The engine goes
 * backward, with derivatives written by hand; here they follow from the formulas alone.
 */
export interface Dual {
  readonly value: number;
  readonly slope: number;
}

const dual = (value: number, slope: number): Dual => ({ value, slope });
const number = (value: number): Dual => dual(value, 0);

const plus = (a: Dual, b: Dual) => dual(a.value + b.value, a.slope + b.slope);
const minus = (a: Dual, b: Dual) => dual(a.value - b.value, a.slope - b.slope);
const times = (a: Dual, b: Dual) => dual(a.value * b.value, a.slope * b.value + a.value * b.slope);
const over = (a: Dual, b: Dual) =>
  dual(a.value / b.value, (a.slope * b.value - a.value * b.slope) / (b.value * b.value));
const exp = (a: Dual) => dual(Math.exp(a.value), Math.exp(a.value) * a.slope);
const ln = (a: Dual) => dual(Math.log(a.value), a.slope / a.value);
const minusOne = number(-1);
const one = number(1);
const zero = number(0);
const sigmoid = (a: Dual) => over(one, plus(one, exp(times(minusOne, a))));
const softplus = (a: Dual) => ln(plus(one, exp(a)));
const abs = (a: Dual) => times(number(Math.sign(a.value)), a);
const square = (a: Dual) => times(a, a);
const first = (operands: readonly Dual[], better: (a: number, b: number) => boolean) =>
  operands.reduce((best, a) => (better(a.value, best.value) ? a : best));

/** Every op on numbers, from its textbook formula, with the conventions at kinks. */
export const formulas: Readonly<
  Record<string, (operands: readonly Dual[], options: Options) => Dual>
> = {
  add: (operands) => operands.reduce(plus),
  subtract: ([a, b]) => minus(a, b),
  multiply: (operands) => operands.reduce(times),
  divide: ([a, b]) => over(a, b),
  negate: ([a]) => minus(zero, a),
  power: ([a, b]) => exp(times(b, ln(a))),
  square: ([a]) => square(a),
  exp: ([a]) => exp(a),
  ln: ([a]) => ln(a),
  sqrt: ([a]) => dual(Math.sqrt(a.value), a.slope / (2 * Math.sqrt(a.value))),
  abs: ([a]) => abs(a),
  sin: ([a]) => dual(Math.sin(a.value), Math.cos(a.value) * a.slope),
  cos: ([a]) => dual(Math.cos(a.value), -Math.sin(a.value) * a.slope),
  max: (operands) => first(operands, (a, b) => a > b),
  min: (operands) => first(operands, (a, b) => a < b),
  identity: ([a]) => a,
  sigmoid: ([a]) => sigmoid(a),
  tanh: ([a]) =>
    over(minus(exp(a), exp(times(minusOne, a))), plus(exp(a), exp(times(minusOne, a)))),
  relu: ([a]) => (a.value > 0 ? a : zero),
  leakyRelu: ([a], { slope }) => (a.value > 0 ? a : times(number(slope), a)),
  softplus: ([a]) => softplus(a),
  silu: ([a]) => times(a, sigmoid(a)),
  step: ([a]) => number(a.value < 0 ? 0 : 1),
  squaredError: ([a, y]) => square(minus(a, y)),
  halfSquaredError: ([a, y]) => times(number(0.5), square(minus(a, y))),
  absoluteError: ([a, y]) => abs(minus(a, y)),
  binaryCrossEntropy: ([a, y]) =>
    minus(zero, plus(times(y, ln(a)), times(minus(one, y), ln(minus(one, a))))),
  binaryCrossEntropyWithLogits: ([a, y]) => minus(softplus(a), times(y, a)),
  hinge: ([a, y]) => (times(y, a).value < 1 ? minus(one, times(y, a)) : zero),
  exponentialLoss: ([a, y]) => exp(times(minusOne, times(y, a))),
  zeroOneLoss: ([a, y]) => number(a.value === y.value ? 0 : 1),
};

/** A tensor of duals, row-major. */
interface DualTensor {
  readonly shape: Shape;
  readonly numbers: readonly Dual[];
}

/** By what the derivative is taken: one element of a node. */
export interface Seed {
  readonly node: string;
  readonly element: number;
}

/**
 * Evaluates a graph by recursion from a node, with the slopes of everything by one element of one
 * node. Slow and simple: what the engine computes must be this.
 */
export function evaluateDuals(graph: Graph, id: string, seed?: Seed): DualTensor {
  const known = new Map<string, DualTensor>();
  const visit = (id: string): DualTensor => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const node = graph.nodes.find((node) => node.id === id);
    if (node === undefined) throw new Error(`there is no node ${id}`);
    const plain = node.value === undefined ? compute(node, visit) : leafOf(node.value);
    const result =
      seed?.node === id
        ? {
            ...plain,
            numbers: plain.numbers.map((x, i) => (i === seed.element ? dual(x.value, 1) : x)),
          }
        : plain;
    known.set(id, result);
    return result;
  };
  return visit(id);
}

function leafOf(value: Tensor): DualTensor {
  return { shape: shapeOf(value), numbers: flatten(value).map(number) };
}

function compute(node: GraphNode, visit: (id: string) => DualTensor): DualTensor {
  const op = operation(node.op);
  const operands = (node.inputs ?? []).map((id) => visit(id ?? ''));
  const options = completeOptions(op, node.options);
  const shape =
    op.shape(
      operands.map((operand) => operand.shape),
      options,
    ) ?? [];
  if (node.op === 'matmul') return { shape, numbers: multiplyMatrices(operands[0], operands[1]) };
  const places = operands.map((operand) => broadcastIndex(operand.shape, shape));
  const numbers = Array.from({ length: sizeOf(shape) }, (_, i) =>
    formulas[node.op](
      operands.map((operand, port) => operand.numbers[places[port][i]]),
      options,
    ),
  );
  return { shape, numbers };
}

function multiplyMatrices(a: DualTensor, b: DualTensor): Dual[] {
  const inner = b.shape[0];
  const columns = b.shape[1] ?? 1;
  const rows = a.numbers.length / inner;
  return Array.from({ length: rows * columns }, (_, at) => {
    const terms = Array.from({ length: inner }, (_, k) =>
      times(
        a.numbers[Math.floor(at / columns) * inner + k],
        b.numbers[k * columns + (at % columns)],
      ),
    );
    return terms.reduce(plus);
  });
}
