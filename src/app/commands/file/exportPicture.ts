import { currentGraph } from '../../store/document.ts';
import { openDialog, useView } from '../../store/view.ts';
import type { Command } from '../command.ts';

/** Shows the graph as a picture to be saved. Not in practice: it would show what is asked. */
export const exportPicture: Command = {
  id: 'export-picture',
  name: { en: 'Export picture…', 'zh-CN': '导出图片…' },
  shortcuts: ['Mod+Shift+E'],
  heedsSelection: true,
  when: canBeDrawn,
  run: () => openDialog({ kind: 'picture' }),
};

/** Whether there is a graph, and its numbers are no secret. */
export function canBeDrawn(): boolean {
  return currentGraph().nodes.length > 0 && useView.getState().mode !== 'practise';
}
