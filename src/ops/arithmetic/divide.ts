import { defineOperation, fixed } from '../op.ts';
import { binding, fraction } from '../tex.ts';

/** a / b; ±Infinity or NaN where b is 0. */
export const divide = defineOperation({
  id: 'divide',
  category: 'arithmetic',
  name: { en: 'Divide', 'zh-CN': '除法' },
  symbol: '÷',
  keywords: ['quotient', 'ratio', '商', 'chufa'],
  ports: fixed({ en: 'numerator', 'zh-CN': '分子' }, { en: 'denominator', 'zh-CN': '分母' }),
  forward(run, values) {
    const { start, count, operands } = run;
    for (let i = 0; i < count; i++) {
      const a = operands[2 * i];
      const b = operands[2 * i + 1];
      values[start + i] = values[a] / values[b];
    }
  },
  backward(run, values, gradients) {
    const { start, count, operands } = run;
    for (let i = count - 1; i >= 0; i--) {
      const a = operands[2 * i];
      const b = operands[2 * i + 1];
      const g = gradients[start + i] / values[b];
      gradients[a] += g;
      gradients[b] -= g * values[start + i];
    }
  },
  tex: ([a, b]) => fraction(a.tex, b.tex),
  derivativeTex: (port, [, b], y) =>
    port === 0
      ? fraction('1', b.tex)
      : { tex: `-${fraction(y.tex, b.tex).tex}`, binding: binding.sign },
  domain: ([, b]) =>
    b === 0 ? { port: 1, say: () => ({ en: 'division by 0', 'zh-CN': '除数为 0' }) } : null,
  interval: [
    [-3, 3],
    [0.5, 3],
  ],
});
