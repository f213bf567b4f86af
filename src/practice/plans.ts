import type { GraphNode, Range } from '../graph/index.ts';
import type { Text } from '../ops/index.ts';
import type { Chance } from './chance.ts';
import type { Topic } from './topics.ts';

export type Level = 1 | 2 | 3 | 4 | 5;

/** A made exercise before it has numbers. */
export interface Plan {
  readonly title: Text;
  readonly instructions: Text;
  /** Leaves with the numbers they may have. */
  readonly leaves: readonly (readonly [node: GraphNode, range: Range | undefined])[];
  readonly operations: readonly GraphNode[];
  /** What is asked, in this order. */
  readonly topics: readonly Topic[];
  /** Nodes whose gradients are not worth asking for: sums pass them on unchanged. */
  readonly passing?: readonly string[];
}

/** The plans of each level; the last operation of a plan is its output. */
export const plans: Readonly<Record<Level, readonly ((chance: Chance) => Plan)[]>> = {
  1: [twoSteps],
  2: [sharedLeaf, sharedSum, ownSquare],
  3: [weightDecay, twoTimeSteps, shortcut],
  4: [twoLayers, filterAndPool, shareOfSum],
  5: [network],
};

/** q of two leaves, f of q and perhaps a third. */
function twoSteps({ pick }: Chance): Plan {
  const [first, second] = pick([
    ['add', 'multiply'],
    ['add', 'square'],
    ['subtract', 'multiply'],
    ['subtract', 'square'],
    ['multiply', 'add'],
    ['multiply', 'subtract'],
    ['multiply', 'square'],
  ]);
  const others = second === 'square' ? [] : ['z'];
  return {
    title: { en: 'Two steps in a chain', 'zh-CN': '两步的链' },
    instructions: {
      en: 'Work out q and f. Then go back from f: at each edge, multiply the gradient that arrives by the local derivative.',
      'zh-CN': '先算出 q 和 f，再从 f 往回走：每经过一条边，就用传来的梯度乘以局部导数。',
    },
    leaves: ['x', 'y', ...others].map((id) => parameter(id, signed)),
    operations: [node('q', first, 'x', 'y'), node('f', second, 'q', ...others)],
    topics: ['values', 'gradients'],
  };
}

/** y feeds p and q, which meet in f. */
function sharedLeaf({ pick }: Chance): Plan {
  const [first, second, last] = pick([
    ['multiply', 'add', 'multiply'],
    ['add', 'multiply', 'multiply'],
    ['multiply', 'subtract', 'multiply'],
    ['subtract', 'add', 'multiply'],
    ['multiply', 'multiply', 'add'],
    ['multiply', 'multiply', 'subtract'],
  ]);
  return {
    title: { en: 'One leaf, two paths', 'zh-CN': '一个叶子，两条路径' },
    instructions: usedTwice('y'),
    leaves: ['x', 'y', 'z'].map((id) => parameter(id, signed)),
    operations: [
      node('p', first, 'x', 'y'),
      node('q', second, 'y', 'z'),
      node('f', last, 'p', 'q'),
    ],
    topics: ['values', 'backward'],
  };
}

/** s feeds f straight and by way of p. */
function sharedSum({ pick }: Chance): Plan {
  const [first, second, last] = pick([
    ['add', 'multiply', 'add'],
    ['add', 'add', 'multiply'],
    ['subtract', 'multiply', 'subtract'],
    ['multiply', 'add', 'multiply'],
    ['multiply', 'subtract', 'multiply'],
  ]);
  return {
    title: { en: 'A result used twice', 'zh-CN': '用了两次的中间结果' },
    instructions: usedTwice('s'),
    leaves: ['x', 'y', 'z'].map((id) => parameter(id, signed)),
    operations: [
      node('s', first, 'x', 'y'),
      node('p', second, 's', 'z'),
      node('f', last, 'p', 's'),
    ],
    topics: ['values', 'backward'],
  };
}

/** x is squared and multiplied by y. */
function ownSquare({ pick }: Chance): Plan {
  return {
    title: { en: 'A square and a product', 'zh-CN': '平方与乘积' },
    instructions: usedTwice('x'),
    leaves: ['x', 'y'].map((id) => parameter(id, signed)),
    operations: [
      node('p', 'square', 'x'),
      node('q', 'multiply', 'x', 'y'),
      node('f', pick(['add', 'subtract']), 'p', 'q'),
    ],
    topics: ['values', 'backward'],
  };
}

