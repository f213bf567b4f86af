import { openDialog } from '../../store/view.ts';
import type { Command } from '../command.ts';

/** Shows the sheet of shortcuts. */
export const showShortcuts: Command = {
  id: 'shortcuts',
  name: { en: 'Keyboard shortcuts', 'zh-CN': '键盘快捷键' },
  shortcuts: ['?'],
  opensField: true,
  run: () => openDialog({ kind: 'shortcuts' }),
};
