import { defineOperation } from '../op.ts';
import { atom, fraction, product } from '../tex.ts';

/** Square root; undefined below 0, with an infinite derivative at 0. */
export const sqrt = defineOperation({
  id: 'sqrt',
  category: 'functions',
  name: { en: 'Square root', 'zh-CN': '平方根' },
  symbol: '√',
  keywords: ['root', '开方', '根号', 'genhao'],
  interval: [[0.1, 5]],
  forward(run, values) {
    const { start, count, operands } = run;
    for (let i = 0; i < count; i++) values[start + i] = Math.sqrt(values[operands[i]]);
  },
  backward(run, values, gradients) {
    const { start, count, operands } = run;
    for (let i = count - 1; i >= 0; i--) {
      const y = values[start + i];
      gradients[operands[i]] += (0.5 * gradients[start + i]) / y;
    }
  },
  tex: ([a]) => atom(`\\sqrt{${a.tex}}`),
  derivativeTex: (_port, _operands, y) => fraction('1', product([atom('2'), y]).tex),
  domain([x]) {
    if (x > 0 || Number.isNaN(x)) return null;
    return {
      port: 0,
      say: (shown) =>
        x === 0
          ? { en: 'sqrt has no finite derivative at 0', 'zh-CN': '平方根在 0 处的导数为无穷大' }
          : {
              en: `the square root of ${shown} is undefined`,
              'zh-CN': `${shown} 的平方根没有定义`,
            },
    };
  },
});
