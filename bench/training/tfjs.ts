import * as tf from '@tensorflow/tfjs';
import { type Learner, rate, sampleCount, start, t, x0, x1 } from './workload.ts';

tf.enableProdMode();
await tf.setBackend('cpu');

/** TensorFlow.js on its CPU backend: matrices, and its own optimiser. */
export function tfjs(): Learner {
  const rows = Array.from(x0, (x, i) => [x, x1[i]]);
  const x = tf.tensor2d(rows, [sampleCount, 2]);
  const target = tf.tensor2d([...t], [sampleCount, 1]);
  const at = (part: number) => [0, 1, 2].map((unit) => start[3 * unit + part]);
  const w1 = tf.variable(tf.tensor2d([at(0), at(1)], [2, 3]));
  const b1 = tf.variable(tf.tensor2d([at(2)], [1, 3]));
  const b2 = tf.variable(tf.tensor2d([start[9]], [1, 1]));
  const w2 = tf.variable(tf.tensor2d(start.slice(10), [3, 1]));
  const optimizer = tf.train.sgd(rate);
  const loss = () => {
    const hidden = x.matMul(w1).add(b1).sigmoid();
    return hidden.matMul(w2).add(b2).sigmoid().sub(target).square().mean();
  };
  return {
    repeat(updates) {
      for (let i = 0; i < updates; i++) optimizer.minimize(loss, false, [w1, b1, w2, b2]);
    },
    weights() {
      const [first, bias, second] = [w1, b1, w2].map((each) => [...each.dataSync()]);
      const units = [0, 1, 2].flatMap((unit) => [first[unit], first[3 + unit], bias[unit]]);
      return [...units, b2.dataSync()[0], ...second];
    },
  };
}
