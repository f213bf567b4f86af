import { defineOperation, fixed } from '../op.ts';
import { atom, binding, difference } from '../tex.ts';

/** a − b; the gradient reaches b with its sign turned. */
export const subtract = defineOperation({
  id: 'subtract',
  category: 'arithmetic',
  name: { en: 'Subtract', 'zh-CN': '减法' },
  symbol: '−',
  keywords: ['minus', 'difference', '差', 'jianfa'],
  ports: fixed({ en: 'minuend', 'zh-CN': '被减数' }, { en: 'subtrahend', 'zh-CN': '减数' }),
  forward(run, values) {
    const { start, count, operands } = run;
    for (let i = 0; i < count; i++) {
      const a = operands[2 * i];
      const b = operands[2 * i + 1];
      values[start + i] = values[a] - values[b];
    }
  },
  backward(run, _values, gradients) {
    const { start, count, operands } = run;
    for (let i = count - 1; i >= 0; i--) {
      const a = operands[2 * i];
      const b = operands[2 * i + 1];
      const g = gradients[start + i];
      gradients[a] += g;
      gradients[b] -= g;
    }
  },
  tex: ([a, b]) => difference(a, b),
  derivativeTex: (port) => (port === 0 ? atom('1') : { tex: '-1', binding: binding.sign }),
});
