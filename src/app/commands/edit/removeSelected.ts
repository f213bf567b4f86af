import { disconnect, removeNodes, removeNotes } from '../../../graph/index.ts';
import { focusNode, hasFocus } from '../../canvas/viewport.ts';
import { currentGraph, edit } from '../../store/document.ts';
import { currentSelection } from '../../store/selection.ts';
import { select } from '../../store/view.ts';
import type { Command } from '../command.ts';

/** Removes what is marked as one undo entry. */
export const removeSelected: Command = {
  id: 'delete',
  name: { en: 'Delete', 'zh-CN': '删除' },
  shortcuts: ['Delete', 'Backspace'],
  on: ['node', 'edge', 'group', 'note'],
  onSelection: true,
  when: () => {
    const { nodes, notes, edges } = currentSelection();
    return nodes.size + notes.size + edges.length > 0;
  },
  run: () => {
    const { nodes, notes, edges } = currentSelection();
    edit(removeNotes(removeNodes(disconnect(currentGraph(), edges), nodes), notes));
    select([]);
    // On the canvas the focus goes on to a neighbour by itself.
    if (!hasFocus()) focusNode();
  },
};
