import type { Mistake, Slip } from '../site.ts';
import { show } from './write.ts';

/** Added where factors are multiplied, multiplied where paths are added, or mixed up the operation. */
export const otherOperation: Mistake = {
  id: 'other-operation',
  name: { en: 'Another operation', 'zh-CN': '用错了运算' },
  inValue({ op, node, operands, at, called }) {
    const [a, b, ...more] = operands.map((id) => at(`value:${id}`));
    if (!(op.id in alternatives) || b === undefined || more.length > 0 || a.length !== b.length) {
      return [];
    }
    return Object.entries(alternatives)
      .filter(([id]) => id !== op.id)
      .map(([, { sign, apply }]): Slip => {
        const numbers = a.map((number, i) => apply(number, b[i]));
        const [target, symbol] = [called(node.id), op.symbol];
        return {
          numbers,
          edges: [],
          text: {
            en: `This is ${show(a)} ${sign} ${show(b)}, but the operation of ${target} is ${symbol}.`,
            'zh-CN': `这是 ${show(a)} ${sign} ${show(b)}，而 ${target} 的运算是 ${symbol}。`,
          },
        };
      });
  },
  inContribution({ edge, upstream, local }) {
    if (local === undefined) return [];
    const [up, by] = [show(upstream), show(local)];
    return [
      {
        numbers: upstream.map((number, i) => number + local[i]),
        edges: [edge.id],
        text: {
          en: `This is ${up} + ${by}. Along a path, upstream gradient and local derivative are multiplied; only contributions of different paths are added.`,
          'zh-CN': `这是 ${up} + ${by}。沿一条路径，上游梯度与局部导数要相乘；只有不同路径的贡献才相加。`,
        },
      },
    ];
  },
  inGradient({ leaving, node, called }) {
    if (leaving.length < 2) return [];
    const numbers = leaving
      .map(({ contribution }) => contribution)
      .reduce((product, factor) => product.map((number, i) => number * factor[i]));
    return [
      {
        numbers,
        edges: leaving.map(({ edge }) => edge.id),
        text: {
          en: `The contributions are multiplied here. What different paths bring back to ${called(node.id)} is added.`,
          'zh-CN': `这里把各个贡献相乘了。不同路径传回 ${called(node.id)} 的贡献应当相加。`,
        },
      },
    ];
  },
};

interface Alternative {
  readonly sign: string;
  readonly apply: (a: number, b: number) => number;
}

/** Operations of two operands that are taken for each other. */
const alternatives: Readonly<Record<string, Alternative>> = {
  add: { sign: '+', apply: (a, b) => a + b },
  subtract: { sign: '−', apply: (a, b) => a - b },
  multiply: { sign: '×', apply: (a, b) => a * b },
};
