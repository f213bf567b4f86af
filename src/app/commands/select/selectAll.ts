import { currentGraph } from '../../store/document.ts';
import { select, useView } from '../../store/view.ts';
import type { Command } from '../command.ts';

/** Marks every node, group and note. */
export const selectAll: Command = {
  id: 'select-all',
  name: { en: 'Select all', 'zh-CN': '全选' },
  shortcuts: ['Mod+A'],
  on: ['canvas'],
  when: () => {
    const { nodes, groups = [], notes = [] } = currentGraph();
    const { selectedNodes, selectedGroups, selectedNotes } = useView.getState();
    return (
      nodes.some(({ id }) => !selectedNodes.has(id)) ||
      groups.some(({ id }) => !selectedGroups.has(id)) ||
      notes.some(({ id }) => !selectedNotes.has(id))
    );
  },
  run: () => {
    const { nodes, groups, notes } = currentGraph();
    select(ids(nodes), [], { groups: ids(groups), notes: ids(notes) });
  },
};

function ids(things: readonly { readonly id: string }[] = []): string[] {
  return things.map(({ id }) => id);
}
