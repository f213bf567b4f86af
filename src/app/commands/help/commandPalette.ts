import { openDialog } from '../../store/view.ts';
import type { Command } from '../command.ts';

/** Finds commands, operations and examples by what they are called in either language. */
export const commandPalette: Command = {
  id: 'commands',
  name: { en: 'Find a command…', 'zh-CN': '查找命令…' },
  shortcuts: ['Mod+K'],
  whileTyping: true,
  onSelection: true,
  opensField: true,
  run: () => openDialog({ kind: 'commands' }),
};
