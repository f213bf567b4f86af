import { zoomToNatural } from '../../canvas/viewport.ts';
import type { Command } from '../command.ts';

/** Shows things at their natural size. */
export const naturalSize: Command = {
  id: 'zoom-natural',
  name: { en: 'Zoom to 100 %', 'zh-CN': '缩放到 100%' },
  shortcuts: ['Mod+0'],
  run: zoomToNatural,
};
