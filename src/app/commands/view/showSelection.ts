import { groupFlowId, noteFlowId } from '../../../drawing/index.ts';
import { fitItems } from '../../canvas/viewport.ts';
import { useView } from '../../store/view.ts';
import type { Command } from '../command.ts';

/** Moves the view so that what is marked fills it. */
export const showSelection: Command = {
  id: 'fit-selection',
  name: { en: 'Zoom to selection', 'zh-CN': '缩放到所选内容' },
  shortcuts: ['Shift+F'],
  heedsSelection: true,
  when: () => marked().length > 0,
  run: () => fitItems(marked()),
};

function marked(): string[] {
  const { selectedNodes, selectedEdges, selectedGroups, selectedNotes } = useView.getState();
  const ends = [...selectedEdges].flatMap((edge) => edge.split(/->|:/).slice(0, 2));
  return [
    ...selectedNodes,
    ...ends,
    ...[...selectedGroups].map(groupFlowId),
    ...[...selectedNotes].map(noteFlowId),
  ];
}
