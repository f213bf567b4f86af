import { focusNode, hasFocus } from '../../canvas/viewport.ts';
import { select, useView } from '../../store/view.ts';
import type { Command } from '../command.ts';

/** Marks nothing any more and puts away the sheet that may be open. */
export const selectNone: Command = {
  id: 'select-none',
  name: { en: 'Select none', 'zh-CN': '取消选择' },
  shortcuts: ['Escape'],
  when: () => {
    const { selectedNodes, selectedEdges, selectedGroups, selectedNotes, sheet } =
      useView.getState();
    const marks = [selectedNodes, selectedEdges, selectedGroups, selectedNotes];
    return marks.some(({ size }) => size > 0) || sheet !== null;
  },
  run: () => {
    select([]);
    useView.setState({ sheet: null });
    // On the canvas the focus stays where it is; a field of what was marked may be gone.
    if (!hasFocus()) focusNode();
  },
};
