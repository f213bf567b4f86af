import { hyperbolicTangent } from '../numeric/index.ts';
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
    const { start, count, operands } = run;
    for (let i = 0; i < count; i++) values[start + i] = hyperbolicTangent(values[operands[i]]);
  },
  backward(run, values, gradients) {
    const { start, count, operands } = run;
    for (let i = count - 1; i >= 0; i--) {
      const y = values[start + i];
      gradients[operands[i]] += gradients[start + i] * (1 - y * y);
    }
  },
  tex: ([a]) => call('\\tanh', a),
  derivativeTex: (_port, _operands, y) =>
    difference(atom('1'), { tex: `${within(y, binding.atom)}^2`, binding: binding.power }),
});
