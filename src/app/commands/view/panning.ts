import type { Text } from '../../../ops/index.ts';
import { centreOn, visiblePart } from '../../canvas/viewport.ts';
import { useCover } from '../../store/cover.ts';
import { currentGraph } from '../../store/document.ts';
import type { Command } from '../command.ts';

/** What scrolls or counts by these keys itself. */
const scrollable = 'aside, select, [role=dialog], [role=listbox], [role=menu], [role=slider]';

/** Moves the view over the canvas by half of what is seen, as a drag of the canvas does. */
export const panning: readonly Command[] = [
  pan('up', 'PageUp', 0, -1, { en: 'Move the view up', 'zh-CN': '视图上移' }),
  pan('down', 'PageDown', 0, 1, { en: 'Move the view down', 'zh-CN': '视图下移' }),
  pan('left', 'Shift+PageUp', -1, 0, { en: 'Move the view left', 'zh-CN': '视图左移' }),
  pan('right', 'Shift+PageDown', 1, 0, { en: 'Move the view right', 'zh-CN': '视图右移' }),
];

function pan(way: string, shortcut: string, x: number, y: number, name: Text): Command {
  return {
    id: `pan-${way}`,
    name,
    shortcuts: [shortcut],
    yieldsTo: scrollable,
    when: () => currentGraph().nodes.length > 0 && useCover.getState().Cover === null,
    run: () => {
      const view = visiblePart();
      if (view === null) return;
      const { from, to } = view;
      const [width, height] = [to.x - from.x, to.y - from.y];
      centreOn({
        x: (from.x + to.x + x * width) / 2,
        y: (from.y + to.y + y * height) / 2,
      });
    },
  };
}
