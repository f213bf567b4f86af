import { useFocus } from '../../canvas/focus.ts';
import { isMarked, mark } from '../../canvas/marking.ts';
import type { Command } from '../command.ts';
import { onItem } from './places.ts';

/** Selects what has the focus and nothing else, or unselects it. */
export const selectThis: Command = {
  id: 'select-this',
  name: { en: 'Select or unselect', 'zh-CN': '选中或取消选中' },
  shortcuts: ['Space'],
  at: onItem,
  when: () => useFocus.getState().at !== undefined,
  run: () => {
    const { at } = useFocus.getState();
    if (at !== undefined) mark(at, !isMarked(at), false);
  },
};

/** Adds what has the focus to the selection, or takes it out. */
export const selectThisToo: Command = {
  id: 'select-this-too',
  name: { en: 'Add to the selection', 'zh-CN': '加入选择' },
  shortcuts: ['Shift+Space'],
  at: onItem,
  when: () => useFocus.getState().at !== undefined,
  run: () => {
    const { at } = useFocus.getState();
    if (at !== undefined) mark(at, !isMarked(at), true);
  },
};
