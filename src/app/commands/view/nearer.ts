import { zoomIn } from '../../canvas/viewport.ts';
import type { Command } from '../command.ts';

/** Comes one step nearer. */
export const nearer: Command = {
  id: 'zoom-in',
  name: { en: 'Zoom in', 'zh-CN': '放大' },
  shortcuts: ['Mod+='],
  run: zoomIn,
};
