import { logarithm, logarithm1p } from '../numeric/index.ts';
import { defineOperation } from '../op.ts';
import { atom, binding, call, difference, fraction, product } from '../tex.ts';
import { predictionAndTarget } from './ports.ts';

/** −(y ln a + (1−y) ln(1−a)) of a probability a; a term whose weight is 0 counts as 0. */
export const binaryCrossEntropy = defineOperation({
  id: 'binaryCrossEntropy',
  category: 'losses',
  name: { en: 'Binary cross-entropy', 'zh-CN': '二元交叉熵' },
  symbol: 'BCE',
  keywords: ['log loss', 'bce', '对数损失', 'jiaochashang'],
  ports: predictionAndTarget,
  forward(run, values) {
    const { start, count, operands } = run;
    for (let i = 0; i < count; i++) {
      const a = operands[2 * i];
      const y = operands[2 * i + 1];
      const p = values[a];
      const t = values[y];
      const hit = t === 0 ? 0 : t * logarithm(p);
      const miss = t === 1 ? 0 : (1 - t) * logarithm1p(-p);
      values[start + i] = -(hit + miss);
    }
  },
  backward(run, values, gradients) {
    const { start, count, operands } = run;
    for (let i = count - 1; i >= 0; i--) {
      const a = operands[2 * i];
      const y = operands[2 * i + 1];
      const g = gradients[start + i];
      const p = values[a];
      const t = values[y];
      const hit = t === 0 ? 0 : t / p;
      const miss = t === 1 ? 0 : (1 - t) / (1 - p);
      gradients[a] += g * (miss - hit);
      gradients[y] += g * (logarithm1p(-p) - logarithm(p));
    }
  },
  tex: ([a, y]) => {
    const other = difference(atom('1'), a);
    const hit = product([y, call('\\ln', a)]);
    const miss = product([difference(atom('1'), y), call('\\ln', other)]);
    return { tex: `-\\left(${hit.tex} + ${miss.tex}\\right)`, binding: binding.sign };
  },
  derivativeTex: (port, [a, y]) => {
    const other = difference(atom('1'), a);
    if (port === 1) return call('\\ln', fraction(other.tex, a.tex));
    return fraction(difference(a, y).tex, product([a, other]).tex);
  },
  domain: ([a, y]) => {
    const hit = y === 0 || a > 0;
    const miss = y === 1 || a < 1;
    if ((hit && miss && a >= 0 && a <= 1) || Number.isNaN(a)) return null;
    return {
      port: 0,
      say: (shown) => ({
        en: `the prediction must be a probability strictly between 0 and 1, not ${shown}`,
        'zh-CN': `预测值应为 0 与 1 之间的概率，现在是 ${shown}`,
      }),
    };
  },
  interval: [
    [0.05, 0.95],
    [0, 1],
  ],
});
