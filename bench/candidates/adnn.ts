import ad, { type ScalarNode } from 'adnn/ad/index.js';
import { type Apply, type Contender, translate } from '../workload.ts';

const table: Record<string, Apply<ScalarNode>> = {
  add: (values, inputs) =>
    inputs.length === 2
      ? ad.scalar.add(values[inputs[0]], values[inputs[1]])
      : ad.scalar.sum(inputs.map((input) => values[input])),
  multiply: (values, inputs) => ad.scalar.mul(values[inputs[0]], values[inputs[1]]),
  exp: (values, inputs) => ad.scalar.exp(values[inputs[0]]),
  ln: (values, inputs) => ad.scalar.log(values[inputs[0]]),
  sqrt: (values, inputs) => ad.scalar.sqrt(values[inputs[0]]),
  sigmoid: (values, inputs) => ad.scalar.sigmoid(values[inputs[0]]),
  squaredError: (values, inputs) => {
    const difference = ad.scalar.sub(values[inputs[0]], values[inputs[1]]);
    return ad.scalar.mul(difference, difference);
  },
};

/** adnn records a graph of nodes while it computes. */
export const adnn: Contender = (workload) => {
  const { steps, leaves, output } = workload;
  const apply = translate(workload, table);
  const values: ScalarNode[] = [];
  return {
    repeat(times) {
      for (let time = 0; time < times; time++) {
        for (let i = 0; i < steps.length; i++) {
          const make = apply[i];
          values[i] = make === null ? ad.lift(steps[i].value) : make(values, steps[i].inputs);
        }
        values[output].backprop();
      }
    },
    value: () => values[output].x,
    gradients: () => leaves.map((leaf) => values[leaf].dx),
    forget() {
      values.length = 0;
    },
  };
};
