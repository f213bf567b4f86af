import { exponential } from '../numeric/index.ts';
import { defineOperation } from '../op.ts';
import { binding } from '../tex.ts';

/** e to the power a */
export const exp = defineOperation({
  id: 'exp',
  category: 'functions',
  name: { en: 'Exponential', 'zh-CN': '指数' },
  symbol: 'eˣ',
  keywords: ['exponential', '指数函数', 'zhishu'],
  forward(run, values) {
    const { start, count, operands } = run;
    for (let i = 0; i < count; i++) values[start + i] = exponential(values[operands[i]]);
  },
  backward(run, values, gradients) {
    const { start, count, operands } = run;
    for (let i = count - 1; i >= 0; i--) {
      const y = values[start + i];
      gradients[operands[i]] += gradients[start + i] * y;
    }
  },
  tex: ([a]) => ({ tex: `e^{${a.tex}}`, binding: binding.power }),
  derivativeTex: (_port, _operands, y) => y,
});
