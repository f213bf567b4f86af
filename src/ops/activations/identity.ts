import { defineOperation } from '../op.ts';
import { atom } from '../tex.ts';

/** a itself: the activation of a linear output. */
export const identity = defineOperation({
  id: 'identity',
  category: 'activations',
  name: { en: 'Identity', 'zh-CN': '恒等' },
  symbol: 'id',
  keywords: ['linear', 'none', '线性', 'hengdeng'],
  forward(run, values) {
    const { start, count, operands } = run;
    for (let i = 0; i < count; i++) values[start + i] = values[operands[i]];
  },
  backward(run, _values, gradients) {
    const { start, count, operands } = run;
    for (let i = count - 1; i >= 0; i--) {
      gradients[operands[i]] += gradients[start + i];
    }
  },
  tex: ([a]) => a,
  derivativeTex: () => atom('1'),
});
