import { isOutlineOpen, toggleOutline } from '../../outline/toggle.ts';
import { useView } from '../../store/view.ts';
import type { Command } from '../command.ts';

/** Shows the graph as a table in place of the canvas, or the canvas again. */
export const outline: Command = {
  id: 'outline',
  name: { en: 'Outline', 'zh-CN': '大纲' },
  shortcuts: ['Mod+Shift+O'],
  // Exercises have a table of their own, which keeps to itself what is asked.
  when: () => useView.getState().mode !== 'practise',
  isOn: isOutlineOpen,
  run: () => void toggleOutline(),
};
