import { useFocus } from '../../canvas/focus.ts';
import { focusDrawn } from '../../canvas/viewport.ts';
import { useView } from '../../store/view.ts';
import { dropWire, isWireBegun } from '../../touch/tapping.ts';
import type { Command } from '../command.ts';
import { onItem, withinItem } from './places.ts';

/** Goes from a number or button on a node back to the node. */
export const leaveField: Command = {
  id: 'leave-field',
  name: { en: 'Back to the node', 'zh-CN': '回到节点' },
  shortcuts: ['Escape'],
  at: withinItem,
  run: () => focusDrawn(useFocus.getState().at),
};

/** Goes from a node or an edge to the canvas as a whole, once nothing is marked any more. */
export const leaveNode: Command = {
  id: 'leave-node',
  name: { en: 'Leave the nodes', 'zh-CN': '离开节点' },
  shortcuts: ['Escape'],
  at: onItem,
  when: () => {
    const { selectedNodes, selectedEdges, selectedGroups, selectedNotes, sheet } =
      useView.getState();
    const marked = [selectedNodes, selectedEdges, selectedGroups, selectedNotes];
    return marked.every(({ size }) => size === 0) && sheet === null;
  },
  run: () => focusDrawn(),
};

/** Lets go of the wire that was begun by a tap on a port. */
export const leaveWire: Command = {
  id: 'leave-wire',
  name: { en: 'Let go of the wire', 'zh-CN': '放弃连线' },
  shortcuts: ['Escape'],
  at: '*',
  when: isWireBegun,
  run: dropWire,
};
