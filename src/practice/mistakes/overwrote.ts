import type { Mistake } from '../site.ts';
import { show } from './write.ts';

/** Wrote = where += belongs: the last contribution took the place of those before it. */
export const overwrote: Mistake = {
  id: 'overwrote',
  name: { en: 'Overwritten instead of added', 'zh-CN': '覆盖了，而不是累加' },
  inGradient({ node, leaving, called }) {
    if (leaving.length < 2) return [];
    const { contribution } = leaving[leaving.length - 1];
    const source = called(node.id);
    const before = leaving.slice(0, -1).map((site) => show(site.contribution));
    return [
      {
        numbers: contribution,
        edges: leaving.map((site) => site.edge.id),
        text: {
          en: `${show(contribution)}, the last contribution to arrive at ${source}, has replaced what was there (${before.join(', ')}). Contributions are added: += rather than =.`,
          'zh-CN': `最后到达 ${source} 的贡献 ${show(contribution)} 覆盖了先前的 ${before.join('、')}。贡献应当累加：是 +=，不是 =。`,
        },
      },
    ];
  },
};
