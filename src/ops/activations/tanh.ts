import { defineOperation } from '../op.ts';
import { atom, binding, call, difference, within } from '../tex.ts';

/** Hyperbolic tangent. */
export const tanh = defineOperation({
  id: 'tanh',
  category: 'activations',
  name: { en: 'Tanh', 'zh-CN': 'Tanh' },
  symbol: 'tanh',
  keywords: ['hyperbolic tangent', '双曲正切'],
  forward(run, values) {
    const { start, count } = run;
    const a = run.inputs[0];
    for (let i = 0; i < count; i++) values[start + i] = Math.tanh(values[a[i]]);
  },
  backward(run, values, upstream, gradients) {
    const { start, count } = run;
    const da = run.targets[0];
    for (let i = 0; i < count; i++) {
      const y = values[start + i];
      gradients[da[i]] += upstream[start + i] * (1 - y * y);
    }
  },
  tex: ([a]) => call('\\tanh', a),
  derivativeTex: (_port, _operands, y) =>
    difference(atom('1'), { tex: `${within(y, binding.atom)}^2`, binding: binding.power }),
});
