import { zoomOut } from '../../canvas/viewport.ts';
import type { Command } from '../command.ts';

/** Goes one step back. */
export const farther: Command = {
  id: 'zoom-out',
  name: { en: 'Zoom out', 'zh-CN': '缩小' },
  shortcuts: ['Mod+-'],
  run: zoomOut,
};
