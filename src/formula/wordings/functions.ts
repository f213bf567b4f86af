import { both, listText, own, type Wording } from './wording.ts';

/** What is said of functions. */
export const functions: Readonly<Record<string, Wording>> = {
  exp: {
    value: (at) => both(`Raise e to the power of ${own(at)}.`, `求 e 的 ${own(at)} 次幂。`),
    back: ({ result }) =>
      both(
        `The exponential function is its own derivative: the local derivative is ${result} itself.`,
        `指数函数的导数就是它自己：局部导数等于 ${result}。`,
      ),
  },
  ln: {
    value: (at) => both(`Take the natural logarithm of ${own(at)}.`, `求 ${own(at)} 的自然对数。`),
    back: (at) =>
      both(
        `A logarithm sends back one over its operand: 1/${own(at)}.`,
        `对数的局部导数是操作数的倒数：1/${own(at)}。`,
      ),
  },
  sqrt: {
    value: (at) => both(`Take the square root of ${own(at)}.`, `求 ${own(at)} 的平方根。`),
    back: ({ result }) =>
      both(
        `A square root sends back one over twice the root: 1/(2 · ${result}).`,
        `平方根的局部导数是根的两倍的倒数：1/(2 · ${result})。`,
      ),
  },
  abs: {
    value: (at) => both(`Drop the sign of ${own(at)}.`, `求 ${own(at)} 的绝对值。`),
    back: (at) =>
      both(
        `An absolute value passes the gradient on with the sign of ${own(at)}: the local derivative is 1 or −1.`,
        `绝对值按 ${own(at)} 的正负号传回梯度：局部导数为 1 或 −1。`,
      ),
  },
  sin: {
    value: (at) =>
      both(`Take the sine of ${own(at)}, in radians.`, `求 ${own(at)} 的正弦（弧度）。`),
    back: (at) =>
      both(
        `The derivative of the sine is the cosine: cos ${own(at)}.`,
        `正弦的导数是余弦：cos ${own(at)}。`,
      ),
  },
  cos: {
    value: (at) =>
      both(`Take the cosine of ${own(at)}, in radians.`, `求 ${own(at)} 的余弦（弧度）。`),
    back: (at) =>
      both(
        `The derivative of the cosine is minus the sine: −sin ${own(at)}.`,
        `余弦的导数是负的正弦：−sin ${own(at)}。`,
      ),
  },
  max: {
    value: ({ operands }) =>
      both(
        `Take the largest of ${listText(operands, 'en')}.`,
        `取 ${listText(operands, 'zh-CN')} 中最大的一个。`,
      ),
    back: () =>
      both(
        'A maximum hands the whole gradient to its largest operand, and nothing to the others.',
        '最大值把全部梯度交给最大的操作数，其余的得不到梯度。',
      ),
  },
  min: {
    value: ({ operands }) =>
      both(
        `Take the smallest of ${listText(operands, 'en')}.`,
        `取 ${listText(operands, 'zh-CN')} 中最小的一个。`,
      ),
    back: () =>
      both(
        'A minimum hands the whole gradient to its smallest operand, and nothing to the others.',
        '最小值把全部梯度交给最小的操作数，其余的得不到梯度。',
      ),
  },
};
