import type { Text } from '../../ops/index.ts';

/** What a screen reader is told about what has the focus on the canvas, and about what changes there. */
export const focusWords = {
  value: (number: string): Text => ({ en: `value ${number}`, 'zh-CN': `值 ${number}` }),
  gradient: (number: string): Text => ({ en: `gradient ${number}`, 'zh-CN': `梯度 ${number}` }),
  edge: (source: string, target: string, port: number): Text => ({
    en: `Edge from ${source} to ${target}, operand ${port}`,
    'zh-CN': `从 ${source} 到 ${target} 的边，第 ${port} 个操作数`,
  }),
  nodes: (count: number): Text => ({ en: `${count} nodes`, 'zh-CN': `${count} 个节点` }),
  selected: (what: Text): Text => ({
    en: `Selected: ${what.en}`,
    'zh-CN': `已选中：${what['zh-CN']}`,
  }),
  unselected: { en: 'Nothing selected', 'zh-CN': '未选中任何节点' },
  added: (what: Text): Text => ({ en: `Added: ${what.en}`, 'zh-CN': `已添加：${what['zh-CN']}` }),
  removed: (what: Text): Text => ({
    en: `Removed: ${what.en}`,
    'zh-CN': `已删除：${what['zh-CN']}`,
  }),
  comma: { en: ', ', 'zh-CN': '，' },
};
