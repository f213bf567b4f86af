import { fitView } from '../../canvas/viewport.ts';
import type { Command } from '../command.ts';

/** Moves the view so that the whole graph is in it. */
export const showAll: Command = {
  id: 'fit',
  name: { en: 'Show whole graph', 'zh-CN': '显示整图' },
  shortcuts: ['F'],
  on: ['canvas'],
  run: () => fitView(),
};
