import { useMemo } from 'react';
import type { Graph } from '../../graph/index.ts';
import type { Template } from '../../graph/templates/index.ts';
import { useDocument } from '../store/document.ts';
import { currentSelection } from '../store/selection.ts';
import { useView } from '../store/view.ts';

/**
 * What comes out of what is marked, from top to bottom: marked nodes that no other marked one uses. Of
 * a layer that was just added these are the results of its neurons.
 */
export function useSources(): readonly string[] {
  const graph = useDocument((state) => state.graph);
  const nodes = useView((view) => view.selectedNodes);
  const groups = useView((view) => view.selectedGroups);
  return useMemo(
    () => (nodes.size + groups.size === 0 ? [] : resultsOf(graph, currentSelection().nodes)),
    [graph, nodes, groups],
  );
}

/** The marked nodes that no other marked one uses, from top to bottom. */
export function resultsOf(graph: Graph, marked: ReadonlySet<string>): readonly string[] {
  const used = new Set<string | null>();
  for (const { id, inputs = [] } of graph.nodes) {
    if (marked.has(id)) for (const input of inputs) used.add(input);
  }
  return graph.nodes
    .filter(({ id }) => marked.has(id) && !used.has(id))
    .sort((a, b) => (a.position?.y ?? 0) - (b.position?.y ?? 0))
    .map(({ id }) => id);
}

/** Whether a template has as many inputs to give away as there are nodes to take their places. */
export function canTake({ takes }: Template, sources: readonly string[]): boolean {
  if (takes === undefined) return false;
  return sources.length >= takes.least && sources.length <= takes.most;
}
