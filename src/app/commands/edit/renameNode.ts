import { formOf, groupFlowId, noteFlowId } from '../../../drawing/index.ts';
import { findGroup, findNode, findNote } from '../../../graph/index.ts';
import { startRenaming } from '../../canvas/NameField.tsx';
import { currentGraph } from '../../store/document.ts';
import { useView } from '../../store/view.ts';
import type { Command } from '../command.ts';

/** Opens the name of the one marked node, or the text of a group or note, for editing on the canvas. */
export const renameNode: Command = {
  id: 'rename',
  name: { en: 'Rename', 'zh-CN': '重命名' },
  shortcuts: ['F2'],
  on: ['node', 'group', 'note'],
  onSelection: true,
  when: () => namedNode() !== undefined,
  run: () => startRenaming(namedNode() ?? null),
};

/** Constants show no name on the canvas; theirs is edited in the panel. */
function namedNode(): string | undefined {
  const { selectedNodes, selectedGroups, selectedNotes } = useView.getState();
  const graph = currentGraph();
  const [item, ...more] = [
    ...[...selectedGroups].filter((id) => findGroup(graph, id)).map(groupFlowId),
    ...[...selectedNotes].filter((id) => findNote(graph, id)).map(noteFlowId),
  ];
  const [id, ...others] = selectedNodes;
  if (id === undefined) return more.length > 0 ? undefined : item;
  const node = item !== undefined || others.length > 0 ? undefined : findNode(graph, id);
  return node && formOf(node) !== 'pill' ? node.id : undefined;
}
