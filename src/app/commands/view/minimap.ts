import { setMinimap, useView } from '../../store/view.ts';
import type { Command } from '../command.ts';

/** Whether a small map of the graph shows which part of it is in view. */
export const minimap: Command = {
  id: 'minimap',
  name: { en: 'Minimap of graphs larger than the view', 'zh-CN': '图超出视野时显示小地图' },
  shortcuts: ['M'],
  isOn: () => useView.getState().minimap,
  run: () => setMinimap(!useView.getState().minimap),
};
