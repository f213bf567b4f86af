import { defineOperation, type Run, variadic } from '../op.ts';
import { product } from '../tex.ts';

/** Elementwise product of two or more factors. */
export const multiply = defineOperation({
  id: 'multiply',
  category: 'arithmetic',
  name: { en: 'Multiply', 'zh-CN': '乘法' },
  symbol: '×',
  keywords: ['times', 'product', '乘积', 'chengfa'],
  ports: variadic({ en: 'factor', 'zh-CN': '因数' }),
  forward(run, values) {
    const { start, count } = run;
    const a = run.inputs[0];
    const b = run.inputs[1];
    for (let i = 0; i < count; i++) values[start + i] = values[a[i]] * values[b[i]];
    for (let port = 2; port < run.inputs.length; port++) {
      const c = run.inputs[port];
      for (let i = 0; i < count; i++) values[start + i] *= values[c[i]];
    }
  },
  backward(run, values, upstream, gradients) {
    if (run.inputs.length > 2) {
      backwardOfMany(run, values, upstream, gradients);
      return;
    }
    const { start, count } = run;
    const a = run.inputs[0];
    const b = run.inputs[1];
    const da = run.targets[0];
    const db = run.targets[1];
    for (let i = 0; i < count; i++) {
      const g = upstream[start + i];
      gradients[da[i]] += g * values[b[i]];
      gradients[db[i]] += g * values[a[i]];
    }
  },
  tex: product,
  derivativeTex: (port, operands) => product(operands.filter((_, other) => other !== port)),
});

/**
 * Every factor's local derivative is the product of the others. It is built from the products
 * before and behind the factor, never by dividing the whole by it: a factor may be zero.
 */
function backwardOfMany(
  run: Run,
  values: Float64Array,
  upstream: Float64Array,
  gradients: Float64Array,
): void {
  const { start, count, inputs, targets, scratch: before } = run;
  for (let i = 0; i < count; i++) {
    let product = upstream[start + i];
    for (let port = 0; port < inputs.length; port++) {
      before[port] = product;
      product *= values[inputs[port][i]];
    }
    let behind = 1;
    for (let port = inputs.length - 1; port >= 0; port--) {
      gradients[targets[port][i]] += before[port] * behind;
      behind *= values[inputs[port][i]];
    }
  }
}
