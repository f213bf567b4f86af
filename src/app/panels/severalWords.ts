import type { Text } from '../../ops/index.ts';

interface Counts {
  readonly nodes: number;
  readonly groups: number;
  readonly notes: number;
}

/** What is selected, in numbers: edges are counted only where nothing else is selected. */
export function selectedText({ nodes, groups, notes }: Counts, edges: number): Text {
  const isEdges = nodes + groups + notes === 0;
  const parts = [
    { count: nodes, en: ['node', 'nodes'], zh: '个节点' },
    { count: groups, en: ['group', 'groups'], zh: '个分组' },
    { count: notes, en: ['note', 'notes'], zh: '条注释' },
    { count: isEdges ? edges : 0, en: ['edge', 'edges'], zh: '条边' },
  ].filter(({ count }) => count > 0);
  const english = parts.map(({ count, en: [one, many] }) => `${count} ${count === 1 ? one : many}`);
  return {
    en: `${english.join(', ')} selected`,
    'zh-CN': `已选中 ${parts.map(({ count, zh }) => `${count} ${zh}`).join('、')}`,
  };
}
