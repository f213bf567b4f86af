import { undo, useDocument } from '../../store/document.ts';
import type { Command } from '../command.ts';

/** Takes back the last edit. */
export const undoEdit: Command = {
  id: 'undo',
  name: { en: 'Undo', 'zh-CN': '撤销' },
  shortcuts: ['Mod+Z'],
  when: () => useDocument.getState().past.length > 0,
  run: undo,
};
