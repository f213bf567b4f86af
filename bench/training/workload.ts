import type { Graph } from '../../src/graph/index.ts';
import { network231 } from '../graphs.ts';
import { randomNumbers } from '../random.ts';

/** The network that is trained: 2-3-1 with sigmoids and squared error, its inputs bound to columns. */
export const network: Graph = {
  ...network231(),
  nodes: network231().nodes.map((node) =>
    ['x0', 'x1', 't'].includes(node.id) ? { ...node, op: 'input' } : node,
  ),
};

export const sampleCount = 1_000;
export const rate = 0.5;

const random = randomNumbers(1);
const spread = () => Float64Array.from({ length: sampleCount }, () => 2 * random() - 1);

/** Two features, and whether both have the same sign. */
export const x0 = spread();
export const x1 = spread();
export const t = x0.map((x, i) => (x * x1[i] > 0 ? 1 : 0));

/** The weights to start from, in the order of the network: by hidden unit u, v and b; b3; o. */
export const start: readonly number[] = network.nodes.flatMap(({ op, value }) =>
  op === 'parameter' ? [Number(value)] : [],
);

/** One way to train the network by full-batch gradient descent on the mean of the errors. */
export interface Learner {
  /** Makes so many updates, each of which is an epoch. */
  repeat(updates: number): void;
  /** The weights as they stand, in the order of `start`. */
  weights(): readonly number[];
}
