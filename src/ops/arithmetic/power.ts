import { logarithm, powerOf } from '../numeric/index.ts';
import { defineOperation, fixed } from '../op.ts';
import { atom, binding, call, difference, product, within } from '../tex.ts';

/**
 * base^exponent. Where a derivative has the form 0 · ∞ its limit 0 is taken: by the base at
 * exponent 0, by the exponent at base 0. A negative base has no derivative by the exponent: NaN.
 */
export const power = defineOperation({
  id: 'power',
  category: 'arithmetic',
  name: { en: 'Power', 'zh-CN': '幂' },
  symbol: 'xⁿ',
  keywords: ['exponent', 'raise', '乘方', '次方', 'mi'],
  ports: fixed({ en: 'base', 'zh-CN': '底数' }, { en: 'exponent', 'zh-CN': '指数' }),
  forward(run, values) {
    const { start, count, operands } = run;
    for (let i = 0; i < count; i++) {
      const a = operands[2 * i];
      const b = operands[2 * i + 1];
      values[start + i] = powerOf(values[a], values[b]);
    }
  },
  backward(run, values, gradients) {
    const { start, count, operands } = run;
    for (let i = count - 1; i >= 0; i--) {
      const a = operands[2 * i];
      const b = operands[2 * i + 1];
      const g = gradients[start + i];
      const base = values[a];
      const exponent = values[b];
      if (exponent !== 0) gradients[a] += g * exponent * powerOf(base, exponent - 1);
      if (base !== 0) gradients[b] += g * values[start + i] * logarithm(base);
    }
  },
  tex: ([a, b]) => ({ tex: `${within(a, binding.atom)}^{${b.tex}}`, binding: binding.power }),
  derivativeTex: (port, [a, b], y) => {
    if (port === 1) return product([y, call('\\ln', a)]);
    const lowered = difference(b, atom('1')).tex;
    return product([b, { tex: `${within(a, binding.atom)}^{${lowered}}`, binding: binding.power }]);
  },
  domain: ([base, exponent]) => {
    if (base === 0 && exponent < 0) {
      return {
        port: 0,
        say: () => ({ en: '0 to a negative power is infinite', 'zh-CN': '0 的负数次幂为无穷大' }),
      };
    }
    if (base === 0 && exponent > 0 && exponent < 1) {
      return {
        port: 0,
        say: () => ({
          en: '0 to a power below 1 has no finite derivative',
          'zh-CN': '底数为 0、指数小于 1 的幂导数为无穷大',
        }),
      };
    }
    if (base < 0 && Number.isFinite(exponent) && !Number.isInteger(exponent)) {
      return {
        port: 0,
        say: (shown) => ({
          en: `${shown} to a fractional power is undefined`,
          'zh-CN': `${shown} 的非整数次幂没有定义`,
        }),
      };
    }
    return null;
  },
  interval: [
    [0.2, 3],
    [-2, 3],
  ],
});
