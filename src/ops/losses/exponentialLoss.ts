import { exponential } from '../numeric/index.ts';
import { defineOperation } from '../op.ts';
import { binding, product } from '../tex.ts';
import { predictionAndTarget } from './ports.ts';

/** e^(−y·a) for targets ±1. */
export const exponentialLoss = defineOperation({
  id: 'exponentialLoss',
  category: 'losses',
  name: { en: 'Exponential loss', 'zh-CN': '指数损失' },
  symbol: 'e^−ya',
  keywords: ['adaboost', 'zhishu'],
  ports: predictionAndTarget,
  forward(run, values) {
    const { start, count, operands } = run;
    for (let i = 0; i < count; i++) {
      const a = operands[2 * i];
      const y = operands[2 * i + 1];
      values[start + i] = exponential(-values[y] * values[a]);
    }
  },
  backward(run, values, gradients) {
    const { start, count, operands } = run;
    for (let i = count - 1; i >= 0; i--) {
      const a = operands[2 * i];
      const y = operands[2 * i + 1];
      const g = gradients[start + i] * values[start + i];
      gradients[a] -= g * values[y];
      gradients[y] -= g * values[a];
    }
  },
  tex: ([a, y]) => ({ tex: `e^{-${product([y, a]).tex}}`, binding: binding.power }),
  derivativeTex: (port, [a, y], e) => {
    const other = port === 0 ? y : a;
    return { tex: `-${product([other, e]).tex}`, binding: binding.sign };
  },
});
