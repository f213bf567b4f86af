import { defineOperation } from '../op.ts';
import { atom, call, difference } from '../tex.ts';
import { predictionAndTarget } from './ports.ts';

/** |a − y|; the derivative at the kink a = y is 0 by convention. */
export const absoluteError = defineOperation({
  id: 'absoluteError',
  category: 'losses',
  name: { en: 'Absolute error', 'zh-CN': '绝对误差' },
  symbol: '|a−y|',
  keywords: ['loss', '损失', 'mae', 'l1', 'juedui'],
  ports: predictionAndTarget,
  forward(run, values) {
    const { start, count, operands } = run;
    for (let i = 0; i < count; i++) {
      const a = operands[2 * i];
      const y = operands[2 * i + 1];
      values[start + i] = Math.abs(values[a] - values[y]);
    }
  },
  backward(run, values, gradients) {
    const { start, count, operands } = run;
    for (let i = count - 1; i >= 0; i--) {
      const a = operands[2 * i];
      const y = operands[2 * i + 1];
      const g = gradients[start + i] * Math.sign(values[a] - values[y]);
      gradients[a] += g;
      gradients[y] -= g;
    }
  },
  tex: ([a, y]) => atom(`\\left|${difference(a, y).tex}\\right|`),
  derivativeTex: (port, [a, y]) =>
    call('\\operatorname{sign}', port === 0 ? difference(a, y) : difference(y, a)),
});
