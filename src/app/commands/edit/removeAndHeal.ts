import { healAndRemove, removeNodes, removeNotes } from '../../../graph/index.ts';
import { focusNode } from '../../canvas/viewport.ts';
import { currentGraph, edit } from '../../store/document.ts';
import { currentSelection } from '../../store/selection.ts';
import { select } from '../../store/view.ts';
import type { Command } from '../command.ts';

/** Removes the marked nodes and leads what they were computed from on to what used them. */
export const removeAndHeal: Command = {
  id: 'delete-and-heal',
  name: { en: 'Delete and close the gap', 'zh-CN': '删除并接通前后' },
  shortcuts: ['Shift+Delete', 'Alt+Delete', 'Shift+Backspace', 'Alt+Backspace'],
  on: ['node'],
  onSelection: true,
  when: leadsOn,
  run: () => {
    const { nodes, notes } = currentSelection();
    edit(removeNotes(healAndRemove(currentGraph(), nodes), notes));
    select([]);
    focusNode();
  },
};

/** Whether closing the gap leaves other edges, or another output, than just deleting. */
function leadsOn(): boolean {
  const { nodes } = currentSelection();
  if (nodes.size === 0) return false;
  const graph = currentGraph();
  const [healed, cut] = [healAndRemove(graph, nodes), removeNodes(graph, nodes)];
  return (
    healed.output !== cut.output ||
    healed.nodes.some(({ inputs }, i) => inputs?.join() !== cut.nodes[i].inputs?.join())
  );
}
