import { duplicate as copyWithin } from '../../../graph/index.ts';
import { gridStep } from '../../canvas/grid.ts';
import { selectAndFocus } from '../../canvas/marking.ts';
import { currentGraph, edit } from '../../store/document.ts';
import { currentSelection } from '../../store/selection.ts';
import type { Command } from '../command.ts';

/** Copies what is marked beside itself; operands from outside become open ports. */
export const duplicate: Command = {
  id: 'duplicate',
  name: { en: 'Duplicate', 'zh-CN': '创建副本' },
  shortcuts: ['Mod+D'],
  on: ['node', 'group', 'note'],
  onSelection: true,
  when: () => currentSelection().nodes.size + currentSelection().notes.size > 0,
  run: () => run(false),
};

/** Copies what is marked beside itself; the copies use the same operands from outside. */
export const duplicateConnected: Command = {
  id: 'duplicate-connected',
  name: { en: 'Duplicate with incoming edges', 'zh-CN': '创建副本并保留输入连线' },
  shortcuts: ['Mod+Shift+D'],
  on: ['node', 'group'],
  onSelection: true,
  when: () => {
    const { nodes } = currentSelection();
    return currentGraph().nodes.some(
      ({ id, inputs = [] }) =>
        nodes.has(id) && inputs.some((source) => source !== null && !nodes.has(source)),
    );
  },
  run: () => run(true),
};

function run(incoming: boolean): void {
  const offset = { x: 2 * gridStep, y: 2 * gridStep };
  const { graph, selection } = copyWithin(currentGraph(), currentSelection(), offset, incoming);
  edit(graph);
  selectAndFocus(selection.nodes, selection);
}
