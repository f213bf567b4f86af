import { useFocus } from '../../canvas/focus.ts';
import { isMarked, mark } from '../../canvas/marking.ts';
import type { Command } from '../command.ts';
import { onItem } from './places.ts';

/** Selects what has the focus and nothing else. */
export const selectThis: Command = {
  id: 'select-this',
  name: { en: 'Select this alone', 'zh-CN': '只选中它' },
  shortcuts: ['Space'],
  at: onItem,
  when: () => useFocus.getState().at !== undefined,
  run: () => {
    const { at } = useFocus.getState();
    if (at !== undefined) mark(at, true, false);
  },
};

/** Adds what has the focus to the selection, or takes it out. */
export const selectThisToo: Command = {
  id: 'select-this-too',
  name: { en: 'Add to the selection, or take out', 'zh-CN': '加入或移出选择' },
  shortcuts: ['Shift+Space'],
  at: onItem,
  when: () => useFocus.getState().at !== undefined,
  run: () => {
    const { at } = useFocus.getState();
    if (at !== undefined) mark(at, !isMarked(at), true);
  },
};
