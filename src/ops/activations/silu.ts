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
    const { start, count } = run;
    const a = run.inputs[0];
    for (let i = 0; i < count; i++) {
      const x = values[a[i]];
      values[start + i] = x * logistic(x);
    }
  },
  backward(run, values, upstream, gradients) {
    const { start, count } = run;
    const a = run.inputs[0];
    const da = run.targets[0];
    for (let i = 0; i < count; i++) {
      const y = values[start + i];
      const s = logistic(values[a[i]]);
      gradients[da[i]] += upstream[start + i] * (s + y * (1 - s));
    }
  },
  tex: ([a]) => product([a, call('\\sigma', a)]),
  derivativeTex: (_port, [a], y) => {
    const s = call('\\sigma', a);
    const rest = product([y, difference(atom('1'), s)]);
    return { tex: `${s.tex} + ${rest.tex}`, binding: binding.sum };
  },
});
