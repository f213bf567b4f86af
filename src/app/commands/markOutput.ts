import { setOutput } from '../../graph/index.ts';
import { currentGraph, edit } from '../store/document.ts';
import { useView } from '../store/view.ts';
import type { Command } from './command.ts';

/** Makes the one marked node the output, whose gradient every node shows. */
export const markOutput: Command = {
  id: 'mark-output',
  name: { en: 'Make this the output', 'zh-CN': '设为输出' },
  shortcuts: ['O'],
  when: () => useView.getState().selectedNodes.size === 1,
  run: () => {
    const [id] = useView.getState().selectedNodes;
    edit(setOutput(currentGraph(), id));
  },
};
