import { defineOperation } from '../op.ts';
import { atom, call } from '../tex.ts';

/** |a|; the derivative at the kink 0 is 0 by convention. */
export const abs = defineOperation({
  id: 'abs',
  category: 'functions',
  name: { en: 'Absolute value', 'zh-CN': '绝对值' },
  symbol: '|x|',
  keywords: ['absolute', 'modulus', 'juedui'],
  forward(run, values) {
    const { start, count } = run;
    const a = run.inputs[0];
    for (let i = 0; i < count; i++) values[start + i] = Math.abs(values[a[i]]);
  },
  backward(run, values, upstream, gradients) {
    const { start, count } = run;
    const a = run.inputs[0];
    const da = run.targets[0];
    for (let i = 0; i < count; i++) {
      const x = values[a[i]];
      gradients[da[i]] += upstream[start + i] * Math.sign(x);
    }
  },
  tex: ([a]) => atom(`\\left|${a.tex}\\right|`),
  derivativeTex: (_port, [a]) => call('\\operatorname{sign}', a),
});