/** A neuron whose weight appears in the loss and in a penalty. */
function weightDecay({ pick }: Chance): Plan {
  return {
    title: { en: 'A neuron with weight decay', 'zh-CN': '带权重衰减的神经元' },
    instructions: {
      en: 'w makes the prediction and is penalised by ½w²: two paths lead from J back to w. Find all gradients.',
      'zh-CN': 'w 既参与预测，又受到 ½w² 的惩罚：从 J 回到 w 有两条路径。请求出所有梯度。',
    },
    leaves: [
      ...[input('x', signed), parameter('w', signed), parameter('b', small)],
      ...[input('y', signed), constant('half', 0.5)],
    ],
    operations: [
      node('m', 'multiply', 'w', 'x'),
      node('z', 'add', 'm', 'b'),
      node('a', pick(['identity', 'relu']), 'z'),
      node('L', pick(losses), 'a', 'y'),
      node('s', 'square', 'w'),
      node('r', 'multiply', 'half', 's'),
      node('J', 'add', 'L', 'r'),
    ],
    topics: ['gradients'],
  };
}

/** The same weight in two time steps of a recurrent unit. */
function twoTimeSteps({ pick }: Chance): Plan {
  return {
    title: { en: 'One weight, two time steps', 'zh-CN': '同一个权重，两个时间步' },
    instructions: {
      en: 'A recurrent unit uses the weight w at both times. Its gradient is what comes back from the second step plus what comes back from the first.',
      'zh-CN':
        '循环单元在两个时刻用的是同一个权重 w。它的梯度是第二步传回的部分加上第一步传回的部分。',
    },
    leaves: [
      ...[input('x1', signed), input('x2', signed), parameter('w', small)],
      ...[parameter('b', small), input('y', signed)],
    ],
    operations: [
      node('h1', 'multiply', 'w', 'x1'),
      node('s', 'add', 'h1', 'x2', 'b'),
      node('h2', 'multiply', 'w', 's'),
      node('L', pick(losses), 'h2', 'y'),
    ],
    topics: ['gradients'],
  };
}

/** A unit whose input is added to what it makes of it. */
function shortcut({ pick }: Chance): Plan {
  return {
    title: { en: 'A unit with a shortcut', 'zh-CN': '带捷径的单元' },
    instructions: {
      en: 'h reaches s through the ReLU unit and over a shortcut. Find all gradients, from L back to v.',
      'zh-CN': 'h 既经过 ReLU 单元，又沿捷径直接到达 s。请从 L 往回求出所有梯度，直到 v。',
    },
    leaves: [
      ...[input('x', signed), parameter('v', signed), parameter('w', signed), input('y', signed)],
    ],
    operations: [
      node('h', 'multiply', 'v', 'x'),
      node('m', 'multiply', 'w', 'h'),
      node('a', 'relu', 'm'),
      node('s', 'add', 'a', 'h'),
      node('L', pick(losses), 's', 'y'),
    ],
    topics: ['gradients'],
  };
}

/** Two ReLU layers, the first of which also reaches the sum behind the second. */
function twoLayers({ pick }: Chance): Plan {
  return {
    title: { en: 'Two layers with a shortcut', 'zh-CN': '带捷径的两层网络' },
    instructions: {
      en: 'a1 feeds the second layer and skips it. Find the gradients of all units, weights and biases.',
      'zh-CN': 'a1 既送入第二层，又绕过第二层。请求出所有单元、权重和偏置的梯度。',
    },
    leaves: [
      ...[input('x', signed), parameter('w1', small), parameter('b1', small)],
      ...[parameter('w2', small), parameter('b2', small), input('y', signed)],
    ],
    operations: [
      node('m1', 'multiply', 'w1', 'x'),
      node('z1', 'add', 'm1', 'b1'),
      node('a1', 'relu', 'z1'),
      node('m2', 'multiply', 'w2', 'a1'),
      node('z2', 'add', 'm2', 'b2'),
      node('a2', 'relu', 'z2'),
      node('s', 'add', 'a2', 'a1'),
      node('L', pick(losses), 's', 'y'),
    ],
    topics: ['gradients'],
  };
}

/** One filter weight at two places, of which the larger response goes on. */
function filterAndPool({ pick }: Chance): Plan {
  return {
    title: { en: 'One filter and max pooling', 'zh-CN': '一个滤波器与最大池化' },
    instructions: {
      en: 'The weight w looks at x1 and at x2, and max lets only the larger response through. Whoever loses gets no gradient.',
      'zh-CN': '权重 w 分别作用于 x1 和 x2，max 只让较大的响应通过；没有胜出的一方得不到梯度。',
    },
    leaves: [
      ...[input('x1', signed), input('x2', signed), parameter('w', signed)],
      ...[parameter('b', small), parameter('v', small), input('y', signed)],
    ],
    operations: [
      node('h1', 'multiply', 'w', 'x1'),
      node('h2', 'multiply', 'w', 'x2'),
      node('h', 'max', 'h1', 'h2'),
      node('m', 'multiply', 'v', 'h'),
      node('z', 'add', 'm', 'b'),
      node('L', pick(losses), 'z', 'y'),
    ],
    topics: ['values', 'gradients'],
  };
}

