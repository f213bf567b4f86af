import { groupIdOf, noteIdOf } from '../../drawing/index.ts';
import { select, useView } from '../store/view.ts';

/**
 * Selects what an event on the canvas comes from, unless it is selected already: keys act on what is
 * seen to have the focus, not on what was marked before.
 */
export function selectFocused(target: EventTarget | null): void {
  if (!(target instanceof Element)) return;
  const id = target.getAttribute('data-id');
  if (id === null) return;
  if (target.classList.contains('react-flow__node')) selectNode(id);
  else if (target.classList.contains('react-flow__edge')) selectEdge(id);
}

function selectNode(id: string): void {
  const { selectedNodes, selectedGroups, selectedNotes } = useView.getState();
  const [group, note] = [groupIdOf(id), noteIdOf(id)];
  if (group !== undefined) {
    if (!selectedGroups.has(group)) select([], [], { groups: [group] });
  } else if (note !== undefined) {
    if (!selectedNotes.has(note)) select([], [], { notes: [note] });
  } else if (!selectedNodes.has(id)) select([id]);
}

function selectEdge(id: string): void {
  if (!useView.getState().selectedEdges.has(id)) select([], [id]);
}
