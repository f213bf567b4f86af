import { newDocument } from '../../files/open.ts';
import type { Command } from '../command.ts';

/** Starts an empty document; browsers keep Ctrl+N for themselves. */
export const newGraph: Command = {
  id: 'new',
  name: { en: 'New graph', 'zh-CN': '新建' },
  shortcuts: ['Mod+Alt+N'],
  run: newDocument,
};
