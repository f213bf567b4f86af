import type { Mistake } from '../site.ts';
import { show } from './write.ts';

/** Gave the local derivative of one edge for the gradient of a node that several edges leave. */
export const localOnly: Mistake = {
  id: 'local-only',
  name: { en: 'Only a local derivative', 'zh-CN': '只给出了局部导数' },
  inGradient({ node, leaving, called }) {
    if (leaving.length < 2) return [];
    return leaving.flatMap(({ edge, local }) => {
      if (local === undefined) return [];
      const [source, target] = [called(node.id), called(edge.target)];
      const en = `${show(local)} is only the local derivative from ${source} to ${target}. Multiply it by the upstream gradient, and add what the other edges of ${source} bring back.`;
      const zh = `${show(local)} 只是从 ${source} 到 ${target} 的局部导数。先乘以上游梯度，再加上 ${source} 其他边传回的贡献。`;
      return [{ numbers: local, edges: [edge.id], text: { en, 'zh-CN': zh } }];
    });
  },
};
