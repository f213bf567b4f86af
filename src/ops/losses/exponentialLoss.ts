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
    const { start, count } = run;
    const a = run.inputs[0];
    const y = run.inputs[1];
    for (let i = 0; i < count; i++) {
      values[start + i] = Math.exp(-values[y[i]] * values[a[i]]);
    }
  },
  backward(run, values, upstream, gradients) {
    const { start, count } = run;
    const a = run.inputs[0];
    const y = run.inputs[1];
    const da = run.targets[0];
    const dy = run.targets[1];
    for (let i = 0; i < count; i++) {
      const g = upstream[start + i] * values[start + i];
      gradients[da[i]] -= g * values[y[i]];
      gradients[dy[i]] -= g * values[a[i]];
    }
  },
  tex: ([a, y]) => ({ tex: `e^{-${product([y, a]).tex}}`, binding: binding.power }),
  derivativeTex: (port, [a, y], e) => {
    const other = port === 0 ? y : a;
    return { tex: `-${product([other, e]).tex}`, binding: binding.sign };
  },
});
