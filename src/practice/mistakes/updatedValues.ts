import type { Text } from '../../ops/index.ts';
import type { Mistake } from '../site.ts';

/** Worked with parameters that had already been updated; a pass uses the values it began with. */
export const updatedValues: Mistake = {
  id: 'updated-values',
  name: { en: 'Updated values used too soon', 'zh-CN': '过早用了更新后的值' },
  isFarFetched: true,
  anywhere: ({ updated }) => updated().map((numbers) => ({ numbers, edges: [], text })),
};

const text: Text = {
  en: 'This comes out when parameters are updated first. All gradients of a step are taken at the old values; only then do all parameters move together.',
  'zh-CN': '先更新了参数才会得到这个数。同一步中的所有梯度都要用旧值计算，然后所有参数再一起更新。',
};
