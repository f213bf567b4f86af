import { groupNodes } from '../../../graph/index.ts';
import { selectAndFocus } from '../../canvas/marking.ts';
import { currentGraph, edit } from '../../store/document.ts';
import { currentSelection } from '../../store/selection.ts';
import type { Command } from '../command.ts';

/** Puts a box around what is marked. */
export const group: Command = {
  id: 'group',
  name: { en: 'Group', 'zh-CN': '分组' },
  shortcuts: ['Mod+G'],
  on: ['node', 'group', 'note'],
  onSelection: true,
  when: () => currentSelection().nodes.size > 0,
  run: () => {
    const { graph, group } = groupNodes(currentGraph(), currentSelection());
    edit(graph);
    selectAndFocus([], { groups: [group] });
  },
};
