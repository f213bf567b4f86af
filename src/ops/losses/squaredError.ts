import { defineOperation } from '../op.ts';
import { atom, binding, difference, product, within } from '../tex.ts';
import { predictionAndTarget } from './ports.ts';

/** (a − y)² */
export const squaredError = defineOperation({
  id: 'squaredError',
  category: 'losses',
  name: { en: 'Squared error', 'zh-CN': '平方误差' },
  symbol: '(a−y)²',
  keywords: ['loss', '损失', 'mse', 'square', '均方误差', 'pingfang'],
  ports: predictionAndTarget,
  forward(run, values) {
    const { start, count, operands } = run;
    for (let i = 0; i < count; i++) {
      const a = operands[2 * i];
      const y = operands[2 * i + 1];
      const d = values[a] - values[y];
      values[start + i] = d * d;
    }
  },
  backward(run, values, gradients) {
    const { start, count, operands } = run;
    for (let i = count - 1; i >= 0; i--) {
      const a = operands[2 * i];
      const y = operands[2 * i + 1];
      const g = 2 * gradients[start + i] * (values[a] - values[y]);
      gradients[a] += g;
      gradients[y] -= g;
    }
  },
  tex: ([a, y]) => ({ tex: `${within(difference(a, y), binding.atom)}^2`, binding: binding.power }),
  derivativeTex: (port, [a, y]) =>
    product([atom('2'), port === 0 ? difference(a, y) : difference(y, a)]),
});
