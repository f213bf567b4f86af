import { select, useView } from '../store/view.ts';

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

/**
 * Marks what an event comes from, unless it is marked already: keys act on what is seen to have the
 * focus, not on what was marked before.
 */
export function selectFocused(target: EventTarget | null): void {
  if (!(target instanceof Element)) return;
  if (!target.matches('.react-flow__node, .react-flow__edge')) return;
  const id = target.getAttribute('data-id');
  if (id !== null && !isMarked(id)) mark(id, true, false);
}
