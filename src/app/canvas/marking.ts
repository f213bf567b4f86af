import { groupFlowId, noteFlowId } from '../../drawing/index.ts';
import { currentSelection } from '../store/selection.ts';
import { select, useView } from '../store/view.ts';
import { hasFocusMoved } from './focus.ts';
import { focusNode } from './viewport.ts';

/** The sets that hold what is marked, and the beginning of the ids the canvas has for what is in them. */
const sets = [
  { set: 'selectedGroups', prefix: 'group:' },
  { set: 'selectedNotes', prefix: 'note:' },
  { set: 'selectedEdges', prefix: '' },
  { set: 'selectedNodes', prefix: '' },
] as const;

/** Where a thing of the canvas is marked, and its id there. */
function placeOf(id: string) {
  const { set, prefix } =
    sets.find(({ set, prefix }) =>
      set === 'selectedEdges' ? id.includes('->') : id.startsWith(prefix),
    ) ?? sets[3];
  return { set, id: id.slice(prefix.length) };
}

/** Whether a node, edge, group or note of the canvas is marked. */
export function isMarked(item: string): boolean {
  const { set, id } = placeOf(item);
  return useView.getState()[set].has(id);
}

/** Marks something on the canvas or unmarks it, and keeps or drops what else is marked. */
export function mark(item: string, isOn: boolean, keepsOthers: boolean): void {
  const { set, id } = placeOf(item);
  const marked = new Set(keepsOthers ? useView.getState()[set] : []);
  if (isOn) marked.add(id);
  else marked.delete(id);
  if (!keepsOthers) select([]);
  useView.setState({ [set]: marked });
}

/** Marks the node or edge this element is, unless it is marked already. */
export function selectItem(element: Element | null): void {
  if (!element?.matches('.react-flow__node, .react-flow__edge')) return;
  const id = element.getAttribute('data-id');
  if (id !== null && !isMarked(id)) mark(id, true, false);
}

/**
 * Keys act on what is marked, or on what has the focus: on that where nothing is marked, or where
 * the focus has come there since. This marks what they are to act on.
 */
export function selectFocused(target: EventTarget | null): void {
  if (!(target instanceof Element)) return;
  const { nodes, notes, groups, edges } = currentSelection();
  const isNothing = nodes.size + notes.size + groups.size + edges.length === 0;
  if (hasFocusMoved() || isNothing) selectItem(target);
}

/** A plain click on one of several that are marked leaves that one alone marked. */
export function selectClicked(event: MouseEvent, id: string): void {
  if (event.shiftKey || event.metaKey || event.ctrlKey) return;
  const view = useView.getState();
  const count = sets.reduce((sum, { set }) => sum + view[set].size, 0);
  if (count > 1) mark(id, true, false);
}

/**
 * Marks what a command has made or found and puts the focus on the first of it: keys go on with
 * what is marked, not with what had the focus before.
 */
export function selectAndFocus(
  nodes: Iterable<string>,
  others: { readonly groups?: Iterable<string>; readonly notes?: Iterable<string> } = {},
): void {
  select(nodes, [], others);
  const { selectedNodes, selectedGroups, selectedNotes } = useView.getState();
  const ids = [
    ...[...selectedGroups].map(groupFlowId),
    ...selectedNodes,
    ...[...selectedNotes].map(noteFlowId),
  ];
  focusNode(ids[0]);
}
