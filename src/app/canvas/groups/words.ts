import type { Text } from '../../../ops/index.ts';

/** The texts of groups on the canvas. */
export const groupWords = {
  collapse: { en: 'Collapse group', 'zh-CN': '折叠分组' },
  open: { en: 'Open group', 'zh-CN': '展开分组' },
  title: { en: 'Group title', 'zh-CN': '分组标题' },
  rename: { en: 'Double-click to rename', 'zh-CN': '双击可重命名' },
  into: { en: 'Let go to put it into this group', 'zh-CN': '松开即可放入该分组' },
  openPort: { en: 'not connected yet', 'zh-CN': '尚未连接' },
  nodes: { en: 'Nodes inside', 'zh-CN': '内含节点' },
  trail: { en: 'Where the selection is', 'zh-CN': '所选内容的位置' },
  goesIn: { en: 'What goes in', 'zh-CN': '进入分组的值' },
  comesOut: { en: 'What comes out', 'zh-CN': '从分组输出的值' },
  asTemplate: { en: 'Save as template…', 'zh-CN': '存为模板…' },
  remove: { en: 'Delete this group', 'zh-CN': '删除该分组' },
  graph: { en: 'Graph', 'zh-CN': '图' },
} as const satisfies Record<string, Text>;
