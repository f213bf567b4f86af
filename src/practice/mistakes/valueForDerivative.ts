import type { Mistake } from '../site.ts';
import { show } from './write.ts';

/** Used σ where σ′ belongs: the function's value for its derivative. */
export const valueForDerivative: Mistake = {
  id: 'value-for-derivative',
  name: { en: 'The value instead of the derivative', 'zh-CN': '把函数值当成了导数' },
  inLocal({ edge, op, operands, at, called }) {
    if (operands.length !== 1 || op.category === 'tensors') return [];
    const value = at(`value:${edge.target}`);
    const target = called(edge.target);
    return [
      {
        numbers: value,
        edges: [edge.id],
        text: {
          en: `${show(value)} is the value of ${target}. What belongs here is the derivative of ${op.symbol} at this place.`,
          'zh-CN': `${show(value)} 是 ${target} 的值。这里要用的是 ${op.symbol} 在该处的导数。`,
        },
      },
    ];
  },
};
