import { openDialog } from '../../store/view.ts';
import type { Command } from '../command.ts';

/** Shows the gallery of worked examples. */
export const openGallery: Command = {
  id: 'gallery',
  name: { en: 'Examples…', 'zh-CN': '示例…' },
  shortcuts: ['Mod+E'],
  opensField: true,
  run: () => openDialog({ kind: 'gallery' }),
};
