import { saveAs } from '../../files/save.ts';
import type { Command } from '../command.ts';

/** Saves under another name. */
export const saveFileAs: Command = {
  id: 'save-as',
  name: { en: 'Save as…', 'zh-CN': '另存为…' },
  shortcuts: ['Mod+Shift+S'],
  whileTyping: true,
  run: () => void saveAs(),
};
