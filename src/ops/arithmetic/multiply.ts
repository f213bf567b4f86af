import { defineOperation, type Run, variadic } from '../op.ts';
import { product } from '../tex.ts';

/** Elementwise product of two or more factors. */
export const multiply = defineOperation({
  id: 'multiply',
  category: 'arithmetic',
  name: { en: 'Multiply', 'zh-CN': '乘法' },
  symbol: '×',
  keywords: ['*', 'times', 'product', '乘积', 'chengfa'],
  ports: variadic({ en: 'factor', 'zh-CN': '因子' }),
  forward(run, values) {
    if (run.arity > 2) {
      forwardOfMany(run, values);
      return;
    }
    const { start, count, operands } = run;
    for (let i = 0; i < count; i++) {
      values[start + i] = values[operands[2 * i]] * values[operands[2 * i + 1]];
    }
  },
  backward(run, values, gradients) {
    if (run.arity > 2) {
      backwardOfMany(run, values, gradients);
      return;
    }
    const { start, count, operands } = run;
    for (let i = count - 1; i >= 0; i--) {
      const a = operands[2 * i];
      const b = operands[2 * i + 1];
      const g = gradients[start + i];
      gradients[a] += g * values[b];
      gradients[b] += g * values[a];
    }
  },
  tex: product,
  derivativeTex: (port, operands) => product(operands.filter((_, other) => other !== port)),
});

function forwardOfMany({ start, count, operands, arity }: Run, values: Float64Array): void {
  for (let i = 0; i < count; i++) {
    let product = values[operands[i * arity]];
    for (let port = 1; port < arity; port++) product *= values[operands[i * arity + port]];
    values[start + i] = product;
  }
}

/**
 * Every factor's local derivative is the product of the others. It is built from the products
 * before and behind the factor, never by dividing the whole by it: a factor may be zero.
 */
function backwardOfMany(run: Run, values: Float64Array, gradients: Float64Array): void {
  const { start, count, operands, arity, scratch: before } = run;
  for (let i = count - 1; i >= 0; i--) {
    const first = i * arity;
    let product = gradients[start + i];
    for (let port = 0; port < arity; port++) {
      before[port] = product;
      product *= values[operands[first + port]];
    }
    let behind = 1;
    for (let port = arity - 1; port >= 0; port--) {
      gradients[operands[first + port]] += before[port] * behind;
      behind *= values[operands[first + port]];
    }
  }
}
