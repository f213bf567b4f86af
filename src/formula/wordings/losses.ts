import { andThen, both, type Wording } from './wording.ts';

const difference: Wording['value'] = ({ operands: [a, y] }) =>
  both(
    `Take the difference between the prediction ${a} and the target ${y}.`,
    `取预测值 ${a} 与目标值 ${y} 之差。`,
  );

/** What is said of losses. */
export const losses: Readonly<Record<string, Wording>> = {
  squaredError: {
    value: (at) => andThen(difference(at), 'Then square it.', '再求平方。'),
    back: ({ operands: [a, y], port }) =>
      port === 0
        ? both(
            `A squared error sends back twice the difference, prediction minus target: 2 · (${a} − ${y}).`,
            `平方误差传回差的两倍，即预测值减目标值：2 · (${a} − ${y})。`,
          )
        : both(
            `To the target comes twice the difference the other way round: 2 · (${y} − ${a}).`,
            `对目标值则是反过来的差的两倍：2 · (${y} − ${a})。`,
          ),
  },
  halfSquaredError: {
    value: (at) => andThen(difference(at), 'Then take half its square.', '再取平方的一半。'),
    back: ({ operands: [a, y], port }) =>
      port === 0
        ? both(
            `The ½ cancels the 2 of the square: what comes back is prediction minus target, ${a} − ${y}.`,
            `½ 与平方求导得到的 2 相消：传回的是预测值减目标值，${a} − ${y}。`,
          )
        : both(
            `The ½ cancels the 2; to the target comes the difference the other way round, ${y} − ${a}.`,
            `½ 与 2 相消；对目标值则是反过来的差，${y} − ${a}。`,
          ),
  },
  absoluteError: {
    value: (at) => andThen(difference(at), 'Then drop its sign.', '再取绝对值。'),
    back: ({ operands: [a, y], port }) =>
      both(
        `Of the difference only the sign comes back: 1 or −1, as ${port === 0 ? a : y} is above or below ${port === 0 ? y : a}.`,
        `只传回差的正负号：${port === 0 ? a : y} 大于 ${port === 0 ? y : a} 时为 1，小于时为 −1。`,
      ),
  },
  binaryCrossEntropy: {
    value: ({ operands: [a, y] }) =>
      both(
        `Take minus the logarithm of the probability that ${a} gives to what ${y} says is true.`,
        `取 ${a} 赋予真实类别 ${y} 的概率的负对数。`,
      ),
    back: ({ operands: [a, y], port }) =>
      port === 0
        ? both(
            `Prediction minus target over ${a} · (1 − ${a}), which is the slope of the sigmoid that ${a} usually comes from.`,
            `预测值减目标值（${a} − ${y}）除以 ${a} · (1 − ${a})；后者正是 Sigmoid 的导数。`,
          )
        : both(
            `To the target comes the logarithm of (1 − ${a}) over ${a}.`,
            `对目标值的局部导数是 (1 − ${a}) 与 ${a} 之比的对数。`,
          ),
  },
  binaryCrossEntropyWithLogits: {
    value: ({ operands: [a, y] }) =>
      both(
        `Cross-entropy between the sigmoid of ${a} and the target ${y}, in one step.`,
        `一步求出 ${a} 的 Sigmoid 与目标值 ${y} 的交叉熵。`,
      ),
    back: ({ operands: [a, y], port }) =>
      port === 0
        ? both(
            `Sigmoid and cross-entropy together leave something simple: σ(${a}) − ${y}, prediction minus target.`,
            `Sigmoid 与交叉熵合在一起十分简单：σ(${a}) − ${y}，即预测值减目标值。`,
          )
        : both(`To the target comes −${a}.`, `对目标值的局部导数为 −${a}。`),
  },
  hinge: {
    value: ({ operands: [a, y] }) =>
      both(
        `1 minus ${y} · ${a}, but at least 0: no loss once the margin is kept.`,
        `1 减去 ${y} · ${a}，最小为 0：间隔足够时没有损失。`,
      ),
    back: ({ operands: [a, y], port }) => {
      const other = port === 0 ? y : a;
      return both(
        `A hinge sends back −${other} while ${y} · ${a} is below 1, and nothing beyond.`,
        `${y} · ${a} 小于 1 时合页损失传回 −${other}，否则没有梯度。`,
      );
    },
  },
  exponentialLoss: {
    value: ({ operands: [a, y] }) =>
      both(`Raise e to the power of −${y} · ${a}.`, `求 e 的 −${y} · ${a} 次幂。`),
    back: ({ operands: [a, y], result, port }) => {
      const other = port === 0 ? y : a;
      return both(
        `The exponential keeps itself and takes the inner factor along: −${other} · ${result}.`,
        `指数函数保持自身，再乘上内层的因子：−${other} · ${result}。`,
      );
    },
  },
  zeroOneLoss: {
    value: ({ operands: [a, y] }) =>
      both(`0 where ${a} gets ${y} right, else 1.`, `${a} 判对 ${y} 时为 0，否则为 1。`),
    back: () =>
      both(
        'The zero-one loss is flat almost everywhere: its derivative is 0, so it can score but not train.',
        '0-1 损失几乎处处是平的：导数为 0，只能用来评价，不能用来训练。',
      ),
  },
};
