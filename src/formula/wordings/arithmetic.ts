import { both, listText, own, type Wording } from './wording.ts';

/** What is said of arithmetic. */
export const arithmetic: Readonly<Record<string, Wording>> = {
  add: {
    value: ({ operands }) =>
      both(`Add ${listText(operands, 'en')}.`, `把 ${listText(operands, 'zh-CN')} 相加。`),
    back: () =>
      both(
        'A sum passes the gradient on unchanged: its local derivative is 1.',
        '加法把梯度原样传回：局部导数为 1。',
      ),
  },
  subtract: {
    value: ({ operands: [a, b] }) => both(`Subtract ${b} from ${a}.`, `用 ${a} 减去 ${b}。`),
    back: ({ port }) =>
      port === 0
        ? both(
            'A difference passes the gradient on unchanged to its first operand: the local derivative is 1.',
            '减法把梯度原样传给被减数：局部导数为 1。',
          )
        : both(
            'What is subtracted gets the gradient with its sign turned: the local derivative is −1.',
            '减数得到的梯度要变号：局部导数为 −1。',
          ),
  },
  multiply: {
    value: ({ operands }) =>
      both(`Multiply ${listText(operands, 'en')}.`, `把 ${listText(operands, 'zh-CN')} 相乘。`),
    back: ({ operands, port }) => {
      const others = operands.filter((_, other) => other !== port);
      if (others.length === 1) {
        return both(
          `A product sends back the other factor: the local derivative is ${others[0]}.`,
          `乘法传回的是另一个因子：局部导数就是 ${others[0]}。`,
        );
      }
      return both(
        `A product sends back the other factors multiplied: ${others.join(' · ')}.`,
        `乘法传回的是其余因子之积：${others.join(' · ')}。`,
      );
    },
  },
  divide: {
    value: ({ operands: [a, b] }) => both(`Divide ${a} by ${b}.`, `用 ${a} 除以 ${b}。`),
    back: ({ operands: [, b], result, port }) =>
      port === 0
        ? both(
            `To its numerator a quotient sends back one over the denominator: 1/${b}.`,
            `除法对分子的局部导数是分母的倒数：1/${b}。`,
          )
        : both(
            `A larger denominator makes the quotient smaller: the local derivative is −${result}/${b}.`,
            `分母变大则商变小：局部导数为 −${result}/${b}。`,
          ),
  },
  negate: {
    value: (at) => both(`Turn the sign of ${own(at)}.`, `把 ${own(at)} 变号。`),
    back: () =>
      both(
        'A minus sign turns the sign of the gradient too: the local derivative is −1.',
        '取负也使梯度变号：局部导数为 −1。',
      ),
  },
  power: {
    value: ({ operands: [a, b] }) =>
      both(`Raise ${a} to the power of ${b}.`, `求 ${a} 的 ${b} 次幂。`),
    back: ({ operands: [a, b], result, port }) =>
      port === 0
        ? both(
            `The exponent ${b} comes down as a factor, and is one less above.`,
            `指数 ${b} 移到前面作因子，原指数减 1。`,
          )
        : both(
            `By its exponent a power changes like itself times the logarithm of the base: ${result} · ln ${a}.`,
            `幂对指数的导数是它自身乘以底数的自然对数：${result} · ln ${a}。`,
          ),
  },
  square: {
    value: (at) => both(`Square ${own(at)}.`, `求 ${own(at)} 的平方。`),
    back: (at) =>
      both(
        `A square sends back twice its operand: 2 · ${own(at)}.`,
        `平方的局部导数是操作数的两倍：2 · ${own(at)}。`,
      ),
  },
};
