import { disconnect, edgesOf, removeNodes } from '../../graph/index.ts';
import { currentGraph, edit } from '../store/document.ts';
import { select, useView } from '../store/view.ts';
import type { Command } from './command.ts';

/** Removes the marked nodes and edges as one undo entry. */
export const removeSelected: Command = {
  id: 'delete',
  name: { en: 'Delete', 'zh-CN': '删除' },
  shortcuts: ['Delete', 'Backspace'],
  when: () => {
    const { selectedNodes, selectedEdges } = useView.getState();
    return selectedNodes.size + selectedEdges.size > 0;
  },
  run: () => {
    const { selectedNodes, selectedEdges } = useView.getState();
    const graph = currentGraph();
    const cuts = edgesOf(graph).filter((edge) => selectedEdges.has(edge.id));
    edit(removeNodes(disconnect(graph, cuts), selectedNodes));
    select([]);
  },
};
