import type { Mistake, Slip } from '../site.ts';
import { show } from './write.ts';

/** Gave what the node is worth instead of how the output changes with it. */
export const valueForGradient: Mistake = {
  id: 'value-for-gradient',
  name: { en: 'The value instead of the gradient', 'zh-CN': '把值当成了梯度' },
  inContribution: ({ edge, at, called }) => [
    slip(at(`value:${edge.source}`), called(edge.source), [edge.id]),
  ],
  inGradient: ({ node, at, called, leaving }) => [
    slip(
      at(`value:${node.id}`),
      called(node.id),
      leaving.map(({ edge }) => edge.id),
    ),
  ],
};

function slip(numbers: Slip['numbers'], source: string, edges: readonly string[]): Slip {
  return {
    numbers,
    edges,
    text: {
      en: `${show(numbers)} is the value of ${source}, carried forward. Asked is how much the output changes with ${source}.`,
      'zh-CN': `${show(numbers)} 是 ${source} 的值，是向前传的。这里问的是输出随 ${source} 变化的快慢。`,
    },
  };
}
