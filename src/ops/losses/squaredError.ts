import { defineOperation } from '../op.ts';
import { atom, binding, difference, product, within } from '../tex.ts';
import { predictionAndTarget } from './ports.ts';

/** (a − y)² */
export const squaredError = defineOperation({
  id: 'squaredError',
  category: 'losses',
  name: { en: 'Squared error', 'zh-CN': '平方误差' },
  symbol: '(a−y)²',
  keywords: ['mse', 'square', '均方误差', 'pingfang'],
  ports: predictionAndTarget,
  forward(run, values) {
    const { start, count } = run;
    const a = run.inputs[0];
    const y = run.inputs[1];
    for (let i = 0; i < count; i++) {
      const d = values[a[i]] - values[y[i]];
      values[start + i] = d * d;
    }
  },
  backward(run, values, upstream, gradients) {
    const { start, count } = run;
    const a = run.inputs[0];
    const y = run.inputs[1];
    const da = run.targets[0];
    const dy = run.targets[1];
    for (let i = 0; i < count; i++) {
      const g = 2 * upstream[start + i] * (values[a[i]] - values[y[i]]);
      gradients[da[i]] += g;
      gradients[dy[i]] -= g;
    }
  },
  tex: ([a, y]) => ({ tex: `${within(difference(a, y), binding.atom)}^2`, binding: binding.power }),
  derivativeTex: (port, [a, y]) =>
    product([atom('2'), port === 0 ? difference(a, y) : difference(y, a)]),
});
