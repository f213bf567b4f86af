import { currentSelection } from '../../store/selection.ts';
import { openDialog } from '../../store/view.ts';
import { words } from '../../templates/words.ts';
import type { Command } from '../command.ts';

/** Asks for a name and keeps what is marked as a template, in this browser. */
export const saveTemplate: Command = {
  id: 'save-template',
  name: words.save,
  on: ['node', 'group'],
  onSelection: true,
  when: () => currentSelection().nodes.size > 0,
  run: () => openDialog({ kind: 'save-template' }),
};
