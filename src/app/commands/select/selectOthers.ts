import { selectAndFocus } from '../../canvas/marking.ts';
import { currentGraph } from '../../store/document.ts';
import { currentSelection } from '../../store/selection.ts';
import type { Command } from '../command.ts';

/** Marks the nodes and notes that are not marked, and no others. */
export const selectOthers: Command = {
  id: 'select-others',
  name: { en: 'Invert selection', 'zh-CN': '反选' },
  shortcuts: ['Mod+I'],
  when: () => {
    const { nodes, notes } = currentGraph();
    return nodes.length + (notes?.length ?? 0) > 0;
  },
  run: () => {
    const graph = currentGraph();
    const { nodes, notes } = currentSelection();
    selectAndFocus(others(graph.nodes, nodes), { notes: others(graph.notes, notes) });
  },
};

function others(things: readonly { readonly id: string }[] = [], marked: ReadonlySet<string>) {
  return things.map(({ id }) => id).filter((id) => !marked.has(id));
}
