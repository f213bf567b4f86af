import { defineOperation } from '../op.ts';
import { atom, call, numeral } from '../tex.ts';

/** a for a > 0, else slope · a; at the kink 0 the derivative is the slope. */
export const leakyRelu = defineOperation({
  id: 'leakyRelu',
  category: 'activations',
  name: { en: 'Leaky ReLU', 'zh-CN': 'Leaky ReLU' },
  symbol: 'leaky',
  keywords: ['rectifier', '带泄漏的整流'],
  options: {
    slope: {
      name: { en: 'Slope below 0', 'zh-CN': '负半轴斜率' },
      default: 0.01,
      least: 0,
      most: 1,
    },
  },
  forward(run, values) {
    const { start, count, operands } = run;
    const { slope } = run.options;
    for (let i = 0; i < count; i++) {
      const x = values[operands[i]];
      values[start + i] = x > 0 ? x : slope * x;
    }
  },
  backward(run, values, gradients) {
    const { start, count, operands } = run;
    const { slope } = run.options;
    for (let i = count - 1; i >= 0; i--) {
      const a = operands[i];
      const g = gradients[start + i];
      gradients[a] += values[a] > 0 ? g : slope * g;
    }
  },
  tex: ([a], { slope }) => call(`\\operatorname{leakyrelu}_{${numeral(slope).tex}}`, a),
  derivativeTex: (_port, [a], _y, { slope }) =>
    atom(`\\begin{cases}1 & ${a.tex} > 0\\\\ ${numeral(slope).tex} & ${a.tex} \\le 0\\end{cases}`),
});
