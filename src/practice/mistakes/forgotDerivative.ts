import type { Mistake } from '../site.ts';
import { show } from './write.ts';

/** Passed the upstream gradient on unchanged: forgot σ′, or whatever the local derivative is. */
export const forgotDerivative: Mistake = {
  id: 'forgot-derivative',
  name: { en: 'The local derivative is missing', 'zh-CN': '漏乘局部导数' },
  inContribution({ edge, upstream, local, op, called }) {
    if (local === undefined) return [];
    const isFunction = op.category === 'activations' || op.category === 'functions';
    const [source, target] = [called(edge.source), called(edge.target)];
    const [en, zh] = isFunction
      ? [`the derivative of ${op.symbol}`, `${op.symbol} 的导数`]
      : [`the local derivative`, '局部导数'];
    return [
      {
        numbers: upstream,
        edges: [edge.id],
        text: {
          en: `${show(upstream)} is the gradient that arrives at ${target}. On its way back to ${source} it is still to be multiplied by ${en}.`,
          'zh-CN': `${show(upstream)} 是到达 ${target} 的梯度。传回 ${source} 时还要乘以${zh}。`,
        },
      },
    ];
  },
};
