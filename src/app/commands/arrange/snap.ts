import { setSnap, useView } from '../../store/view.ts';
import type { Command } from '../command.ts';

/** Whether what is dragged snaps to the grid. */
export const snap: Command = {
  id: 'snap',
  name: { en: 'Snap to grid', 'zh-CN': '吸附网格' },
  on: ['canvas'],
  isOn: () => useView.getState().snap,
  run: () => setSnap(!useView.getState().snap),
};
