import type { Text } from '../../../ops/index.ts';
import type { Command } from '../command.ts';
import { moving } from './moving.ts';

/** Leaves the same gap between marked things, beside each other or one below the other. */
export const distributions: readonly Command[] = [
  distribute('horizontally', { en: 'Distribute horizontally', 'zh-CN': '水平等距分布' }, 'x'),
  distribute('vertically', { en: 'Distribute vertically', 'zh-CN': '垂直等距分布' }, 'y'),
];

function distribute(way: string, name: Text, axis: 'x' | 'y'): Command {
  const size = axis === 'x' ? 'width' : 'height';
  return moving({ id: `distribute-${way}`, name }, 3, (items) => {
    const sorted = items.toSorted(
      ({ box: a }, { box: b }) => a[axis] + a[size] / 2 - (b[axis] + b[size] / 2),
    );
    const [first, last] = [sorted[0].box, sorted[sorted.length - 1].box];
    const span = last[axis] + last[size] - first[axis];
    const taken = sorted.reduce((sum, { box }) => sum + box[size], 0);
    const gap = (span - taken) / (sorted.length - 1);
    let place = first[axis];
    return sorted.map((item) => {
      const move = place - item.box[axis];
      place += item.box[size] + gap;
      return [item, { x: 0, y: 0, [axis]: move }];
    });
  });
}
