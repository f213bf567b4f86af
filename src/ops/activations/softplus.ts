import { logistic } from '../logistic.ts';
import { exponential, logarithm1p } from '../numeric/index.ts';
import { defineOperation } from '../op.ts';
import { call } from '../tex.ts';

/** ln(1+e^a), a smooth ReLU, written so that e never gets a positive exponent. */
export const softplus = defineOperation({
  id: 'softplus',
  category: 'activations',
  name: { en: 'Softplus', 'zh-CN': 'Softplus' },
  symbol: 'soft+',
  keywords: ['smooth relu', '光滑 ReLU'],
  forward(run, values) {
    const { start, count, operands } = run;
    for (let i = 0; i < count; i++) {
      const x = values[operands[i]];
      values[start + i] = Math.max(x, 0) + logarithm1p(exponential(-Math.abs(x)));
    }
  },
  backward(run, values, gradients) {
    const { start, count, operands } = run;
    for (let i = count - 1; i >= 0; i--) {
      const a = operands[i];
      gradients[a] += gradients[start + i] * logistic(values[a]);
    }
  },
  tex: ([a]) => call('\\operatorname{softplus}', a),
  derivativeTex: (_port, [a]) => call('\\sigma', a),
});
