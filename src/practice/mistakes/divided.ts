import type { Mistake } from '../site.ts';
import { name, show } from './write.ts';

/** Divided by the local derivative, as target back-propagation does with an error. */
export const divided: Mistake = {
  id: 'divided',
  name: { en: 'Divided instead of multiplied', 'zh-CN': '做了除法而不是乘法' },
  inContribution({ edge, upstream, local }) {
    if (local === undefined) return [];
    const target = name(edge.target);
    const [up, by] = [show(upstream), show(local)];
    return [
      {
        numbers: upstream.map((number, i) => number / local[i]),
        edges: [edge.id],
        text: {
          en: `${up} ÷ ${by} spreads a wanted change of ${target} back, as target back-propagation does. A gradient is multiplied by the local derivative: ${up} × ${by}.`,
          'zh-CN': `${up} ÷ ${by} 是在按目标反推 ${target} 需要的变化量（目标反向传播）。梯度要乘以局部导数：${up} × ${by}。`,
        },
      },
    ];
  },
};
