import { defineOperation } from '../op.ts';
import { binding, difference, within } from '../tex.ts';
import { predictionAndTarget } from './ports.ts';

/** ½(a − y)²: the ½ cancels the 2 of the derivative. */
export const halfSquaredError = defineOperation({
  id: 'halfSquaredError',
  category: 'losses',
  name: { en: 'Half squared error', 'zh-CN': '半平方误差' },
  symbol: '½(a−y)²',
  keywords: ['loss', '损失', 'mse', 'half', '均方误差', 'banpingfang'],
  ports: predictionAndTarget,
  forward(run, values) {
    const { start, count, operands } = run;
    for (let i = 0; i < count; i++) {
      const a = operands[2 * i];
      const y = operands[2 * i + 1];
      const d = values[a] - values[y];
      values[start + i] = 0.5 * d * d;
    }
  },
  backward(run, values, gradients) {
    const { start, count, operands } = run;
    for (let i = count - 1; i >= 0; i--) {
      const a = operands[2 * i];
      const y = operands[2 * i + 1];
      const g = gradients[start + i] * (values[a] - values[y]);
      gradients[a] += g;
      gradients[y] -= g;
    }
  },
  tex: ([a, y]) => ({
    tex: `\\tfrac{1}{2}${within(difference(a, y), binding.atom)}^2`,
    binding: binding.product,
  }),
  derivativeTex: (port, [a, y]) => (port === 0 ? difference(a, y) : difference(y, a)),
});
