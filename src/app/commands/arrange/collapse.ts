import { setCollapsed } from '../../../graph/index.ts';
import { currentGraph, edit } from '../../store/document.ts';
import { useView } from '../../store/view.ts';
import type { Command } from '../command.ts';

/** Closes the marked groups to one card each, or opens them in place where all are closed. */
export const collapse: Command = {
  id: 'collapse',
  name: { en: 'Collapse or expand group', 'zh-CN': '折叠或展开分组' },
  shortcuts: ['Mod+.'],
  on: ['group'],
  onSelection: true,
  when: () => marked().length > 0,
  run: () => {
    const groups = marked();
    const isOpen = groups.some(({ collapsed }) => !collapsed);
    edit(groups.reduce((graph, { id }) => setCollapsed(graph, id, isOpen), currentGraph()));
  },
};

function marked() {
  const { selectedGroups } = useView.getState();
  return (currentGraph().groups ?? []).filter(({ id }) => selectedGroups.has(id));
}
