import { cosine, sine } from '../numeric/index.ts';
import { defineOperation } from '../op.ts';
import { call } from '../tex.ts';

/** Sine of an angle in radians. */
export const sin = defineOperation({
  id: 'sin',
  category: 'functions',
  name: { en: 'Sine', 'zh-CN': '正弦' },
  symbol: 'sin',
  keywords: ['trigonometric', '三角函数', 'zhengxian'],
  forward(run, values) {
    const { start, count, operands } = run;
    for (let i = 0; i < count; i++) values[start + i] = sine(values[operands[i]]);
  },
  backward(run, values, gradients) {
    const { start, count, operands } = run;
    for (let i = count - 1; i >= 0; i--) {
      const a = operands[i];
      gradients[a] += gradients[start + i] * cosine(values[a]);
    }
  },
  tex: ([a]) => call('\\sin', a),
  derivativeTex: (_port, [a]) => call('\\cos', a),
});
