import type { Graph } from './graph.ts';
import { boxesWithin, membersOf } from './groupIndex.ts';
import { indexNodes } from './order.ts';

/** A part of a graph: what is marked on the canvas, what an edit gave. */
export interface Selection {
  readonly nodes: ReadonlySet<string>;
  readonly groups?: ReadonlySet<string>;
  readonly notes?: ReadonlySet<string>;
}

/**
 * A selection with all that goes with it: a box brings its nodes, notes and the boxes within it,
 * and all nodes of a box bring the box. What the graph does not have is left out.
 */
export function completeSelection(graph: Graph, selection: Selection): Required<Selection> {
  const index = indexNodes(graph);
  const nodes = new Set([...selection.nodes].filter((id) => index.has(id)));
  const groups = new Set<string>();
  for (const id of selection.groups ?? []) {
    for (const group of boxesWithin(graph, id)) {
      groups.add(group.id);
      for (const node of group.nodes) nodes.add(node);
    }
  }
  for (const { id } of graph.groups ?? []) {
    if (groups.has(id)) continue;
    if ([...membersOf(graph, id)].every((node) => nodes.has(node))) groups.add(id);
  }
  const notes = (graph.notes ?? [])
    .filter(({ id, group = '' }) => selection.notes?.has(id) || groups.has(group))
    .map(({ id }) => id);
  return { nodes, groups, notes: new Set(notes) };
}
