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
    const { start, count } = run;
    const a = run.inputs[0];
    for (let i = 0; i < count; i++) values[start + i] = Math.exp(values[a[i]]);
  },
  backward(run, values, upstream, gradients) {
    const { start, count } = run;
    const da = run.targets[0];
    for (let i = 0; i < count; i++) {
      const y = values[start + i];
      gradients[da[i]] += upstream[start + i] * y;
    }
  },
  tex: ([a]) => ({ tex: `e^{${a.tex}}`, binding: binding.power }),
  derivativeTex: (_port, _operands, y) => y,
});
