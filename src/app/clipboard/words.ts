import type { Text } from '../../ops/index.ts';

/** What is said about copying and pasting. */
export const words = {
  copied: (count: number): Text => ({
    en: `${things(count)} copied.`,
    'zh-CN': `已复制 ${count} 个对象。`,
  }),
  cut: (count: number): Text => ({
    en: `${things(count)} cut.`,
    'zh-CN': `已剪切 ${count} 个对象。`,
  }),
  noWriting: (keys: string): Text => ({
    en: `The browser does not let the page write to the clipboard. Press ${keys} instead.`,
    'zh-CN': `浏览器不允许网页写入剪贴板，请改按 ${keys}。`,
  }),
  noReading: (keys: string): Text => ({
    en: `The browser does not let the page read the clipboard. Press ${keys} instead.`,
    'zh-CN': `浏览器不允许网页读取剪贴板，请改按 ${keys}。`,
  }),
  refused: ({ en, 'zh-CN': zh }: Text): Text => ({
    en: `Not pasted: ${en}`,
    'zh-CN': `未粘贴：${zh}`,
  }),
  more: ({ en, 'zh-CN': zh }: Text, count: number): Text => ({
    en: `${en} (and ${count} more)`,
    'zh-CN': `${zh}（另有 ${count} 处问题）`,
  }),
  atPlace: ({ en, 'zh-CN': zh }: Text, line: number, column: number): Text => ({
    en: `line ${line}, column ${column} of the formula: ${en}`,
    'zh-CN': `公式第 ${line} 行第 ${column} 列：${zh}`,
  }),
  empty: {
    en: 'There is no text in the clipboard. Copy nodes, a formula or the text of a graph file first.',
    'zh-CN': '剪贴板中没有文本。请先复制节点、公式或图文件的内容。',
  },
  nothingInIt: {
    en: 'the graph in the clipboard is empty.',
    'zh-CN': '剪贴板中的图是空的。',
  },
  isResult: {
    en: 'this is the result of an exercise. Open it as a file instead.',
    'zh-CN': '这是一份练习结果，请作为文件打开。',
  },
  isTable: {
    en: 'this is a table. Paste it under Data, on the tab “Train”.',
    'zh-CN': '这是一张表格，请在“训练”标签页的“数据”处粘贴。',
  },
  unplaced: {
    en: 'its nodes could not be laid out. Try again.',
    'zh-CN': '自动布局失败，请重试。',
  },
} as const;

function things(count: number): string {
  return count === 1 ? '1 thing' : `${count} things`;
}
