import { defineOperation } from '../op.ts';
import { binding, within } from '../tex.ts';

/** −a */
export const negate = defineOperation({
  id: 'negate',
  category: 'arithmetic',
  name: { en: 'Negate', 'zh-CN': '取负' },
  symbol: '−',
  keywords: ['minus', 'opposite', '相反数', 'qufu'],
  forward(run, values) {
    const { start, count } = run;
    const a = run.inputs[0];
    for (let i = 0; i < count; i++) values[start + i] = -values[a[i]];
  },
  backward(run, _values, upstream, gradients) {
    const { start, count } = run;
    const da = run.targets[0];
    for (let i = 0; i < count; i++) {
      gradients[da[i]] -= upstream[start + i];
    }
  },
  tex: ([a]) => ({ tex: `-${within(a, binding.product)}`, binding: binding.sign }),
  derivativeTex: () => ({ tex: '-1', binding: binding.sign }),
});
