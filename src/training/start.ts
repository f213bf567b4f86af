import type { Graph, Start } from '../graph/index.ts';
import { shapeOf } from '../ops/index.ts';
import { type Draws, drawsOf } from './draws.ts';
import type { Trained } from './trained.ts';

/**
 * Random numbers for trained parameters, the same for the same seed. Xavier and He look at weights,
 * parameters that are multiplied; the others (biases) start at 0 there, as in both papers: Glorot and
 * Bengio (2010), equation 16, evenly within ±√(6 / (fan in + fan out)); He et al. (2015), equation 10,
 * normal with deviation √(2 / fan in).
 */
export function startNumbers(
  graph: Graph,
  trained: readonly Trained[],
  start: Start,
  seed: number,
): Float64Array {
  const draws = drawsOf(seed);
  const fans = fansOf(graph);
  const numbers = new Float64Array(trained.reduce((sum, { size }) => sum + size, 0));
  for (const { id, from, size } of trained) {
    const draw = drawer(start, fans.get(id), draws);
    for (let i = from; i < from + size; i++) numbers[i] = draw();
  }
  return numbers;
}

/** How many values a neuron adds up, and how many neurons get what the weight's input gives. */
interface Fans {
  readonly in: number;
  readonly out: number;
}

function drawer(start: Start, fans: Fans | undefined, { uniform, normal }: Draws): () => number {
  switch (start.kind) {
    case 'uniform':
      return () => start.from + (start.to - start.from) * uniform();
    case 'normal':
      return () => start.mean + start.deviation * normal();
    case 'xavier': {
      const most = fans ? Math.sqrt(6 / (fans.in + fans.out)) : 0;
      return () => (2 * uniform() - 1) * most;
    }
    case 'he': {
      const deviation = fans ? Math.sqrt(2 / fans.in) : 0;
      return () => deviation * normal();
    }
  }
}

/**
 * The fans of every weight. In a network of scalars its product with an input is one of the terms of
 * a sum (fan in: how many products that sum has), and the input goes into `out` products. A weight
 * matrix has them as its two sides: what is summed over, and what is left.
 */
function fansOf(graph: Graph): ReadonlyMap<string, Fans> {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const products = graph.nodes.filter(({ op }) => op === 'multiply');
  const isProduct = new Set(products.map(({ id }) => id));
  const uses = new Map<string, number>();
  for (const { inputs = [] } of products) {
    for (const id of inputs) if (id !== null) uses.set(id, (uses.get(id) ?? 0) + 1);
  }
  const terms = new Map<string, number>();
  for (const { op, inputs = [] } of graph.nodes) {
    if (op !== 'add') continue;
    const factors = inputs.filter((id) => id !== null && isProduct.has(id));
    for (const id of factors) if (id !== null) terms.set(id, factors.length);
  }
  const fans = new Map<string, Fans>();
  for (const { id, inputs = [] } of products) {
    for (const weight of inputs) {
      if (weight === null || nodes.get(weight)?.op !== 'parameter') continue;
      const others = inputs.filter((other) => other !== null && other !== weight);
      const out = Math.max(1, ...others.map((other) => uses.get(other ?? '') ?? 1));
      fans.set(weight, { in: terms.get(id) ?? 1, out });
    }
  }
  for (const { op, inputs = [] } of graph.nodes) {
    if (op !== 'matmul') continue;
    inputs.forEach((id, port) => {
      const weight = nodes.get(id ?? '');
      if (weight?.op !== 'parameter' || weight.value === undefined) return;
      // A vector is summed over whole, whichever side it stands on.
      const [rows, columns = 1] = shapeOf(weight.value);
      const isLeft = port === 0 && shapeOf(weight.value).length > 1;
      fans.set(weight.id, isLeft ? { in: columns, out: rows } : { in: rows, out: columns });
    });
  }
  return fans;
}
