import { membersOf, ungroup as removeBox } from '../../../graph/index.ts';
import { selectAndFocus } from '../../canvas/marking.ts';
import { currentGraph, edit } from '../../store/document.ts';
import { currentSelection } from '../../store/selection.ts';
import type { Command } from '../command.ts';

/** Takes the boxes away that are marked; what stood in them stays, and is marked. */
export const ungroup: Command = {
  id: 'ungroup',
  name: { en: 'Ungroup', 'zh-CN': '取消分组' },
  shortcuts: ['Mod+Shift+G'],
  on: ['group'],
  onSelection: true,
  when: () => currentSelection().groups.size > 0,
  run: () => {
    const before = currentGraph();
    const { nodes, groups, notes } = currentSelection();
    const outer = (before.groups ?? []).filter(
      ({ id, parent }) => groups.has(id) && (parent === undefined || !groups.has(parent)),
    );
    const after = outer.reduce((graph, { id }) => removeBox(graph, id), before);
    const left = [...groups].filter((id) => !outer.some((box) => box.id === id));
    const inner = new Set(left.flatMap((id) => [...membersOf(after, id)]));
    edit(after);
    selectAndFocus(
      [...nodes].filter((id) => !inner.has(id)),
      { groups: left, notes },
    );
  },
};
