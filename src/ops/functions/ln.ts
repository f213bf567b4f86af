import { logarithm } from '../numeric/index.ts';
import { defineOperation } from '../op.ts';
import { call, fraction } from '../tex.ts';

/** Natural logarithm; undefined below 0, −∞ at 0. */
export const ln = defineOperation({
  id: 'ln',
  category: 'functions',
  name: { en: 'Natural log', 'zh-CN': '自然对数' },
  symbol: 'ln',
  keywords: ['log', 'logarithm', '对数', 'duishu'],
  interval: [[0.1, 5]],
  forward(run, values) {
    const { start, count, operands } = run;
    for (let i = 0; i < count; i++) values[start + i] = logarithm(values[operands[i]]);
  },
  backward(run, values, gradients) {
    const { start, count, operands } = run;
    for (let i = count - 1; i >= 0; i--) {
      const a = operands[i];
      gradients[a] += gradients[start + i] / values[a];
    }
  },
  tex: ([a]) => call('\\ln', a),
  derivativeTex: (_port, [a]) => fraction('1', a.tex),
  domain([x]) {
    if (x > 0 || Number.isNaN(x)) return null;
    return {
      port: 0,
      say: (shown) =>
        x === 0
          ? { en: 'ln of 0 is minus infinity', 'zh-CN': 'ln(0) 为负无穷' }
          : { en: `ln of ${shown} is undefined`, 'zh-CN': `ln(${shown}) 没有定义` },
    };
  },
});
