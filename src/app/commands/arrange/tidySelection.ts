import { currentSelection } from '../../store/selection.ts';
import type { Command } from '../command.ts';
import { arrange } from './tidy.ts';

/** Lays out what is marked by itself and leaves the rest where it is. */
export const tidySelection: Command = {
  id: 'tidy-selection',
  name: { en: 'Tidy selection', 'zh-CN': '整理所选' },
  on: ['node', 'group'],
  when: () => currentSelection().nodes.size > 1,
  run: () => {
    const selection = currentSelection();
    void arrange((graph, { arrangeSelected }) => arrangeSelected(graph, selection));
  },
};
