import type { Text } from '../../ops/index.ts';
import type { Reason } from './match.ts';

/** The texts of finding. */
export const words = {
  find: { en: 'Find in the graph', 'zh-CN': '在图中查找' },
  field: { en: 'Name, operation, 162, > 100, ∇ = 0', 'zh-CN': '名称、运算、162、> 100、∇ = 0' },
  hits: { en: 'Nodes found', 'zh-CN': '找到的节点' },
  none: { en: 'No node matches.', 'zh-CN': '没有匹配的节点。' },
  next: { en: 'Next hit', 'zh-CN': '下一个' },
  previous: { en: 'Previous hit', 'zh-CN': '上一个' },
  close: { en: 'Close', 'zh-CN': '关闭' },
  all: { en: 'All problems', 'zh-CN': '全部问题' },
} as const satisfies Record<string, Text>;

/** What about a node was found, in a word. */
export const reasons: Readonly<Record<Reason, Text>> = {
  name: { en: 'name', 'zh-CN': '名称' },
  label: { en: 'label', 'zh-CN': '标签' },
  op: { en: 'operation', 'zh-CN': '运算' },
  group: { en: 'group', 'zh-CN': '组' },
  output: { en: 'output', 'zh-CN': '输出' },
  value: { en: 'value', 'zh-CN': '值' },
  gradient: { en: 'gradient', 'zh-CN': '梯度' },
  problem: { en: 'problem', 'zh-CN': '问题' },
};

/** How many were found, and which of them was gone to. */
export function countText(at: number, count: number): Text {
  if (count === 0) return words.none;
  if (at >= 0) return { en: `${at + 1} of ${count}`, 'zh-CN': `第 ${at + 1} / ${count} 个` };
  return { en: count === 1 ? '1 node' : `${count} nodes`, 'zh-CN': `${count} 个节点` };
}

/** How many are not listed. */
export function moreText(more: number): Text {
  return { en: `and ${more} more`, 'zh-CN': `另有 ${more} 个` };
}
