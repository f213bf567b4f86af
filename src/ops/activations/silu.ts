import { logistic } from '../logistic.ts';
import { defineOperation } from '../op.ts';
import { atom, binding, call, difference, product } from '../tex.ts';

/** a·σ(a), also called swish (Ramachandran et al., 2017). */
export const silu = defineOperation({
  id: 'silu',
  category: 'activations',
  name: { en: 'SiLU (Swish)', 'zh-CN': 'SiLU（Swish）' },
  symbol: 'silu',
  keywords: ['swish'],
  forward(run, values) {
    const { start, count, operands } = run;
    for (let i = 0; i < count; i++) {
      const x = values[operands[i]];
      values[start + i] = x * logistic(x);
    }
  },
  backward(run, values, gradients) {
    const { start, count, operands } = run;
    for (let i = count - 1; i >= 0; i--) {
      const a = operands[i];
      const y = values[start + i];
      const s = logistic(values[a]);
      gradients[a] += gradients[start + i] * (s + y * (1 - s));
    }
  },
  tex: ([a]) => product([a, call('\\sigma', a)]),
  derivativeTex: (_port, [a], y) => {
    const s = call('\\sigma', a);
    const rest = product([y, difference(atom('1'), s)]);
    return { tex: `${s.tex} + ${rest.tex}`, binding: binding.sum };
  },
});
