import { defineOperation } from '../op.ts';
import { atom, call, difference } from '../tex.ts';
import { predictionAndTarget } from './ports.ts';

/** |a − y|; the derivative at the kink a = y is 0 by convention. */
export const absoluteError = defineOperation({
  id: 'absoluteError',
  category: 'losses',
  name: { en: 'Absolute error', 'zh-CN': '绝对误差' },
  symbol: '|a−y|',
  keywords: ['mae', 'l1', 'juedui'],
  ports: predictionAndTarget,
  forward(run, values) {
    const { start, count } = run;
    const a = run.inputs[0];
    const y = run.inputs[1];
    for (let i = 0; i < count; i++) {
      values[start + i] = Math.abs(values[a[i]] - values[y[i]]);
    }
  },
  backward(run, values, upstream, gradients) {
    const { start, count } = run;
    const a = run.inputs[0];
    const y = run.inputs[1];
    const da = run.targets[0];
    const dy = run.targets[1];
    for (let i = 0; i < count; i++) {
      const g = upstream[start + i] * Math.sign(values[a[i]] - values[y[i]]);
      gradients[da[i]] += g;
      gradients[dy[i]] -= g;
    }
  },
  tex: ([a, y]) => atom(`\\left|${difference(a, y).tex}\\right|`),
  derivativeTex: (port, [a, y]) =>
    call('\\operatorname{sign}', port === 0 ? difference(a, y) : difference(y, a)),
});
