import { defineOperation, fixed } from '../op.ts';
import { atom, binding, difference } from '../tex.ts';

/** a − b; the gradient reaches b with its sign turned. */
export const subtract = defineOperation({
  id: 'subtract',
  category: 'arithmetic',
  name: { en: 'Subtract', 'zh-CN': '减法' },
  symbol: '−',
  keywords: ['minus', 'difference', '差', 'jianfa'],
  ports: fixed({ en: 'minuend', 'zh-CN': '被减数' }, { en: 'subtrahend', 'zh-CN': '减数' }),
  forward(run, values) {
    const { start, count } = run;
    const a = run.inputs[0];
    const b = run.inputs[1];
    for (let i = 0; i < count; i++) {
      values[start + i] = values[a[i]] - values[b[i]];
    }
  },
  backward(run, _values, upstream, gradients) {
    const { start, count } = run;
    const da = run.targets[0];
    const db = run.targets[1];
    for (let i = 0; i < count; i++) {
      const g = upstream[start + i];
      gradients[da[i]] += g;
      gradients[db[i]] -= g;
    }
  },
  tex: ([a, b]) => difference(a, b),
  derivativeTex: (port) => (port === 0 ? atom('1') : { tex: '-1', binding: binding.sign }),
});
