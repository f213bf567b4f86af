import { findNode, setOutput } from '../../../graph/index.ts';
import { currentGraph, edit } from '../../store/document.ts';
import { useView } from '../../store/view.ts';
import type { Command } from '../command.ts';

/** Makes the one marked node the output, whose gradient every node shows. */
export const markOutput: Command = {
  id: 'mark-output',
  name: { en: 'Make this the output', 'zh-CN': '设为输出' },
  shortcuts: ['O'],
  on: ['node'],
  onSelection: true,
  when: () => marked() !== undefined,
  run: () => {
    const id = marked();
    if (id !== undefined) edit(setOutput(currentGraph(), id));
  },
};

/** The one marked node, if it is not the stated output already. */
function marked(): string | undefined {
  const [id, ...others] = useView.getState().selectedNodes;
  const graph = currentGraph();
  if (id === undefined || others.length > 0 || id === graph.output) return undefined;
  return findNode(graph, id)?.id;
}
