import { create } from 'zustand';

/** What React Flow draws of a large graph wherever it stands, besides what is selected. */
interface Reach {
  /** The node or edge under the pointer. */
  readonly hoveredNode: string | null;
  readonly hoveredEdge: string | null;
  /** The node that has the focus, or is about to get it. */
  readonly focused: string | null;
}

/** What is within reach of pointer and keys though it might not be drawn otherwise. */
export const useReach = create<Reach>()(() => ({
  hoveredNode: null,
  hoveredEdge: null,
  focused: null,
}));

/** Notes what is under the pointer. */
export function hover(node: string | null, edge: string | null): void {
  const { hoveredNode, hoveredEdge } = useReach.getState();
  if (hoveredNode !== node || hoveredEdge !== edge) {
    useReach.setState({ hoveredNode: node, hoveredEdge: edge });
  }
}

/** Keeps a node drawn from now on, until another one is: it has the focus or is about to get it. */
export function keepDrawn(node: string | null): void {
  if (useReach.getState().focused !== node) useReach.setState({ focused: node });
}
