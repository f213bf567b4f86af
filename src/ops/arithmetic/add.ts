import { defineOperation, type Run, variadic } from '../op.ts';
import { atom, binding, within } from '../tex.ts';

/** Sum of two or more terms; the gradient flows unchanged into each. */
export const add = defineOperation({
  id: 'add',
  category: 'arithmetic',
  name: { en: 'Add', 'zh-CN': '加法' },
  symbol: '+',
  keywords: ['plus', 'sum', '求和', 'jiafa'],
  ports: variadic({ en: 'term', 'zh-CN': '加数' }),
  forward(run, values) {
    if (run.arity > 2) {
      forwardOfMany(run, values);
      return;
    }
    const { start, count, operands } = run;
    for (let i = 0; i < count; i++) {
      values[start + i] = values[operands[2 * i]] + values[operands[2 * i + 1]];
    }
  },
  backward(run, _values, gradients) {
    if (run.arity > 2) {
      backwardOfMany(run, gradients);
      return;
    }
    const { start, count, operands } = run;
    for (let i = count - 1; i >= 0; i--) {
      const g = gradients[start + i];
      gradients[operands[2 * i]] += g;
      gradients[operands[2 * i + 1]] += g;
    }
  },
  tex: (operands) => ({
    tex: operands
      .map((operand, i) => within(operand, i === 0 ? binding.sum : binding.product))
      .join(' + '),
    binding: binding.sum,
  }),
  derivativeTex: () => atom('1'),
});

function forwardOfMany({ start, count, operands, arity }: Run, values: Float64Array): void {
  for (let i = 0; i < count; i++) {
    let sum = values[operands[i * arity]];
    for (let port = 1; port < arity; port++) sum += values[operands[i * arity + port]];
    values[start + i] = sum;
  }
}

function backwardOfMany({ start, count, operands, arity }: Run, gradients: Float64Array): void {
  for (let i = count - 1; i >= 0; i--) {
    const g = gradients[start + i];
    for (let port = 0; port < arity; port++) gradients[operands[i * arity + port]] += g;
  }
}
