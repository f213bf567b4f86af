/**
 * A sum of products of a shared and a varying number and of shared terms, as every neuron has one: the
 * products are not kept, and a lane goes through multiply and add without a stop.
 */
export interface WeightedSum {
  /** Where its lanes start, and how many there are. */
  readonly start: number;
  readonly lanes: number;
  /** Slots of the shared terms. */
  readonly terms: readonly number[];
  /** By product: the slot of the shared factor, and where the lanes of the varying one start. */
  readonly weights: readonly number[];
  readonly factors: readonly number[];
  /** By product: whether anybody asks for the gradient of the varying factor. */
  readonly passesOn: readonly boolean[];
}

/** Writes the sums of all lanes, two products at a time. */
export function forwardSum(
  { start, lanes, terms, weights, factors }: WeightedSum,
  v: Float64Array,
) {
  let rest = 0;
  for (const term of terms) rest += v[term];
  const odd = weights.length % 2;
  if (odd === 1) {
    const weight = v[weights[0]];
    const factor = factors[0];
    for (let i = 0; i < lanes; i++) v[start + i] = rest + weight * v[factor + i];
  }
  for (let k = odd; k < weights.length; k += 2) {
    const [a, b] = [v[weights[k]], v[weights[k + 1]]];
    const [x, y] = [factors[k], factors[k + 1]];
    if (k === 0) {
      for (let i = 0; i < lanes; i++) v[start + i] = rest + a * v[x + i] + b * v[y + i];
    } else {
      for (let i = 0; i < lanes; i++) v[start + i] += a * v[x + i] + b * v[y + i];
    }
  }
}

/** Adds to the gradients of the shared numbers what all lanes bring, and passes on to the varying ones. */
export function backwardSum(sum: WeightedSum, v: Float64Array, g: Float64Array) {
  const { start, lanes, terms, weights, factors, passesOn } = sum;
  let total = 0;
  const odd = weights.length % 2;
  if (odd === 1) {
    const x = factors[0];
    let slope = 0;
    for (let i = 0; i < lanes; i++) {
      const upstream = g[start + i];
      slope += upstream * v[x + i];
      total += upstream;
    }
    g[weights[0]] += slope;
  }
  for (let k = odd; k < weights.length; k += 2) {
    const [x, y] = [factors[k], factors[k + 1]];
    let [a, b, sum] = [0, 0, 0];
    for (let i = 0; i < lanes; i++) {
      const upstream = g[start + i];
      a += upstream * v[x + i];
      b += upstream * v[y + i];
      sum += upstream;
    }
    total = sum;
    g[weights[k]] += a;
    g[weights[k + 1]] += b;
  }
  for (const term of terms) g[term] += total;
  for (let k = 0; k < weights.length; k++) {
    if (!passesOn[k]) continue;
    const weight = v[weights[k]];
    const factor = factors[k];
    for (let i = 0; i < lanes; i++) g[factor + i] += g[start + i] * weight;
  }
}
