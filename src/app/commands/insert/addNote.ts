import { pointedAt } from '../../canvas/pointer.ts';
import type { Command } from '../command.ts';

/** Adds a note where the pointer is, or in the middle of the view, and opens it for writing. */
export const addNote: Command = {
  id: 'add-note',
  name: { en: 'Add note', 'zh-CN': '添加注释' },
  shortcuts: ['T'],
  on: ['canvas'],
  run: () => {
    const point = pointedAt();
    void import('../../canvas/notes/editing.ts').then(({ addNoteAt }) => addNoteAt(point));
  },
};
