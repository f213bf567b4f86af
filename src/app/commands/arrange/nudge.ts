import type { Text } from '../../../ops/index.ts';
import { gridStep } from '../../canvas/grid.ts';
import { currentGraph, edit } from '../../store/document.ts';
import { currentSelection } from '../../store/selection.ts';
import type { Command } from '../command.ts';
import { markedItems, moveItems } from './items.ts';

const directions = [
  ['left', 'ArrowLeft', -1, 0, { en: 'left', 'zh-CN': '左' }],
  ['right', 'ArrowRight', 1, 0, { en: 'right', 'zh-CN': '右' }],
  ['up', 'ArrowUp', 0, -1, { en: 'up', 'zh-CN': '上' }],
  ['down', 'ArrowDown', 0, 1, { en: 'down', 'zh-CN': '下' }],
] as const;

/** Moves what is marked by one step of the grid. */
export const nudges: readonly Command[] = directions.map(([id, key, x, y, way]) =>
  nudge(id, `Alt+${key}`, x, y, { en: `Move ${way.en}`, 'zh-CN': `向${way['zh-CN']}移动` }),
);

/** Moves what is marked by five steps of the grid. */
export const farNudges: readonly Command[] = directions.map(([id, key, x, y, way]) =>
  nudge(`far-${id}`, `Alt+Shift+${key}`, 5 * x, 5 * y, {
    en: `Move far ${way.en}`,
    'zh-CN': `向${way['zh-CN']}大幅移动`,
  }),
);

function nudge(id: string, shortcut: string, x: number, y: number, name: Text): Command {
  return {
    id: `move-${id}`,
    name,
    shortcuts: [shortcut],
    onSelection: true,
    when: () => currentSelection().nodes.size + currentSelection().notes.size > 0,
    run: () => {
      const items = markedItems();
      const move = { x: x * gridStep, y: y * gridStep };
      const after = moveItems(currentGraph(), new Map(items.map((item) => [item, move])));
      // Presses one after the other on the same things are one entry.
      const { nodes, notes } = currentSelection();
      edit(after, `nudge ${[...nodes, ...notes].join(' ')}`);
    },
  };
}
