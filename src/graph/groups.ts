import type { Graph } from './graph.ts';
import type { Group } from './group.ts';
import { ancestorsOf, findGroup, groupOf } from './groupIndex.ts';
import type { Localized } from './localized.ts';
import { freshAmong } from './name.ts';
import type { Note } from './note.ts';
import { setNote } from './notes.ts';
import { indexNodes } from './order.ts';
import { completeSelection, type Selection } from './selection.ts';

export { ancestorsOf, findGroup, groupOf, membersOf } from './groupIndex.ts';

/**
 * Puts a box around what is selected, boxes whole, in the innermost box that holds all of it. A node
 * from elsewhere leaves its box. Gives the id of the new one; an empty id where no node is selected.
 */
export function groupNodes(
  graph: Graph,
  selection: Selection,
  title?: Localized,
): { graph: Graph; group: string } {
  const whole = completeSelection(graph, selection);
  if (whole.nodes.size === 0) return { graph, group: '' };
  const { groups = [], notes = [] } = graph;
  const isLoose = (box: string | undefined) => box === undefined || !whole.groups.has(box);
  const nested = groups.filter(({ id, parent }) => whole.groups.has(id) && isLoose(parent));
  const nodes = [...whole.nodes].filter((id) => isLoose(groupOf(graph, id)?.id));
  const loose = new Set(notes.filter(({ id, group }) => whole.notes.has(id) && isLoose(group)));
  const parent = commonBox(graph, [
    ...nested.map((group) => group.parent),
    ...nodes.map((id) => groupOf(graph, id)?.id),
    ...[...loose].map(({ group }) => group),
  ]);
  const id = freshAmong(new Set(groups.map((group) => group.id)), 'group1');
  const box: Group = {
    id,
    ...(title !== undefined && { title }),
    nodes: inFileOrder(graph, nodes),
    ...(parent !== undefined && { parent }),
  };
  const moved = new Set(nodes);
  const others = groups.map((group) =>
    nested.includes(group) ? { ...group, parent: id } : withoutNodes(group, moved),
  );
  // Before the boxes it holds: whoever reads the list meets outer boxes first.
  const place = nested.length > 0 ? groups.indexOf(nested[0]) : groups.length;
  const boxed = withGroups(graph, [...others.slice(0, place), box, ...others.slice(place)]);
  return { graph: moveNotes(boxed, (note) => (loose.has(note) ? id : note.group)), group: id };
}

/** Takes a box away; what it held moves up to the box it stood in. */
export function ungroup(graph: Graph, groupId: string): Graph {
  const box = findGroup(graph, groupId);
  if (box === undefined) return graph;
  const { parent } = box;
  const groups = (graph.groups ?? [])
    .filter((group) => group !== box)
    .map((group) => {
      if (group.parent === groupId) return withParent(group, parent);
      if (group.id !== parent) return group;
      return { ...group, nodes: inFileOrder(graph, [...group.nodes, ...box.nodes]) };
    });
  return moveNotes(withGroups(graph, groups), ({ group }) => (group === groupId ? parent : group));
}

/** Opens a box, or closes it to one card. */
export function setCollapsed(graph: Graph, groupId: string, collapsed: boolean): Graph {
  return patchGroup(graph, groupId, (group) => {
    if ((group.collapsed ?? false) === collapsed) return group;
    const { collapsed: _, ...rest } = group;
    return collapsed ? { ...rest, collapsed } : rest;
  });
}

/** Gives a box another title, or none. */
export function setGroupTitle(graph: Graph, groupId: string, title: Localized | undefined): Graph {
  return patchGroup(graph, groupId, ({ title: _, id, ...rest }) =>
    title === undefined || title === '' ? { id, ...rest } : { id, title, ...rest },
  );
}

/** Moves nodes into a box, or out of all boxes. Boxes that have lost everything vanish. */
export function moveToGroup(
  graph: Graph,
  nodes: ReadonlySet<string>,
  groupId: string | undefined,
): Graph {
  if (groupId !== undefined && findGroup(graph, groupId) === undefined) return graph;
  const index = indexNodes(graph);
  const moved = new Set(
    [...nodes].filter((id) => index.has(id) && groupOf(graph, id)?.id !== groupId),
  );
  if (moved.size === 0) return graph;
  const groups = (graph.groups ?? []).map((group) =>
    group.id === groupId
      ? { ...group, nodes: inFileOrder(graph, [...group.nodes, ...moved]) }
      : withoutNodes(group, moved),
  );
  return dropEmpty(withGroups(graph, groups));
}

/**
 * Moves boxes, with all they hold, into another box or out of all boxes; one that would stand within
 * itself stays where it is. A box that has lost everything vanishes.
 */
