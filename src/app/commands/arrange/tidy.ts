import { fitView } from '../../canvas/viewport.ts';
import { currentGraph, edit } from '../../store/document.ts';
import { notify } from '../../store/view.ts';
import type { Command } from '../command.ts';

/** Lays the graph out anew, as one undo entry. Dropped if the graph changed in the meantime. */
export const tidy: Command = {
  id: 'tidy',
  name: { en: 'Tidy up', 'zh-CN': '自动整理' },
  shortcuts: ['Shift+T'],
  on: ['canvas'],
  when: () => currentGraph().nodes.length > 1,
  run: () => void arrange(),
};

async function arrange(): Promise<void> {
  const before = currentGraph();
  try {
    const { arrangeAll } = await import('../../canvas/arrange.ts');
    const after = await arrangeAll(before);
    if (currentGraph() !== before) return;
    edit(after);
    requestAnimationFrame(() => fitView());
  } catch {
    notify(
      { en: 'The layout failed; nothing was moved.', 'zh-CN': '自动布局失败，未移动任何节点。' },
      'wrong',
    );
  }
}
