import { type Box, unionOf } from '../../../drawing/index.ts';
import type { Text } from '../../../ops/index.ts';
import type { Command } from '../command.ts';
import { moving } from './moving.ts';

/** One command for each line that marked things can be brought onto. */
export const alignments: readonly Command[] = [
  align('left', { en: 'Align left', 'zh-CN': '左对齐' }, 'x', 0),
  align('centre', { en: 'Align centres', 'zh-CN': '水平居中对齐' }, 'x', 0.5),
  align('right', { en: 'Align right', 'zh-CN': '右对齐' }, 'x', 1),
  align('top', { en: 'Align tops', 'zh-CN': '顶部对齐' }, 'y', 0),
  align('middle', { en: 'Align middles', 'zh-CN': '垂直居中对齐' }, 'y', 0.5),
  align('bottom', { en: 'Align bottoms', 'zh-CN': '底部对齐' }, 'y', 1),
];

/** Brings the places at `share` of every width or height onto that of all of them together. */
function align(side: string, name: Text, axis: 'x' | 'y', share: number): Command {
  const place = (box: Box) => box[axis] + share * (axis === 'x' ? box.width : box.height);
  return moving({ id: `align-${side}`, name }, 2, (items) => {
    const around = unionOf(items.map(({ box }) => box));
    if (around === undefined) return [];
    const line = place(around);
    return items.map((item) => [item, { x: 0, y: 0, [axis]: line - place(item.box) }]);
  });
}
