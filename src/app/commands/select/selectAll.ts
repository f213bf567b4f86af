import { currentGraph } from '../../store/document.ts';
import { select } from '../../store/view.ts';
import type { Command } from '../command.ts';

/** Marks every node. */
export const selectAll: Command = {
  id: 'select-all',
  name: { en: 'Select all', 'zh-CN': '全选' },
  shortcuts: ['Mod+A'],
  when: () => currentGraph().nodes.length > 0,
  run: () => select(currentGraph().nodes.map((node) => node.id)),
};
