import { emptyGraph, type Graph, type GraphNode } from '../src/graph/index.ts';
import { randomNumbers } from './random.ts';

/** z = x·y with x = 2w + 3b and y = 2b + 1: the worked example the page opens on. */
export function linearExample(): Graph {
  return graphOf(
    [
      leaf('w', 3),
      leaf('b', 4),
      leaf('c2', 2),
      leaf('c3', 3),
      leaf('d2', 2),
      leaf('c1', 1),
      node('w2', 'multiply', 'c2', 'w'),
      node('b3', 'multiply', 'c3', 'b'),
      node('x', 'add', 'w2', 'b3'),
      node('b2', 'multiply', 'd2', 'b'),
      node('y', 'add', 'b2', 'c1'),
      node('z', 'multiply', 'x', 'y'),
    ],
    'z',
  );
}

/** One sigmoid neuron with squared error. */
export function neuron(inputs: number): Graph {
  const nodes: GraphNode[] = [];
  for (let i = 0; i < inputs; i++) {
    nodes.push(leaf(`x${i}`, Math.sin(i)), leaf(`w${i}`, Math.cos(i) / 2));
  }
  nodes.push(leaf('b', 0.1), leaf('t', 1));
  const terms = ['b'];
  for (let i = 0; i < inputs; i++) {
    nodes.push(node(`p${i}`, 'multiply', `w${i}`, `x${i}`));
    terms.push(`p${i}`);
  }
  nodes.push(
    node('z', 'add', ...terms),
    node('a', 'sigmoid', 'z'),
    node('loss', 'squaredError', 'a', 't'),
  );
  return graphOf(nodes, 'loss');
}

/** A network of two inputs, three sigmoid units and one sigmoid output, with squared error. */
export function network231(): Graph {
  const nodes = [leaf('x0', 0.5), leaf('x1', -1.2), leaf('t', 1)];
  for (let unit = 0; unit < 3; unit++) {
    const [u, v, b, z, a] = ['u', 'v', 'b', 'z', 'a'].map((name) => `${name}${unit}`);
    nodes.push(leaf(u, 0.3 - unit / 5), leaf(v, unit / 4 - 0.1), leaf(b, 0.1 * unit));
    nodes.push(node(`${u}x`, 'multiply', u, 'x0'), node(`${v}x`, 'multiply', v, 'x1'));
    nodes.push(node(z, 'add', `${u}x`, `${v}x`, b), node(a, 'sigmoid', z));
  }
  nodes.push(leaf('b3', -0.2));
  for (let unit = 0; unit < 3; unit++) {
    nodes.push(leaf(`o${unit}`, 0.7 - unit / 2));
    nodes.push(node(`o${unit}a`, 'multiply', `o${unit}`, `a${unit}`));
  }
  nodes.push(
    node('z3', 'add', 'o0a', 'o1a', 'o2a', 'b3'),
    node('a3', 'sigmoid', 'z3'),
    node('loss', 'squaredError', 'a3', 't'),
  );
  return graphOf(nodes, 'loss');
}

/** Out of ten operations of a random graph: mostly sums and products, as in any formula. */
const mixture = [
  ...['add', 'add', 'add', 'add', 'multiply', 'multiply', 'multiply'],
  ...['exp', 'ln', 'sqrt'],
];

/** Values stay within these bounds: no logarithm fails and no depth makes a gradient explode. */
const [least, most] = [0.2, 5];

/**
 * A random graph of exactly `size` nodes in layers of equal width, joined by sums at the end.
 * A node takes its first operand from the layer before it, so that each of them is used, and its
 * second one from there or, one time in four, from any earlier layer.
 */
export function layered(size: number, seed = 1): Graph {
  const random = randomNumbers(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const layers = Math.round(10 * Math.log10(size));
  const width = Math.floor(size / (layers + 1));
  const nodes: GraphNode[] = [];
  const values: number[] = [];
  const push = (made: GraphNode, value: number) => {
    nodes.push(made);
    return values.push(value) - 1;
  };

  let next = Array.from({ length: width }, (_, i) => {
    const value = 0.5 + random();
    return push(leaf(`n${i}`, value), value);
  });
  let layer: readonly number[] = [];
  let unused: number[] = [];
  // Each sum at the end joins two nodes to one.
  while (nodes.length + unused.length + next.length - 1 < size) {
    if (unused.length === 0) {
      layer = next;
      unused = [...next];
      next = [];
    }
    const id = `n${nodes.length}`;
    let op = mixture[below(mixture.length)];
    for (let attempt = 1; ; attempt++) {
      // Some operations fit hardly any operand that is left.
      if (attempt % 20 === 0) op = mixture[below(mixture.length)];
      const at = below(unused.length);
      const a = unused[at];
      const b = random() < 0.75 ? layer[below(layer.length)] : below(nodes.length);
      const value = evaluate(op, values[a], values[b]);
      if (value < least || value > most || Number.isNaN(value)) continue;
      const operands = isBinary(op) ? [a, b] : [a];
      next.push(push(node(id, op, ...operands.map((operand) => nodes[operand].id)), value));
      unused[at] = unused[unused.length - 1];
      unused.pop();
      break;
    }
  }
  const queue = [...unused, ...next];
  for (let i = 0; i + 1 < queue.length; i += 2) {
    const [a, b] = [queue[i], queue[i + 1]];
    const sum = node(`n${nodes.length}`, 'add', nodes[a].id, nodes[b].id);
    queue.push(push(sum, values[a] + values[b]));
  }
  return graphOf(nodes, nodes[nodes.length - 1].id);
}

function isBinary(op: string): boolean {
  return op === 'add' || op === 'multiply';
}

function evaluate(op: string, a: number, b: number): number {
  switch (op) {
    case 'add':
      return a + b;
    case 'multiply':
      return a * b;
    case 'exp':
      return Math.exp(a);
    case 'ln':
      return Math.log(a);
    default:
      return Math.sqrt(a);
  }
}

function leaf(id: string, value: number): GraphNode {
  return { id, op: 'parameter', value };
}

function node(id: string, op: string, ...inputs: readonly string[]): GraphNode {
  return { id, op, inputs };
}

function graphOf(nodes: readonly GraphNode[], output: string): Graph {
  return { ...emptyGraph, nodes, output };
}
