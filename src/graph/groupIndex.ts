import type { Graph } from './graph.ts';
import type { Group } from './group.ts';

/** The boxes of a graph as questions are asked about them. */
interface GroupIndex {
  readonly byId: ReadonlyMap<string, Group>;
  /** By node: the box it stands in itself. */
  readonly ofNode: ReadonlyMap<string, Group>;
  /** By box: those that stand in it themselves. */
  readonly within: ReadonlyMap<string, readonly Group[]>;
}

const empty: GroupIndex = { byId: new Map(), ofNode: new Map(), within: new Map() };
const indices = new WeakMap<readonly Group[], GroupIndex>();

/** The index of the boxes of a graph; kept as long as they are, since they never change. */
function indexGroups({ groups }: Graph): GroupIndex {
  if (groups === undefined) return empty;
  const known = indices.get(groups);
  if (known !== undefined) return known;
  const ofNode = new Map<string, Group>();
  const within = new Map<string, Group[]>();
  for (const group of groups) {
    for (const node of group.nodes) ofNode.set(node, group);
    if (group.parent === undefined) continue;
    const siblings = within.get(group.parent);
    if (siblings) siblings.push(group);
    else within.set(group.parent, [group]);
  }
  const index = { byId: new Map(groups.map((group) => [group.id, group])), ofNode, within };
  indices.set(groups, index);
  return index;
}

/** The box of this id, if there is one. */
export function findGroup(graph: Graph, id: string): Group | undefined {
  return indexGroups(graph).byId.get(id);
}

/** The innermost box a node stands in. */
export function groupOf(graph: Graph, nodeId: string): Group | undefined {
  return indexGroups(graph).ofNode.get(nodeId);
}

/** A box with all those it stands in, outermost first; none for an id that no box has. */
export function ancestorsOf(graph: Graph, groupId: string): readonly Group[] {
  const { byId } = indexGroups(graph);
  const found = new Set<Group>();
  let group = byId.get(groupId);
  // In a file that is not checked yet boxes may stand in each other.
  while (group !== undefined && !found.has(group)) {
    found.add(group);
    group = group.parent === undefined ? undefined : byId.get(group.parent);
  }
  return [...found].reverse();
}

/** A box with all those within it, outer ones first; none for an id that no box has. */
export function boxesWithin(graph: Graph, groupId: string): readonly Group[] {
  const { byId, within } = indexGroups(graph);
  const first = byId.get(groupId);
  const found = new Set(first && [first]);
  for (const { id } of found) for (const group of within.get(id) ?? []) found.add(group);
  return [...found];
}

/** The nodes of a box and of all boxes within it. */
export function membersOf(graph: Graph, groupId: string): ReadonlySet<string> {
  return new Set(boxesWithin(graph, groupId).flatMap(({ nodes }) => nodes));
}
