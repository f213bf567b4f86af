import type { Text } from '../../ops/index.ts';

/** What the dialog of examples says. */
export const galleryWords = {
  title: { en: 'Examples', 'zh-CN': '示例' },
  lead: {
    en: 'Worked examples of back-propagation, from one product to small networks.',
    'zh-CN': '反向传播的典型例子，从一次乘法到小型网络。',
  },
  search: { en: 'Search examples', 'zh-CN': '搜索示例' },
  none: { en: 'No example matches.', 'zh-CN': '没有匹配的示例。' },
  loading: { en: 'Loading the examples…', 'zh-CN': '正在载入示例…' },
};

/** What is asked before unsaved work is left. */
export const unsavedWords = {
  title: { en: 'Save your changes first?', 'zh-CN': '要先保存更改吗？' },
  text: (title: string): Text => ({
    en: `The graph “${title}” has changes that are in no file yet.`,
    'zh-CN': `图“${title}”有尚未写入文件的更改。`,
  }),
  save: { en: 'Save', 'zh-CN': '保存' },
  discard: { en: 'Do not save', 'zh-CN': '不保存' },
  cancel: { en: 'Cancel', 'zh-CN': '取消' },
};

/** What is said of a file that cannot be opened. */
export const readErrorsWords = {
  title: (name: string): Text => ({
    en: `“${name}” could not be opened`,
    'zh-CN': `无法打开“${name}”`,
  }),
  lead: {
    en: 'Your graph is unchanged. This is what to mend in the file:',
    'zh-CN': '您的图没有变化。文件中需要修改的地方：',
  },
  more: (count: number): Text => ({ en: `and ${count} more`, 'zh-CN': `另有 ${count} 处` }),
  ok: { en: 'OK', 'zh-CN': '确定' },
};
