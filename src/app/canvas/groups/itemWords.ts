import type { Text } from '../../../ops/index.ts';

/** What groups and notes are called on the canvas. */
export const itemWords = {
  group: { en: 'group', 'zh-CN': '分组' },
  collapsedGroup: { en: 'collapsed group', 'zh-CN': '已折叠的分组' },
  note: { en: 'note', 'zh-CN': '注释' },
  newNote: { en: 'Note', 'zh-CN': '注释' },
  untitled: { en: 'Group', 'zh-CN': '分组' },
} as const satisfies Record<string, Text>;
