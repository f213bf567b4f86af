import { defineOperation } from '../op.ts';
import { atom, binding } from '../tex.ts';
import { predictionAndTarget } from './ports.ts';

/** 0 where prediction and target are equal, else 1; its derivative is 0 everywhere. */
export const zeroOneLoss = defineOperation({
  id: 'zeroOneLoss',
  category: 'losses',
  name: { en: '0-1 loss', 'zh-CN': '0-1 损失' },
  symbol: '0/1',
  keywords: ['gold standard', 'accuracy', '黄金标准'],
  ports: predictionAndTarget,
  forward(run, values) {
    const { start, count, operands } = run;
    for (let i = 0; i < count; i++) {
      const a = operands[2 * i];
      const y = operands[2 * i + 1];
      const d = values[a] - values[y];
      values[start + i] = d === 0 ? 0 : Number.isNaN(d) ? Number.NaN : 1;
    }
  },
  backward() {
    // The derivative is 0 wherever it exists: nothing to add.
  },
  tex: ([a, y]) => ({ tex: `[${a.tex} \\ne ${y.tex}]`, binding: binding.atom }),
  derivativeTex: () => atom('0'),
  note: {
    en: 'Its derivative is 0, so it can score a model but not train one.',
    'zh-CN': '它的导数为 0，只能用来评价模型，不能用来训练。',
  },
});
