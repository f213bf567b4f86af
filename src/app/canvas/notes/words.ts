import type { Text } from '../../../ops/index.ts';

/** The texts of notes on the canvas. */
export const noteWords = {
  text: { en: 'Text of the note', 'zh-CN': '注释内容' },
  help: {
    en: 'Markdown, and TeX between $ signs. Ctrl+Enter keeps it, Esc leaves it as it was.',
    'zh-CN': '支持 Markdown，以及 $ 之间的 TeX 公式。Ctrl+Enter 保存，Esc 放弃修改。',
  },
  edit: { en: 'Double-click to edit', 'zh-CN': '双击可编辑' },
  width: { en: 'Width of the note', 'zh-CN': '注释宽度' },
} as const satisfies Record<string, Text>;
