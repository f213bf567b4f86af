import {
  ancestorsOf,
  completeSelection,
  type Edge,
  edgesOf,
  type Graph,
  type Selection,
} from '../../graph/index.ts';
import { currentGraph } from './document.ts';
import { useView } from './view.ts';

/** What is marked, with the edges. */
export interface CurrentSelection extends Required<Selection> {
  readonly edges: readonly Edge[];
}

/** What is marked in the view, whether it is there or not. */
type Marks = Readonly<
  Record<
    'selectedNodes' | 'selectedEdges' | 'selectedGroups' | 'selectedNotes',
    ReadonlySet<string>
  >
>;

let last: { graph: Graph; marks: Marks; selection: CurrentSelection } | undefined;

/**
 * What is marked and still there (undo can take a marked node away), with all that stands in marked
 * groups. The same object as long as neither the graph nor the marks change, since every button asks.
 */
export function currentSelection(): CurrentSelection {
  const graph = currentGraph();
  const marks = useView.getState();
  if (last === undefined || last.graph !== graph || !isSame(last.marks, marks)) {
    const { selectedNodes, selectedEdges, selectedGroups, selectedNotes } = marks;
    last = {
      graph,
      marks: { selectedNodes, selectedEdges, selectedGroups, selectedNotes },
      selection: select(graph, marks),
    };
  }
  return last.selection;
}

function isSame(a: Marks, b: Marks): boolean {
  return (
    a.selectedNodes === b.selectedNodes &&
    a.selectedEdges === b.selectedEdges &&
    a.selectedGroups === b.selectedGroups &&
    a.selectedNotes === b.selectedNotes
  );
}

function select(graph: Graph, marks: Marks): CurrentSelection {
  const { selectedNodes, selectedEdges, selectedGroups, selectedNotes } = marks;
  const whole = completeSelection(graph, {
    nodes: selectedNodes,
    groups: selectedGroups,
    notes: selectedNotes,
  });
  // A group all of whose nodes happen to be marked is not marked itself.
  const isMarked = (id: string) => ancestorsOf(graph, id).some((box) => selectedGroups.has(box.id));
  const groups = new Set([...whole.groups].filter(isMarked));
  const notes = (graph.notes ?? [])
    .filter(({ id, group = '' }) => selectedNotes.has(id) || groups.has(group))
    .map(({ id }) => id);
  const edges =
    selectedEdges.size === 0 ? [] : edgesOf(graph).filter(({ id }) => selectedEdges.has(id));
  return { nodes: whole.nodes, groups, notes: new Set(notes), edges };
}
