import { exponential } from '../numeric/index.ts';
import { defineOperation } from '../op.ts';
import { atom, call, difference, product } from '../tex.ts';

/** Logistic function 1/(1+e^−a); see `logistic` for why it is written this way. */
export const sigmoid = defineOperation({
  id: 'sigmoid',
  category: 'activations',
  name: { en: 'Sigmoid', 'zh-CN': 'Sigmoid' },
  symbol: 'σ',
  keywords: ['logistic', '逻辑函数', 'S 形'],
  forward(run, values) {
    const { start, count, operands } = run;
    for (let i = 0; i < count; i++) {
      const x = values[operands[i]];
      const e = exponential(-Math.abs(x));
      values[start + i] = x >= 0 ? 1 / (1 + e) : e / (1 + e);
    }
  },
  backward(run, values, gradients) {
    const { start, count, operands } = run;
    for (let i = count - 1; i >= 0; i--) {
      const y = values[start + i];
      gradients[operands[i]] += gradients[start + i] * y * (1 - y);
    }
  },
  tex: ([a]) => call('\\sigma', a),
  derivativeTex: (_port, _operands, y) => product([y, difference(atom('1'), y)]),
});
