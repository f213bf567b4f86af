import { save } from '../../files/save.ts';
import type { Command } from '../command.ts';

/** Saves to the file the document came from. */
export const saveFile: Command = {
  id: 'save',
  name: { en: 'Save', 'zh-CN': '保存' },
  shortcuts: ['Mod+S'],
  whileTyping: true,
  run: () => void save(),
};
