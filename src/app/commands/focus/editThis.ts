import { groupIdOf, noteIdOf } from '../../../drawing/index.ts';
import { findNode } from '../../../graph/index.ts';
import { ops } from '../../../ops/index.ts';
import { useFocus } from '../../canvas/focus.ts';
import { toggleGroup } from '../../canvas/groups/toggle.ts';
import { startRenaming } from '../../canvas/NameField.tsx';
import { startEditingNote } from '../../canvas/notes/editing.ts';
import { elementOf } from '../../canvas/viewport.ts';
import { currentGraph } from '../../store/document.ts';
import { openDialog, useView } from '../../store/view.ts';
import type { Command } from '../command.ts';
import { endOf } from './connecting.ts';
import { onItem } from './places.ts';

/**
 * Opens what has the focus: the field an exercise asks for, the value of a leaf, the name of an
 * operation, the operand of an edge, a group, the text of a note.
 */
export const editThis: Command = {
  id: 'edit-this',
  name: { en: 'Edit it', 'zh-CN': '编辑' },
  shortcuts: ['Enter'],
  at: onItem,
  when: () => useFocus.getState().at !== undefined,
  run: () => {
    const { at } = useFocus.getState();
    if (at === undefined) return;
    const group = groupIdOf(at);
    const note = noteIdOf(at);
    if (group !== undefined) {
      toggleGroup(group);
      return;
    }
    if (note !== undefined) {
      startEditingNote(note);
      return;
    }
    const node = findNode(currentGraph(), at);
    if (node === undefined) {
      const edge = endOf(at);
      if (edge) openDialog({ kind: 'connect', node: edge.target, port: edge.port });
      return;
    }
    const element = elementOf(at);
    const field = element?.querySelector<HTMLElement>('input, textarea');
    if (field) field.focus();
    else if (ops.get(node.op)?.kind !== 'leaf') startRenaming(at);
    else if (element?.querySelector('[role=spinbutton]')) useView.setState({ editing: at });
  },
};
