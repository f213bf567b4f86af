import { ancestorsOf, findGroup, findNote, groupOf, moveInto } from '../../../graph/index.ts';
import { currentGraph, edit } from '../../store/document.ts';
import { useView } from '../../store/view.ts';
import type { Command } from '../command.ts';

/** Puts what is marked beside a group into it: nodes, notes and other groups. */
export const putInto: Command = {
  id: 'put-into',
  name: { en: 'Put into the selected group', 'zh-CN': '放入所选分组' },
  shortcuts: ['Mod+Alt+Shift+G'],
  on: ['node', 'group', 'note'],
  onSelection: true,
  when: () => entering() !== undefined,
  run: () => {
    const found = entering();
    if (found === undefined) return;
    edit(moveInto(currentGraph(), found, found.group));
  },
};

/** The group something is to go into, the one that was marked last, and what is not in it yet. */
function entering() {
  const graph = currentGraph();
  const { selectedNodes, selectedNotes, selectedGroups } = useView.getState();
  const group = [...selectedGroups].filter((id) => findGroup(graph, id)).at(-1);
  if (group === undefined) return undefined;
  const around = new Set(ancestorsOf(graph, group).map(({ id }) => id));
  const nodes = graph.nodes.flatMap(({ id }) =>
    selectedNodes.has(id) && groupOf(graph, id)?.id !== group ? [id] : [],
  );
  const notes = [...selectedNotes].filter((id) => {
    const note = findNote(graph, id);
    return note !== undefined && note.group !== group;
  });
  const groups = [...selectedGroups].filter((id) => {
    const other = findGroup(graph, id);
    return other !== undefined && !around.has(id) && other.parent !== group;
  });
  if (nodes.length + notes.length + groups.length === 0) return undefined;
  return { group, nodes: new Set(nodes), notes: new Set(notes), groups: new Set(groups) };
}
