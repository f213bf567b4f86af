import { defineOperation } from '../op.ts';
import { atom, binding, call, difference, product, within } from '../tex.ts';
import { predictionAndTarget } from './ports.ts';

/** max(0, 1 − y·a) for targets ±1; the derivative at the kink y·a = 1 is 0 by convention. */
export const hinge = defineOperation({
  id: 'hinge',
  category: 'losses',
  name: { en: 'Hinge loss', 'zh-CN': '合页损失' },
  symbol: 'hinge',
  keywords: ['svm', 'margin', 'heye'],
  ports: predictionAndTarget,
  forward(run, values) {
    const { start, count, operands } = run;
    for (let i = 0; i < count; i++) {
      const a = operands[2 * i];
      const y = operands[2 * i + 1];
      values[start + i] = Math.max(0, 1 - values[y] * values[a]);
    }
  },
  backward(run, values, gradients) {
    const { start, count, operands } = run;
    for (let i = count - 1; i >= 0; i--) {
      const a = operands[2 * i];
      const y = operands[2 * i + 1];
      const g = gradients[start + i];
      const p = values[a];
      const t = values[y];
      if (t * p < 1) {
        gradients[a] -= g * t;
        gradients[y] -= g * p;
      }
    }
  },
  tex: ([a, y]) => call('\\max', atom('0'), difference(atom('1'), product([y, a]))),
  derivativeTex: (port, [a, y]) => {
    const inside = `[${product([y, a]).tex} < 1]`;
    const other = port === 0 ? y : a;
    return { tex: `-${within(other, binding.product)} \\cdot ${inside}`, binding: binding.sign };
  },
});
