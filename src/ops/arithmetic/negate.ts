import { defineOperation } from '../op.ts';
import { binding, within } from '../tex.ts';

/** −a */
export const negate = defineOperation({
  id: 'negate',
  category: 'arithmetic',
  name: { en: 'Negate', 'zh-CN': '取负' },
  symbol: '−x',
  keywords: ['minus', 'opposite', '相反数', 'qufu'],
  forward(run, values) {
    const { start, count, operands } = run;
    for (let i = 0; i < count; i++) values[start + i] = -values[operands[i]];
  },
  backward(run, _values, gradients) {
    const { start, count, operands } = run;
    for (let i = count - 1; i >= 0; i--) {
      gradients[operands[i]] -= gradients[start + i];
    }
  },
  tex: ([a]) => ({ tex: `-${within(a, binding.product)}`, binding: binding.sign }),
  derivativeTex: () => ({ tex: '-1', binding: binding.sign }),
});
