import { logistic } from '../logistic.ts';
import { exponential, logarithm1p } from '../numeric/index.ts';
import { defineOperation } from '../op.ts';
import { binding, call, difference, product, within } from '../tex.ts';
import { predictionAndTarget } from './ports.ts';

/** Binary cross-entropy of σ(z), from the logit z, in the form that stays finite for any z. */
export const binaryCrossEntropyWithLogits = defineOperation({
  id: 'binaryCrossEntropyWithLogits',
  category: 'losses',
  name: { en: 'Binary cross-entropy (logits)', 'zh-CN': '二元交叉熵（logits）' },
  symbol: 'BCE σ',
  keywords: ['log loss', 'bce', 'logit', '对数损失', 'jiaochashang'],
  ports: predictionAndTarget,
  forward(run, values) {
    const { start, count, operands } = run;
    for (let i = 0; i < count; i++) {
      const a = operands[2 * i];
      const y = operands[2 * i + 1];
      const z = values[a];
      const tail = logarithm1p(exponential(-Math.abs(z)));
      values[start + i] = Math.max(z, 0) - z * values[y] + tail;
    }
  },
  backward(run, values, gradients) {
    const { start, count, operands } = run;
    for (let i = count - 1; i >= 0; i--) {
      const a = operands[2 * i];
      const y = operands[2 * i + 1];
      const g = gradients[start + i];
      const z = values[a];
      gradients[a] += g * (logistic(z) - values[y]);
      gradients[y] -= g * z;
    }
  },
  tex: ([a, y]) => {
    const rest = product([a, y]);
    const tex = `${call('\\operatorname{softplus}', a).tex} - ${rest.tex}`;
    return { tex, binding: binding.sum };
  },
  derivativeTex: (port, [a, y]) =>
    port === 0
      ? difference(call('\\sigma', a), y)
      : { tex: `-${within(a, binding.product)}`, binding: binding.sign },
  interval: [
    [-3, 3],
    [0, 1],
  ],
});
