import { defineOperation } from '../op.ts';
import { atom, call } from '../tex.ts';

/** |a|; the derivative at the kink 0 is 0 by convention. */
export const abs = defineOperation({
  id: 'abs',
  category: 'functions',
  name: { en: 'Absolute value', 'zh-CN': '绝对值' },
  symbol: '|x|',
  keywords: ['absolute', 'modulus', 'juedui'],
  forward(run, values) {
    const { start, count, operands } = run;
    for (let i = 0; i < count; i++) values[start + i] = Math.abs(values[operands[i]]);
  },
  backward(run, values, gradients) {
    const { start, count, operands } = run;
    for (let i = count - 1; i >= 0; i--) {
      const a = operands[i];
      gradients[a] += gradients[start + i] * Math.sign(values[a]);
    }
  },
  tex: ([a]) => atom(`\\left|${a.tex}\\right|`),
  derivativeTex: (_port, [a]) => call('\\operatorname{sign}', a),
});
