import type { LineStyle } from '../../drawing/index.ts';
import type { Digits } from '../../formula/index.ts';
import type { Text } from '../../ops/index.ts';
import type { Colours } from '../store/appearance.ts';

/** The texts of the appearance settings. */
export const words = {
  title: { en: 'Appearance', 'zh-CN': '外观' },
  lead: {
    en: 'How graphs look in this browser. Kept for your next visit, and never part of a graph file.',
    'zh-CN': '图在此浏览器中的显示方式。会为下次访问保留，不会写入图文件。',
  },
  digits: { en: 'Numbers', 'zh-CN': '数字' },
  digitsNote: {
    en: 'Exercises always show six significant digits: answers are marked by the digits shown.',
    'zh-CN': '练习始终显示六位有效数字：判分以显示的数字为准。',
  },
  colours: { en: 'Value and gradient', 'zh-CN': '值与梯度' },
  coloursNote: {
    en: 'Every pair can be told apart with the common colour-vision deficiencies.',
    'zh-CN': '每一组颜色，常见的色觉障碍者都能分辨。',
  },
  value: { en: 'value', 'zh-CN': '值' },
  gradient: { en: 'gradient', 'zh-CN': '梯度' },
  edges: { en: 'Edges', 'zh-CN': '边' },
  extras: { en: 'Show on the graph', 'zh-CN': '在图上显示' },
  shapes: { en: 'Shapes of values', 'zh-CN': '值的形状' },
  locals: { en: 'Local derivatives on edges', 'zh-CN': '边上的局部导数' },
  theme: { en: 'Theme', 'zh-CN': '主题' },
  language: { en: 'Language', 'zh-CN': '语言' },
} as const satisfies Record<string, Text>;

/** What the choices of digits are called. */
export const digitsNames: Readonly<Record<Digits, Text>> = {
  'significant-6': { en: '6 significant digits', 'zh-CN': '6 位有效数字' },
  'decimals-3': { en: '3 decimals', 'zh-CN': '3 位小数' },
  'decimals-4': { en: '4 decimals', 'zh-CN': '4 位小数' },
  'decimals-6': { en: '6 decimals', 'zh-CN': '6 位小数' },
  full: { en: 'All digits', 'zh-CN': '全部数字' },
};

/** What the pairs of colours are called. */
export const coloursNames: Readonly<Record<Colours, Text>> = {
  'teal-orange': { en: 'Teal and orange', 'zh-CN': '青与橙' },
  'green-magenta': { en: 'Green and magenta', 'zh-CN': '绿与品红' },
  'blue-gold': { en: 'Blue and gold', 'zh-CN': '蓝与金' },
};

/** What the lines of edges are called. */
export const edgeNames: Readonly<Record<LineStyle, Text>> = {
  curved: { en: 'Curved', 'zh-CN': '曲线' },
  straight: { en: 'Straight', 'zh-CN': '直线' },
  stepped: { en: 'Stepped', 'zh-CN': '折线' },
};

/** What the themes are called. */
export const themeNames = {
  system: { en: 'As the system', 'zh-CN': '跟随系统' },
  light: { en: 'Light', 'zh-CN': '浅色' },
  dark: { en: 'Dark', 'zh-CN': '深色' },
} as const satisfies Record<string, Text>;

/** What the languages call themselves. */
export const languageNames = {
  en: { en: 'English', 'zh-CN': 'English' },
  'zh-CN': { en: '简体中文', 'zh-CN': '简体中文' },
} as const satisfies Record<string, Text>;
