import type { EdgeSite, Mistake, Slip } from '../site.ts';
import { show } from './write.ts';

/** Left out what comes from above: gave local derivatives without the upstream gradient. */
export const forgotUpstream: Mistake = {
  id: 'forgot-upstream',
  name: { en: 'The upstream gradient is missing', 'zh-CN': '漏乘上游梯度' },
  inContribution: (site) => (site.local ? [slip([site], site.local)] : []),
  inGradient({ leaving, worked }) {
    if (leaving.length < 2 || leaving.some(({ local }) => local === undefined)) return [];
    const sum = worked.map((_, i) =>
      leaving.reduce((total, { local }) => total + (local?.[i] ?? 0), 0),
    );
    return [slip(leaving, sum)];
  },
};

function slip(edges: readonly EdgeSite[], numbers: Slip['numbers']): Slip {
  const [{ edge, upstream, called }] = edges;
  const target = called(edge.target);
  return {
    numbers,
    edges: edges.map((site) => site.edge.id),
    text: {
      en: `This is the local derivative alone. The chain rule multiplies it by the upstream gradient: ${show(upstream)} arrives at ${target}.`,
      'zh-CN': `这只是局部导数。链式法则还要乘以上游梯度：到达 ${target} 的梯度是 ${show(upstream)}。`,
    },
  };
}
