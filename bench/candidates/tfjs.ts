import * as tf from '@tensorflow/tfjs';
import { type Apply, type Contender, translate } from '../workload.ts';

const table: Record<string, Apply<tf.Scalar>> = {
  add: (values, inputs) =>
    inputs.length === 2
      ? values[inputs[0]].add(values[inputs[1]])
      : tf.addN(inputs.map((input) => values[input])),
  multiply: (values, inputs) => values[inputs[0]].mul(values[inputs[1]]),
  exp: (values, inputs) => values[inputs[0]].exp(),
  ln: (values, inputs) => values[inputs[0]].log(),
  sqrt: (values, inputs) => values[inputs[0]].sqrt(),
  sigmoid: (values, inputs) => values[inputs[0]].sigmoid(),
  squaredError: (values, inputs) => values[inputs[0]].sub(values[inputs[1]]).square(),
};

tf.enableProdMode();
await tf.setBackend('cpu');

/** TensorFlow.js on its CPU backend: a scalar tensor per node, in single precision. */
export const tfjs: Contender = (workload) => {
  const { steps, leaves, output } = workload;
  const apply = translate(workload, table);
  const values: tf.Scalar[] = [];
  for (const leaf of leaves) values[leaf] = tf.scalar(steps[leaf].value);
  const inputs = leaves.map((leaf) => values[leaf]);
  const differentiate = tf.valueAndGrads(() => {
    for (let i = 0; i < steps.length; i++) {
      const make = apply[i];
      if (make !== null) values[i] = make(values, steps[i].inputs);
    }
    return values[output];
  });
  let last = differentiate(inputs);
  return {
    repeat(times) {
      for (let time = 0; time < times; time++) {
        tf.dispose([last.value, ...last.grads]);
        last = differentiate(inputs);
      }
    },
    value: () => last.value.dataSync()[0],
    gradients: () => last.grads.map((gradient) => gradient.dataSync()[0]),
  };
};
