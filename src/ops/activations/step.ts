import { defineOperation } from '../op.ts';
import { atom, call } from '../tex.ts';

/** 1 from 0 on, else 0; its derivative is 0 everywhere. */
export const step = defineOperation({
  id: 'step',
  category: 'activations',
  name: { en: 'Step', 'zh-CN': '阶跃' },
  symbol: 'step',
  keywords: ['threshold', 'heaviside', '阈值', 'jieyue'],
  forward(run, values) {
    const { start, count, operands } = run;
    for (let i = 0; i < count; i++) {
      const x = values[operands[i]];
      values[start + i] = x >= 0 ? 1 : x < 0 ? 0 : Number.NaN;
    }
  },
  backward() {
    // The derivative is 0 wherever it exists: nothing to add.
  },
  tex: ([a]) => call('\\operatorname{step}', a),
  derivativeTex: () => atom('0'),
  note: {
    en: 'Its derivative is 0, so nothing upstream can be trained through a step.',
    'zh-CN': '阶跃的导数为 0，梯度无法通过它传回，上游参数因此得不到训练。',
  },
});
