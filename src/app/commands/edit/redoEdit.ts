import { redo, useDocument } from '../../store/document.ts';
import type { Command } from '../command.ts';

/** Makes the edit undone last again. */
export const redoEdit: Command = {
  id: 'redo',
  name: { en: 'Redo', 'zh-CN': '重做' },
  shortcuts: ['Mod+Shift+Z', 'Mod+Y'],
  when: () => useDocument.getState().future.length > 0,
  run: redo,
};
