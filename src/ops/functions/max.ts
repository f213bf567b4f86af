import { defineOperation, variadic } from '../op.ts';
import { atom, call } from '../tex.ts';
import { winner } from './winner.ts';

/** Maximum of two or more numbers; a tie belongs to the first operand, which alone gets the gradient. */
export const max = defineOperation({
  id: 'max',
  category: 'functions',
  name: { en: 'Maximum', 'zh-CN': '最大值' },
  symbol: 'max',
  keywords: ['largest', '较大', 'zuida'],
  ports: variadic({ en: 'candidate', 'zh-CN': '候选数' }),
  forward(run, values) {
    const { start, count, inputs } = run;
    const a = inputs[0];
    for (let i = 0; i < count; i++) values[start + i] = values[a[i]];
    for (let port = 1; port < inputs.length; port++) {
      const b = inputs[port];
      for (let i = 0; i < count; i++) {
        values[start + i] = Math.max(values[start + i], values[b[i]]);
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
  tex: (operands) => call('\\max', ...operands),
  derivativeTex: (port, operands, y) => atom(`[${y.tex} = ${operands[port].tex}]`),
  note: {
    en: 'Only the largest operand gets the gradient; on a tie it is the first of them.',
    'zh-CN': '只有最大的操作数得到梯度；并列时归排在最前的那个操作数。',
  },
});
