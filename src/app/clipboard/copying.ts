import { extract, writeGraph } from '../../graph/index.ts';
import { currentGraph } from '../store/document.ts';
import { currentSelection } from '../store/selection.ts';

/** Whether anything is marked that can be copied. */
export function canCopy(): boolean {
  return markedCount() > 0;
}

/** How many nodes and notes would be copied. */
export function markedCount(): number {
  const { nodes, notes } = currentSelection();
  return nodes.size + notes.size;
}

/** What is marked, as the text of a graph file. */
export function copiedText(): string {
  return writeGraph(extract(currentGraph(), currentSelection()));
}
