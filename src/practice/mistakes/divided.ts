import type { Mistake } from '../site.ts';
import { show } from './write.ts';

/** Divided by the local derivative, as target back-propagation does with an error. */
export const divided: Mistake = {
  id: 'divided',
  name: { en: 'Divided instead of multiplied', 'zh-CN': '做了除法而不是乘法' },
  inContribution({ edge, upstream, local, called }) {
    if (local === undefined) return [];
    const target = called(edge.target);
    const [up, by] = [show(upstream), show(local)];
    return [
      {
        numbers: upstream.map((number, i) => number / local[i]),
        edges: [edge.id],
        text: {
          en: `This is ${up} ÷ ${by}. The gradient that arrives at ${target} is multiplied by the local derivative, never divided by it. Dividing is what target back-propagation does with an error; that is no gradient.`,
          'zh-CN': `这是 ${up} ÷ ${by}。到达 ${target} 的梯度要乘以局部导数，而不是除以它。用除法的是目标反向传播，它分摊的是误差，不是梯度。`,
        },
      },
    ];
  },
};
