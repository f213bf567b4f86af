import type { Text } from '../../../ops/index.ts';

/** Texts of the minimap, which loads after the first screen. */
export const words = {
  minimap: {
    en: 'Minimap: the whole graph in small, and the part of it that is in view. Drag to move the view.',
    'zh-CN': '小地图：整张图的缩略图与当前可见部分。拖动可移动视图。',
  },
} as const satisfies Record<string, Text>;
