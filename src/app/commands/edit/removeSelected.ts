import { disconnect, edgesOf, removeNodes } from '../../../graph/index.ts';
import { focusNode } from '../../canvas/viewport.ts';
import { currentGraph, edit } from '../../store/document.ts';
import { select, useView } from '../../store/view.ts';
import type { Command } from '../command.ts';

/** Removes the marked nodes and edges as one undo entry. */
export const removeSelected: Command = {
  id: 'delete',
  name: { en: 'Delete', 'zh-CN': '删除' },
  shortcuts: ['Delete', 'Backspace'],
  onSelection: true,
  when: () => {
    const { nodes, edges } = marked();
    return nodes.size + edges.length > 0;
  },
  run: () => {
    const { nodes, edges } = marked();
    edit(removeNodes(disconnect(currentGraph(), edges), nodes));
    select([]);
    focusNode();
  },
};

/** What is marked and still there: undo can take a marked node away. */
function marked() {
  const { selectedNodes, selectedEdges } = useView.getState();
  const graph = currentGraph();
  const known = graph.nodes.map(({ id }) => id);
  return {
    nodes: new Set(known.filter((id) => selectedNodes.has(id))),
    edges: edgesOf(graph).filter((edge) => selectedEdges.has(edge.id)),
  };
}
