import { defineOperation, variadic } from '../op.ts';
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
    const { start, count } = run;
    const a = run.inputs[0];
    const b = run.inputs[1];
    for (let i = 0; i < count; i++) values[start + i] = values[a[i]] + values[b[i]];
    for (let port = 2; port < run.inputs.length; port++) {
      const c = run.inputs[port];
      for (let i = 0; i < count; i++) values[start + i] += values[c[i]];
    }
  },
  backward(run, _values, upstream, gradients) {
    const { start, count } = run;
    const da = run.targets[0];
    const db = run.targets[1];
    for (let i = 0; i < count; i++) {
      const g = upstream[start + i];
      gradients[da[i]] += g;
      gradients[db[i]] += g;
    }
    for (let port = 2; port < run.targets.length; port++) {
      const dc = run.targets[port];
      for (let i = 0; i < count; i++) gradients[dc[i]] += upstream[start + i];
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
