import { defineOperation } from '../op.ts';
import { atom } from '../tex.ts';

/** a itself: the activation of a linear output. */
export const identity = defineOperation({
  id: 'identity',
  category: 'activations',
  name: { en: 'Identity', 'zh-CN': '恒等' },
  symbol: 'id',
  keywords: ['linear', 'none', '线性', 'hengdeng'],
  forward(run, values) {
    const { start, count } = run;
    const a = run.inputs[0];
    for (let i = 0; i < count; i++) values[start + i] = values[a[i]];
  },
  backward(run, _values, upstream, gradients) {
    const { start, count } = run;
    const da = run.targets[0];
    for (let i = 0; i < count; i++) {
      gradients[da[i]] += upstream[start + i];
    }
  },
  tex: ([a]) => a,
  derivativeTex: () => atom('1'),
});
