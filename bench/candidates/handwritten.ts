import type { Candidate, Workload } from '../workload.ts';

/** Writes the gradients of the leaves and returns the output's value. */
type ByHand = (leaves: Float64Array, gradients: Float64Array) => number;

/** What a person would write for the small graphs, by workload; leaves stand in file order. */
const functions: Readonly<Record<string, ByHand>> = {
  'z = x·y': ([w, b, c2, c3, d2, c1], gradients) => {
    const x = c2 * w + c3 * b;
    const y = d2 * b + c1;
    gradients[0] = y * c2;
    gradients[1] = y * c3 + x * d2;
    gradients[2] = y * w;
    gradients[3] = y * b;
    gradients[4] = x * b;
    gradients[5] = x;
    return x * y;
  },

  neuron: (leaves, gradients) => {
    const bias = leaves.length - 2;
    let z = leaves[bias];
    for (let i = 0; i < bias; i += 2) z += leaves[i] * leaves[i + 1];
    const a = 1 / (1 + Math.exp(-z));
    const error = a - leaves[bias + 1];
    const dz = 2 * error * a * (1 - a);
    for (let i = 0; i < bias; i += 2) {
      gradients[i] = dz * leaves[i + 1];
      gradients[i + 1] = dz * leaves[i];
    }
    gradients[bias] = dz;
    gradients[bias + 1] = -2 * error;
    return error * error;
  },

  'network 2-3-1': (leaves, gradients) => {
    const x0 = leaves[0];
    const x1 = leaves[1];
    let z = leaves[12];
    for (let unit = 0; unit < 3; unit++) {
      const at = 3 + 3 * unit;
      const sum = leaves[at] * x0 + leaves[at + 1] * x1 + leaves[at + 2];
      hidden[unit] = 1 / (1 + Math.exp(-sum));
      z += leaves[13 + unit] * hidden[unit];
    }
    const a = 1 / (1 + Math.exp(-z));
    const error = a - leaves[2];
    const dz = 2 * error * a * (1 - a);
    let dx0 = 0;
    let dx1 = 0;
    for (let unit = 0; unit < 3; unit++) {
      const at = 3 + 3 * unit;
      const sum = dz * leaves[13 + unit] * hidden[unit] * (1 - hidden[unit]);
      gradients[at] = sum * x0;
      gradients[at + 1] = sum * x1;
      gradients[at + 2] = sum;
      gradients[13 + unit] = dz * hidden[unit];
      dx0 += sum * leaves[at];
      dx1 += sum * leaves[at + 1];
    }
    gradients[0] = dx0;
    gradients[1] = dx1;
    gradients[2] = -2 * error;
    gradients[12] = dz;
    return error * error;
  },
};

const hidden = new Float64Array(3);

/** A function written for this one graph; null where there is none. */
export function handwritten({ name, steps, leaves }: Workload): Candidate | null {
  const compute = functions[name];
  if (compute === undefined) return null;
  const numbers = Float64Array.from(leaves, (leaf) => steps[leaf].value);
  const gradients = new Float64Array(leaves.length);
  let value = 0;
  return {
    repeat(times) {
      for (let time = 0; time < times; time++) value = compute(numbers, gradients);
    },
    value: () => value,
    gradients: () => gradients,
  };
}
