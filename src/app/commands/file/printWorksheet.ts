import { currentGraph } from '../../store/document.ts';
import { openDialog } from '../../store/view.ts';
import type { Command } from '../command.ts';

/** Shows an exercise as it will be printed: the graph with blanks, and its key. */
export const printWorksheet: Command = {
  id: 'print',
  name: { en: 'Print worksheet…', 'zh-CN': '打印练习纸…' },
  shortcuts: ['Mod+P'],
  when: () => currentGraph().nodes.length > 0,
  run: () => openDialog({ kind: 'worksheet' }),
};