/** A share p = u / (u + v), compared with a target. */
function shareOfSum({ pick }: Chance): Plan {
  return {
    title: { en: 'A share of a sum', 'zh-CN': '总和中的一份' },
    instructions: {
      en: 'u stands above and below the fraction line. Work out the values, then the gradients back to w and x.',
      'zh-CN': 'u 既在分子上，又在分母里。先算出各个值，再往回求梯度，直到 w 和 x。',
    },
    leaves: [
      ...[parameter('w', few), parameter('x', few), parameter('v', positive)],
      input('t', { from: 0, to: 1, step: 1 }),
    ],
    operations: [
      node('u', 'multiply', 'w', 'x'),
      node('s', 'add', 'u', 'v'),
      node('p', 'divide', 'u', 's'),
      node('L', pick(losses), 'p', 't'),
    ],
    topics: ['values', 'gradients'],
  };
}

/** Two inputs, two hidden units, one output and a loss. */
function network({ pick }: Chance): Plan {
  const activation = pick(['relu', 'leakyRelu']);
  const unit = (id: string, z: string) =>
    activation === 'relu' ? node(id, 'relu', z) : { ...node(id, activation, z), ...halfSlope };
  return {
    title: { en: 'A 2-2-1 network', 'zh-CN': '2-2-1 网络' },
    instructions: {
      en: 'Back-propagate the loss through the whole network: first the output unit and its weights, then the hidden units, then theirs.',
      'zh-CN': '把损失反向传播到整个网络：先是输出单元及其权重，再是各隐藏单元，最后是它们的权重。',
    },
    leaves: [
      ...[input('x1', signed), input('x2', signed)],
      ...['w1_11', 'w1_21', 'w1_12', 'w1_22', 'b1_1', 'b1_2'].map((id) => parameter(id, small)),
      ...['w2_11', 'w2_21', 'b2'].map((id) => parameter(id, small)),
      input('y', signed),
    ],
    operations: [
      node('u1', 'multiply', 'x1', 'w1_11'),
      node('u2', 'multiply', 'x2', 'w1_21'),
      node('z1_1', 'add', 'u1', 'u2', 'b1_1'),
      unit('a1_1', 'z1_1'),
      node('u3', 'multiply', 'x1', 'w1_12'),
      node('u4', 'multiply', 'x2', 'w1_22'),
      node('z1_2', 'add', 'u3', 'u4', 'b1_2'),
      unit('a1_2', 'z1_2'),
      node('u5', 'multiply', 'a1_1', 'w2_11'),
      node('u6', 'multiply', 'a1_2', 'w2_21'),
      node('z2', 'add', 'u5', 'u6', 'b2'),
      node('L', pick(losses), 'z2', 'y'),
    ],
    topics: ['gradients'],
    passing: ['u1', 'u2', 'u3', 'u4', 'u5', 'u6'],
  };
}

const signed: Range = { from: -5, to: 5, step: 1 };
const small: Range = { from: -3, to: 3, step: 1 };
const few: Range = { from: 1, to: 4, step: 1 };
const positive: Range = { from: 1, to: 8, step: 1 };
const halfSlope = { options: { slope: 0.5 } };
const losses = ['halfSquaredError', 'squaredError'] as const;

function parameter(id: string, range: Range): readonly [GraphNode, Range] {
  return [{ id, op: 'parameter', value: range.to }, range];
}

function input(id: string, range: Range): readonly [GraphNode, Range] {
  return [{ id, op: 'input', value: range.to }, range];
}

function constant(id: string, value: number): readonly [GraphNode, undefined] {
  return [{ id, op: 'constant', value }, undefined];
}

function node(id: string, op: string, ...inputs: readonly string[]): GraphNode {
  return { id, op, inputs };
}

function usedTwice(id: string): Text {
  return {
    en: `Work out the values, then what each edge passes back. ${id} is used twice: its gradient is the sum of what comes back along both edges.`,
    'zh-CN': `先算出各个值，再求每条边传回的贡献。${id} 用了两次：它的梯度是两条边传回的贡献之和。`,
  };
}
