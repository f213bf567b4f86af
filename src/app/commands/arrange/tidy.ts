import type { Graph } from '../../../graph/index.ts';
import { glideFrom } from '../../canvas/glide.ts';
import { fitView } from '../../canvas/viewport.ts';
import { currentGraph, edit } from '../../store/document.ts';
import { notify, notifyUntil } from '../../store/view.ts';
import type { Command } from '../command.ts';

/** Lays the graph out anew, as one undo entry. Dropped if the graph changed in the meantime. */
export const tidy: Command = {
  id: 'tidy',
  name: { en: 'Tidy up', 'zh-CN': '自动整理' },
  shortcuts: ['Shift+T'],
  on: ['canvas'],
  when: () => currentGraph().nodes.length > 1,
  run: async () => {
    if (await arrange((graph, { arrangeAll }) => arrangeAll(graph))) {
      requestAnimationFrame(() => fitView());
    }
  },
};

/** How many nodes it takes until a layout can be seen to take its time. */
const fewNodes = 300;

type Arranging = typeof import('../../canvas/arrange.ts');

/** Puts up another arrangement of the present graph and says whether there is one. */
export async function arrange(
  how: (graph: Graph, arranging: Arranging) => Promise<Graph>,
): Promise<boolean> {
  const before = currentGraph();
  const done =
    before.nodes.length > fewNodes
      ? notifyUntil({ en: 'Laying out the graph…', 'zh-CN': '正在为图排版…' })
      : undefined;
  try {
    const after = await how(before, await import('../../canvas/arrange.ts'));
    if (currentGraph() !== before) return false;
    edit(after);
    done?.();
    await glideFrom(before);
    return true;
  } catch {
    notify(
      { en: 'The layout failed; nothing was moved.', 'zh-CN': '自动布局失败，未移动任何节点。' },
      'wrong',
    );
    return false;
  } finally {
    done?.();
  }
}
