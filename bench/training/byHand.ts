import { type Learner, rate, sampleCount, start, t, x0, x1 } from './workload.ts';

const units = 3;

/** The loop a person would write for this one network. */
export function byHand(): Learner {
  const weights = Float64Array.from(start);
  const gradients = new Float64Array(weights.length);
  const hidden = new Float64Array(units);
  const output = 3 * units;
  function update() {
    gradients.fill(0);
    let loss = 0;
    for (let sample = 0; sample < sampleCount; sample++) {
      let z = weights[output];
      for (let unit = 0; unit < units; unit++) {
        const at = 3 * unit;
        const sum = weights[at] * x0[sample] + weights[at + 1] * x1[sample] + weights[at + 2];
        hidden[unit] = 1 / (1 + Math.exp(-sum));
        z += weights[output + 1 + unit] * hidden[unit];
      }
      const a = 1 / (1 + Math.exp(-z));
      const error = a - t[sample];
      loss += error * error;
      const dz = 2 * error * a * (1 - a);
      gradients[output] += dz;
      for (let unit = 0; unit < units; unit++) {
        const at = 3 * unit;
        gradients[output + 1 + unit] += dz * hidden[unit];
        const sum = dz * weights[output + 1 + unit] * hidden[unit] * (1 - hidden[unit]);
        gradients[at] += sum * x0[sample];
        gradients[at + 1] += sum * x1[sample];
        gradients[at + 2] += sum;
      }
    }
    for (let i = 0; i < weights.length; i++) weights[i] -= (rate * gradients[i]) / sampleCount;
    return loss / sampleCount;
  }
  return {
    repeat(updates) {
      for (let i = 0; i < updates; i++) update();
    },
    weights: () => [...weights],
  };
}
