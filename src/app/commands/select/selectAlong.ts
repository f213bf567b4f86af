import { downstreamOf, type Graph, upstreamOf } from '../../../graph/index.ts';
import { currentGraph } from '../../store/document.ts';
import { currentSelection } from '../../store/selection.ts';
import { select } from '../../store/view.ts';
import type { Command } from '../command.ts';

/** Marks all that the marked nodes are computed from, and themselves. */
export const selectUpstream = along(
  {
    id: 'select-upstream',
    name: { en: 'Select upstream (dependencies)', 'zh-CN': '选择上游（所依赖的节点）' },
    shortcuts: ['U'],
  },
  upstreamOf,
);

/** Marks all that is computed from the marked nodes, and themselves. */
export const selectDownstream = along(
  {
    id: 'select-downstream',
    name: { en: 'Select downstream (dependents)', 'zh-CN': '选择下游（有赖于此的节点）' },
    shortcuts: ['D'],
  },
  downstreamOf,
);

function along(
  command: Omit<Command, 'run' | 'when'>,
  from: (graph: Graph, id: string) => ReadonlySet<string>,
): Command {
  const found = () => {
    const graph = currentGraph();
    const all = new Set<string>();
    for (const id of currentSelection().nodes) {
      if (!all.has(id)) for (const other of from(graph, id)) all.add(other);
    }
    return all;
  };
  return {
    onSelection: true,
    on: ['node'],
    ...command,
    when: () => found().size > currentSelection().nodes.size,
    run: () => select(found()),
  };
}
