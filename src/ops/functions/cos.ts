import { cosine, sine } from '../numeric/index.ts';
import { defineOperation } from '../op.ts';
import { binding, call } from '../tex.ts';

/** Cosine of an angle in radians. */
export const cos = defineOperation({
  id: 'cos',
  category: 'functions',
  name: { en: 'Cosine', 'zh-CN': '余弦' },
  symbol: 'cos',
  keywords: ['trigonometric', '三角函数', 'yuxian'],
  forward(run, values) {
    const { start, count, operands } = run;
    for (let i = 0; i < count; i++) values[start + i] = cosine(values[operands[i]]);
  },
  backward(run, values, gradients) {
    const { start, count, operands } = run;
    for (let i = count - 1; i >= 0; i--) {
      const a = operands[i];
      gradients[a] += gradients[start + i] * -sine(values[a]);
    }
  },
  tex: ([a]) => call('\\cos', a),
  derivativeTex: (_port, [a]) => ({ tex: `-${call('\\sin', a).tex}`, binding: binding.sign }),
});
