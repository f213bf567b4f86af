import type { Text } from '../../ops/index.ts';

/** What the command palette says. */
export const words = {
  title: { en: 'Commands', 'zh-CN': '命令' },
  search: {
    en: 'Find a command, an operation or an example',
    'zh-CN': '查找命令、运算或示例',
  },
  recent: { en: 'Used last', 'zh-CN': '最近使用' },
  results: { en: 'Results', 'zh-CN': '结果' },
  add: { en: 'Add', 'zh-CN': '添加运算' },
  examples: { en: 'Examples', 'zh-CN': '示例' },
  none: { en: 'Nothing is called that.', 'zh-CN': '没有找到匹配的命令。' },
  notNow: { en: 'not now', 'zh-CN': '当前不可用' },
  addOp: ({ en, 'zh-CN': zh }: Text): Text => ({ en: `Add ${en}`, 'zh-CN': `添加 ${zh}` }),
  open: ({ en, 'zh-CN': zh }: Text): Text => ({ en: `Open “${en}”`, 'zh-CN': `打开“${zh}”` }),
} as const;
