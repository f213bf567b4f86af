import { defineOperation } from '../op.ts';
import { binding, call } from '../tex.ts';

/** max(0, a); the derivative at the kink 0 is 0 by convention. */
export const relu = defineOperation({
  id: 'relu',
  category: 'activations',
  name: { en: 'ReLU', 'zh-CN': 'ReLU' },
  symbol: 'relu',
  keywords: ['rectifier', '整流', 'max 0'],
  forward(run, values) {
    const { start, count, operands } = run;
    for (let i = 0; i < count; i++) {
      const x = values[operands[i]];
      values[start + i] = x <= 0 ? 0 : x;
    }
  },
  backward(run, values, gradients) {
    const { start, count, operands } = run;
    for (let i = count - 1; i >= 0; i--) {
      const a = operands[i];
      gradients[a] += values[a] > 0 ? gradients[start + i] : 0;
    }
  },
  tex: ([a]) => call('\\operatorname{relu}', a),
  derivativeTex: (_port, [a]) => ({ tex: `[${a.tex} > 0]`, binding: binding.atom }),
});
