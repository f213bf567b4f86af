import type { Language, Operation, Text } from '../ops/index.ts';

/** The operation of a node in words, its operands named as they are in a sentence. */
export interface Wording {
  /** How the value is made. */
  readonly value: (at: Spot) => Text;
  /** What comes back to the operand at `port`, and why. */
  readonly back: (at: Spot) => Text;
}

/** Where a sentence is about. */
export interface Spot {
  readonly operands: readonly string[];
  readonly result: string;
  readonly port: number;
  readonly op: Operation;
  readonly options: Readonly<Record<string, number>>;
  /** Writes a number as the page shows numbers. */
  readonly show: (number: number) => string;
}

/** The words for an operation; what has none of its own gets the words for any. */
export function wordingOf(op: Operation): Wording {
  return wordings[op.id] ?? anyOp;
}

/** A sentence in both languages. */
export function both(en: string, zh: string): Text {
  return { en, 'zh-CN': zh };
}

/** The operand a sentence is about. */
export const own = ({ operands, port }: Spot) => operands[port];

/** Several names in one sentence: `a, b and c`. */
function listText(names: readonly string[], language: Language): string {
  const last = names[names.length - 1] ?? '';
  if (names.length < 2) return last;
  const [comma, and] = language === 'en' ? [', ', ' and '] : ['、', ' 与 '];
  return names.slice(0, -1).join(comma) + and + last;
}

/** What can be said of any operation. */
const anyOp: Wording = {
  value: ({ op, operands }) => ({
    en: `Apply “${op.name.en}” to ${listText(operands, 'en')}.`,
    'zh-CN': `对 ${listText(operands, 'zh-CN')} 应用“${op.name['zh-CN']}”。`,
  }),
  back: ({ result, operands, port }) => ({
    en: `The local derivative says how fast ${result} changes with ${operands[port]} while everything else stays as it is.`,
    'zh-CN': `局部导数表示其他量不变时，${result} 随 ${operands[port]} 变化的快慢。`,
  }),
};

const difference: Wording['value'] = ({ operands: [a, y] }) =>
  both(
    `Take the difference between the prediction ${a} and the target ${y}.`,
    `取预测值 ${a} 与目标值 ${y} 之差。`,
  );

/** One sentence after another. */
function then(text: Text, en: string, zh: string): Text {
  return both(`${text.en} ${en}`, `${text['zh-CN']}${zh}`);
}

/**
 * The words of each operation. They stand here and not in its declaration because the page needs
 * them only when somebody steps or practises.
 */
const wordings: Readonly<Record<string, Wording>> = {
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
  squaredError: {
    value: (at) => then(difference(at), 'Then square it.', '再求平方。'),
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
    value: (at) => then(difference(at), 'Then take half its square.', '再取平方的一半。'),
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
    value: (at) => then(difference(at), 'Then drop its sign.', '再取绝对值。'),
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
  matmul: {
    value: ({ operands: [a, b] }) =>
      both(
        `Multiply each row of ${a} with each column of ${b} and add up.`,
        `${a} 的每一行与 ${b} 的每一列逐项相乘再相加。`,
      ),
    back: ({ operands: [a, b], port }) =>
      port === 0
        ? both(
            `A matrix product sends back the gradient times ${b} transposed.`,
            `矩阵乘法传回梯度右乘 ${b} 的转置。`,
          )
        : both(
            `A matrix product sends back ${a} transposed times the gradient.`,
            `矩阵乘法传回 ${a} 的转置左乘梯度。`,
          ),
  },
};
