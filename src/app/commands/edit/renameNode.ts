import { formOf } from '../../../drawing/index.ts';
import { findNode } from '../../../graph/index.ts';
import { startRenaming } from '../../fields/NameField.tsx';
import { currentGraph } from '../../store/document.ts';
import { useView } from '../../store/view.ts';
import type { Command } from '../command.ts';

/** Opens the name of the one marked node for editing on the canvas. */
export const renameNode: Command = {
  id: 'rename',
  name: { en: 'Rename node', 'zh-CN': '重命名节点' },
  shortcuts: ['F2'],
  on: ['node'],
  onSelection: true,
  when: () => namedNode() !== undefined,
  run: () => startRenaming(namedNode() ?? null),
};

/** Constants show no name on the canvas; theirs is edited in the panel. */
function namedNode(): string | undefined {
  const [id, ...others] = useView.getState().selectedNodes;
  const node = id === undefined || others.length > 0 ? undefined : findNode(currentGraph(), id);
  return node && formOf(node) !== 'pill' ? node.id : undefined;
}
