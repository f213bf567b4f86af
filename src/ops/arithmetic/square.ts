import { defineOperation } from '../op.ts';
import { atom, binding, product, within } from '../tex.ts';

/** a² */
export const square = defineOperation({
  id: 'square',
  category: 'arithmetic',
  name: { en: 'Square', 'zh-CN': '平方' },
  symbol: 'x²',
  keywords: ['power 2', 'pingfang'],
  forward(run, values) {
    const { start, count } = run;
    const a = run.inputs[0];
    for (let i = 0; i < count; i++) {
      const x = values[a[i]];
      values[start + i] = x * x;
    }
  },
  backward(run, values, upstream, gradients) {
    const { start, count } = run;
    const a = run.inputs[0];
    const da = run.targets[0];
    for (let i = 0; i < count; i++) {
      const x = values[a[i]];
      gradients[da[i]] += 2 * x * upstream[start + i];
    }
  },
  tex: ([a]) => ({ tex: `${within(a, binding.atom)}^2`, binding: binding.power }),
  derivativeTex: (_port, [a]) => product([atom('2'), a]),
});
