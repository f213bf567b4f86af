import { defineOperation, variadic } from '../op.ts';
import { atom, call } from '../tex.ts';
import { winner } from './winner.ts';

/** Minimum of two or more numbers; a tie belongs to the first operand, which alone gets the gradient. */
export const min = defineOperation({
  id: 'min',
  category: 'functions',
  name: { en: 'Minimum', 'zh-CN': '最小值' },
  symbol: 'min',
  keywords: ['smallest', '较小', 'zuixiao'],
  ports: variadic({ en: 'candidate', 'zh-CN': '候选数' }),
  forward(run, values) {
    const { start, count, inputs } = run;
    const a = inputs[0];
    for (let i = 0; i < count; i++) values[start + i] = values[a[i]];
    for (let port = 1; port < inputs.length; port++) {
      const b = inputs[port];
      for (let i = 0; i < count; i++) {
        values[start + i] = Math.min(values[start + i], values[b[i]]);
      }
    }
  },
  backward(run, values, upstream, gradients) {
    const { start, count, targets } = run;
    for (let i = 0; i < count; i++) {
      const port = winner(run, values, i);
      if (port >= 0) gradients[targets[port][i]] += upstream[start + i];
    }
  },
  tex: (operands) => call('\\min', ...operands),
  derivativeTex: (port, operands, y) => atom(`[${y.tex} = ${operands[port].tex}]`),
  note: {
    en: 'Only the smallest operand gets the gradient; on a tie it is the first of them.',
    'zh-CN': '只有最小的操作数得到梯度；并列时归排在最前的那个操作数。',
  },
});
