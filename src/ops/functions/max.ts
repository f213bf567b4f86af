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
    const { start, count, operands, arity } = run;
    for (let i = 0; i < count; i++) {
      let largest = values[operands[i * arity]];
      for (let port = 1; port < arity; port++) {
        largest = Math.max(largest, values[operands[i * arity + port]]);
      }
      values[start + i] = largest;
    }
  },
  backward(run, values, gradients) {
    const { start, count } = run;
    for (let i = count - 1; i >= 0; i--) {
      const operand = winner(run, values, i);
      if (operand >= 0) gradients[operand] += gradients[start + i];
    }
  },
  tex: (operands) => call('\\max', ...operands),
  derivativeTex: (port, operands, y) => atom(`[${y.tex} = ${operands[port].tex}]`),
  note: {
    en: 'Only the largest operand gets the gradient; on a tie it is the first of them.',
    'zh-CN': '只有最大的操作数得到梯度；并列时归排在最前的那个操作数。',
  },
});
