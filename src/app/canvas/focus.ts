import { select, useView } from '../store/view.ts';

/**
 * Selects the node or edge an event comes from, unless it is selected already: keys act on what is
 * seen to have the focus, not on what was marked before.
 */
export function selectFocused(target: EventTarget | null): void {
  if (!(target instanceof Element)) return;
  const id = target.getAttribute('data-id');
  const { selectedNodes, selectedEdges } = useView.getState();
  if (id === null || selectedNodes.has(id) || selectedEdges.has(id)) return;
  if (target.classList.contains('react-flow__node')) select([id]);
  else if (target.classList.contains('react-flow__edge')) select([], [id]);
}
