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
    const { start, count, operands } = run;
    for (let i = 0; i < count; i++) {
      const x = values[operands[i]];
      values[start + i] = x * x;
    }
  },
  backward(run, values, gradients) {
    const { start, count, operands } = run;
    for (let i = count - 1; i >= 0; i--) {
      const a = operands[i];
      gradients[a] += 2 * values[a] * gradients[start + i];
    }
  },
  tex: ([a]) => ({ tex: `${within(a, binding.atom)}^2`, binding: binding.power }),
  derivativeTex: (_port, [a]) => product([atom('2'), a]),
});
