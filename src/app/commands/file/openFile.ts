import { pickFile } from '../../files/open.ts';
import type { Command } from '../command.ts';

/** Opens a graph file. */
export const openFile: Command = {
  id: 'open',
  name: { en: 'Open…', 'zh-CN': '打开…' },
  shortcuts: ['Mod+O'],
  whileTyping: true,
  run: () => void pickFile(),
};