export function moveGroups(
  graph: Graph,
  ids: ReadonlySet<string>,
  parent: string | undefined,
): Graph {
  if (parent !== undefined && findGroup(graph, parent) === undefined) return graph;
  const around = new Set(
    parent === undefined ? [] : ancestorsOf(graph, parent).map(({ id }) => id),
  );
  const { groups = [] } = graph;
  const moved = groups.map((group) =>
    ids.has(group.id) && !around.has(group.id) && group.parent !== parent
      ? withParent(group, parent)
      : group,
  );
  if (moved.every((group, i) => group === groups[i])) return graph;
  const nested = withGroups(graph, moved);
  // Outer boxes come first in the file; among those of one depth the order stays.
  const depth = new Map(moved.map(({ id }) => [id, ancestorsOf(nested, id).length]));
  const depthOf = ({ id }: Group) => depth.get(id) ?? 0;
  const isInOrder = moved.every(
    ({ parent }, i) => parent === undefined || moved.slice(0, i).some(({ id }) => id === parent),
  );
  const ordered = isInOrder ? moved : [...moved].sort((a, b) => depthOf(a) - depthOf(b));
  return dropEmpty(withGroups(graph, ordered));
}

/** Moves nodes, notes and whole boxes into a box, or out of all boxes. */
export function moveInto(
  graph: Graph,
  { nodes, notes = new Set(), groups = new Set() }: Selection,
  groupId: string | undefined,
): Graph {
  const withNotes = [...notes].reduce((now, id) => setNote(now, id, { group: groupId }), graph);
  return moveGroups(moveToGroup(withNotes, nodes, groupId), groups, groupId);
}

/** The innermost box that holds all of these places, each given by the box it is in itself. */
export function commonBox(
  graph: Graph,
  boxes: readonly (string | undefined)[],
): string | undefined {
  const [first = [], ...others] = boxes.map((box) =>
    box === undefined ? [] : ancestorsOf(graph, box),
  );
  return first.findLast((group) => others.every((path) => path.includes(group)))?.id;
}

/** Brings the boxes of an edited graph in step with its nodes; `named` leads to new names. */
export function keepGroups(graph: Graph, named = (id: string) => id): Graph {
  if (graph.groups === undefined) return graph;
  const index = indexNodes(graph);
  const groups = graph.groups.map((group) => {
    if (group.nodes.every((id) => named(id) === id && index.has(id))) return group;
    return { ...group, nodes: group.nodes.map(named).filter((id) => index.has(id)) };
  });
  return dropEmpty(withGroups(graph, groups));
}

/** The graph with these boxes; the very same where nothing has changed. */
export function withGroups(graph: Graph, groups: readonly Group[]): Graph {
  const before = graph.groups ?? [];
  const isSame = groups.length === before.length && groups.every((it, i) => it === before[i]);
  if (isSame) return graph;
  if (groups.length > 0) return { ...graph, groups };
  const { groups: _, ...rest } = graph;
  return rest;
}

/** Takes away boxes that hold no node, in themselves or in boxes within them. */
function dropEmpty(graph: Graph): Graph {
  const { groups = [] } = graph;
  const filled = new Set<string>();
  for (const { id, nodes } of groups) {
    if (nodes.length === 0) continue;
    for (const box of ancestorsOf(graph, id)) filled.add(box.id);
  }
  if (filled.size === groups.length) return graph;
  const kept = withGroups(
    graph,
    groups.filter(({ id }) => filled.has(id)),
  );
  return moveNotes(
    kept,
    ({ group = '' }) => ancestorsOf(graph, group).findLast(({ id }) => filled.has(id))?.id,
  );
}

/** Puts every note into the box that is named for it. */
function moveNotes(graph: Graph, boxOf: (note: Note) => string | undefined): Graph {
  if (graph.notes === undefined) return graph;
  let isSame = true;
  const notes = graph.notes.map((note) => {
    const box = boxOf(note);
    if (box === note.group) return note;
    isSame = false;
    const { group: _, ...rest } = note;
    return box === undefined ? rest : { ...rest, group: box };
  });
  return isSame ? graph : { ...graph, notes };
}

function patchGroup(graph: Graph, id: string, change: (group: Group) => Group): Graph {
  const group = findGroup(graph, id);
  if (group === undefined) return graph;
  const changed = change(group);
  if (changed === group) return graph;
  return withGroups(
    graph,
    (graph.groups ?? []).map((other) => (other === group ? changed : other)),
  );
}

function withParent(group: Group, parent: string | undefined): Group {
  const { parent: _, ...rest } = group;
  return parent === undefined ? rest : { ...rest, parent };
}

function withoutNodes(group: Group, nodes: ReadonlySet<string>): Group {
  if (!group.nodes.some((id) => nodes.has(id))) return group;
  return { ...group, nodes: group.nodes.filter((id) => !nodes.has(id)) };
}

function inFileOrder(graph: Graph, ids: readonly string[]): string[] {
  const index = indexNodes(graph);
  return [...ids].sort((a, b) => (index.get(a) ?? 0) - (index.get(b) ?? 0));
}
