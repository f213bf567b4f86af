import type { GradientSite, Mistake, Slip } from '../site.ts';
import { show } from './write.ts';

/** Left out edges: gave the contribution of one path, or of some, instead of the sum of all. */
export const onePath: Mistake = {
  id: 'one-path',
  name: { en: 'One path is missing', 'zh-CN': '漏了一条路径' },
  inGradient(site) {
    const { leaving } = site;
    if (leaving.length < 2) return [];
    const alone = leaving.map((_, i) => partOf(site, (other) => other === i));
    const butOne =
      leaving.length > 2 ? leaving.map((_, i) => partOf(site, (other) => other !== i)) : [];
    return [...alone, ...butOne];
  },
};

/** The sum over some of the edges, and what is said about the others. */
function partOf(
  { node, leaving, worked, called }: GradientSite,
  isIn: (edge: number) => boolean,
): Slip {
  const taken = leaving.filter((_, i) => isIn(i));
  const missing = leaving.filter((_, i) => !isIn(i));
  const numbers = worked.map((_, i) =>
    taken.reduce((sum, { contribution }) => sum + contribution[i], 0),
  );
  const through = (sites: typeof leaving, and: string) =>
    [...new Set(sites.map(({ edge }) => called(edge.target)))].join(and);
  const source = called(node.id);
  return {
    numbers,
    edges: missing.map(({ edge }) => edge.id),
    text: {
      en: `${show(numbers)} is what comes back through ${through(taken, ' and ')} alone. ${source} also feeds ${through(missing, ' and ')}: its gradient is the sum over all edges that leave it.`,
      'zh-CN': `${show(numbers)} 只是经 ${through(taken, '、')} 传回的部分。${source} 还流向 ${through(missing, '、')}：它的梯度是所有离开它的边的贡献之和。`,
    },
  };
}
