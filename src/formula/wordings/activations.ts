import { both, own, type Wording } from './wording.ts';

/** What is said of activations. */
export const activations: Readonly<Record<string, Wording>> = {
  identity: {
    value: (at) => both(`Hand ${own(at)} on as it is.`, `原样输出 ${own(at)}。`),
    back: () =>
      both(
        'The identity passes the gradient on unchanged: its local derivative is 1.',
        '恒等函数把梯度原样传回：局部导数为 1。',
      ),
  },
  sigmoid: {
    value: (at) =>
      both(
        `Squeeze ${own(at)} between 0 and 1: one over 1 plus e to the minus ${own(at)}.`,
        `把 ${own(at)} 压到 0 与 1 之间：1/(1 + e 的 −${own(at)} 次幂)。`,
      ),
    back: ({ result }) =>
      both(
        `The slope of the sigmoid comes from its output, not from its input: ${result} · (1 − ${result}).`,
        `Sigmoid 的导数用输出值而不是输入值来算：${result} · (1 − ${result})。`,
      ),
  },
  tanh: {
    value: (at) => both(`Take the hyperbolic tangent of ${own(at)}.`, `求 ${own(at)} 的双曲正切。`),
    back: ({ result }) =>
      both(
        `The slope of tanh comes from its output: 1 − ${result}².`,
        `tanh 的导数用输出值来算：1 − ${result}²。`,
      ),
  },
  relu: {
    value: (at) =>
      both(
        `Keep ${own(at)} where it is above 0, else take 0.`,
        `${own(at)} 大于 0 时保持不变，否则取 0。`,
      ),
    back: (at) =>
      both(
        `A ReLU is a gate: it lets the gradient through where ${own(at)} is above 0 and stops it elsewhere.`,
        `ReLU 像一道门：${own(at)} 大于 0 时梯度原样通过，否则被挡住。`,
      ),
  },
  leakyRelu: {
    value: (at) =>
      both(
        `Keep ${own(at)} where it is above 0, else multiply it by ${at.show(at.options.slope)}.`,
        `${own(at)} 大于 0 时保持不变，否则乘以 ${at.show(at.options.slope)}。`,
      ),
    back: (at) =>
      both(
        `A leaky ReLU lets the gradient through where ${own(at)} is above 0, and ${at.show(at.options.slope)} of it elsewhere.`,
        `${own(at)} 大于 0 时梯度原样通过，否则只通过 ${at.show(at.options.slope)} 倍。`,
      ),
  },
  softplus: {
    value: (at) =>
      both(
        `Take the logarithm of 1 plus e to the power of ${own(at)}: a smooth ReLU.`,
        `求 1 加 e 的 ${own(at)} 次幂的对数，即平滑的 ReLU。`,
      ),
    back: (at) =>
      both(
        `The slope of softplus is the sigmoid of its operand: σ(${own(at)}).`,
        `softplus 的导数是操作数的 Sigmoid：σ(${own(at)})。`,
      ),
  },
  silu: {
    value: (at) =>
      both(`Multiply ${own(at)} by its own sigmoid.`, `把 ${own(at)} 乘以它自己的 Sigmoid。`),
    back: (at) =>
      both(
        `SiLU is a product, so two terms come back: σ(${own(at)}) and ${at.result} · (1 − σ(${own(at)})).`,
        `SiLU 是乘积，因此传回两项：σ(${own(at)}) 与 ${at.result} · (1 − σ(${own(at)}))。`,
      ),
  },
  step: {
    value: (at) =>
      both(`1 where ${own(at)} is 0 or more, else 0.`, `${own(at)} 大于等于 0 时为 1，否则为 0。`),
    back: () =>
      both(
        'A step is flat on both sides: its derivative is 0, so nothing can be trained through it.',
        '阶跃函数两边都是平的：导数为 0，因此无法通过它训练。',
      ),
  },
};
