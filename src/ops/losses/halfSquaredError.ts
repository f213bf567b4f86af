import { defineOperation } from '../op.ts';
import { binding, difference, within } from '../tex.ts';
import { predictionAndTarget } from './ports.ts';

/** ½(a − y)²: the ½ cancels the 2 of the derivative. */
export const halfSquaredError = defineOperation({
  id: 'halfSquaredError',
  category: 'losses',
  name: { en: 'Half squared error', 'zh-CN': '半平方误差' },
  symbol: '½(a−y)²',
  keywords: ['mse', 'half', '均方误差', 'banpingfang'],
  ports: predictionAndTarget,
  forward(run, values) {
    const { start, count } = run;
    const a = run.inputs[0];
    const y = run.inputs[1];
    for (let i = 0; i < count; i++) {
      const d = values[a[i]] - values[y[i]];
      values[start + i] = 0.5 * d * d;
    }
  },
  backward(run, values, upstream, gradients) {
    const { start, count } = run;
    const a = run.inputs[0];
    const y = run.inputs[1];
    const da = run.targets[0];
    const dy = run.targets[1];
    for (let i = 0; i < count; i++) {
      const g = upstream[start + i] * (values[a[i]] - values[y[i]]);
      gradients[da[i]] += g;
      gradients[dy[i]] -= g;
    }
  },
  tex: ([a, y]) => ({
    tex: `\\tfrac{1}{2}${within(difference(a, y), binding.atom)}^2`,
    binding: binding.product,
  }),
  derivativeTex: (port, [a, y]) => (port === 0 ? difference(a, y) : difference(y, a)),
});
