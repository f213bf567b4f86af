import { logistic } from '../logistic.ts';
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
    const { start, count } = run;
    const a = run.inputs[0];
    const y = run.inputs[1];
    for (let i = 0; i < count; i++) {
      const z = values[a[i]];
      const tail = Math.log1p(Math.exp(-Math.abs(z)));
      values[start + i] = Math.max(z, 0) - z * values[y[i]] + tail;
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
      const z = values[a[i]];
      gradients[da[i]] += g * (logistic(z) - values[y[i]]);
      gradients[dy[i]] -= g * z;
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
