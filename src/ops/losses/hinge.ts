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
    const { start, count } = run;
    const a = run.inputs[0];
    const y = run.inputs[1];
    for (let i = 0; i < count; i++) {
      values[start + i] = Math.max(0, 1 - values[y[i]] * values[a[i]]);
    }
  },
  backward(run, values, upstream, gradients) {
    const { start, count } = run;
    const a = run.inputs[0];
    const y = run.inputs[1];
    const da = run.targets[0];
    const dy = run.targets[1];
    for (let i = 0; i < count; i++) {
      const g = upstream[start + i];
      const p = values[a[i]];
      const t = values[y[i]];
      if (t * p < 1) {
        gradients[da[i]] -= g * t;
        gradients[dy[i]] -= g * p;
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
