import type { Text } from '../../ops/index.ts';

/** What the export of pictures says. */
export const words = {
  title: { en: 'Export a picture', 'zh-CN': '导出图片' },
  lead: {
    en: 'The graph as a drawing, with its fonts, ready for slides and papers.',
    'zh-CN': '将计算图导出为图片，字体已嵌入，可直接用于幻灯片和文章。',
  },
  format: { en: 'Format', 'zh-CN': '格式' },
  theme: { en: 'Colours', 'zh-CN': '配色' },
  light: { en: 'light', 'zh-CN': '浅色' },
  dark: { en: 'dark', 'zh-CN': '深色' },
  scale: { en: 'Size', 'zh-CN': '尺寸' },
  numbers: { en: 'Values and gradients', 'zh-CN': '显示值与梯度' },
  background: { en: 'Filled background', 'zh-CN': '填充背景' },
  selection: { en: 'Selection only', 'zh-CN': '仅所选部分' },
  preview: { en: 'Preview', 'zh-CN': '预览' },
  copy: { en: 'Copy', 'zh-CN': '复制' },
  download: { en: 'Download', 'zh-CN': '下载' },
  copied: { en: 'The picture is on the clipboard.', 'zh-CN': '图片已复制到剪贴板。' },
  refused: {
    en: 'The browser does not let this page put pictures on the clipboard. Use “Export picture…” instead.',
    'zh-CN': '浏览器不允许本页面把图片写入剪贴板，请改用“导出图片…”。',
  },
  tooLarge: {
    en: 'The picture is too large for the browser at this size. Choose a smaller one, or SVG.',
    'zh-CN': '图片在此尺寸下超出浏览器的限制，请选择更小的尺寸，或导出为 SVG。',
  },
} as const satisfies Readonly<Record<string, Text>>;
