import { create } from 'zustand';
import { useLens } from '../store/lens.ts';
import { useView } from '../store/view.ts';

interface EdgeTools {
  /** The edge under the pointer, and the one that has the focus. */
  readonly hovered: string | null;
  readonly focused: string | null;
  /** The edge that takes in what hovers over it when it is let go. */
  readonly drop: string | null;
}

const useEdgeTools = create<EdgeTools>()(() => ({ hovered: null, focused: null, drop: null }));

/**
 * What an edge offers at the moment: a `plus` to insert something on it (while it is pointed at, has
 * the focus or alone is selected), or to take in what hovers over it.
 */
export function useEdgeTool(id: string): 'plus' | 'drop' | undefined {
  const isSelected = useView(
    ({ selectedEdges, selectedNodes }) =>
      selectedEdges.size === 1 && selectedEdges.has(id) && selectedNodes.size === 0,
  );
  const isPlain = useLens(({ lens }) => lens === null);
  return useEdgeTools(({ hovered, focused, drop }) => {
    if (drop !== null) return drop === id ? 'drop' : undefined;
    return isPlain && (isSelected || hovered === id || focused === id) ? 'plus' : undefined;
  });
}

/** Says which edge takes in what hovers over it, or that none does. */
export function offerDrop(drop: string | null): void {
  if (useEdgeTools.getState().drop !== drop) useEdgeTools.setState({ drop });
}

/** The edge that was said to take in what hovers over it; it no longer is. */
export function takeDrop(): string | null {
  const { drop } = useEdgeTools.getState();
  offerDrop(null);
  return drop;
}

/** Follows which edge of the canvas is pointed at and which has the focus. */
export function watchEdges(canvas: HTMLElement): () => void {
  const over = ({ target, buttons }: PointerEvent) => {
    const hovered = buttons === 0 ? edgeIdOf(target) : null;
    if (useEdgeTools.getState().hovered !== hovered) useEdgeTools.setState({ hovered });
  };
  const focus = ({ target }: FocusEvent) => useEdgeTools.setState({ focused: edgeIdOf(target) });
  const blur = () => useEdgeTools.setState({ focused: null });
  const leave = () => useEdgeTools.setState({ hovered: null });
  canvas.addEventListener('pointerover', over);
  canvas.addEventListener('pointerleave', leave);
  canvas.addEventListener('focusin', focus);
  canvas.addEventListener('focusout', blur);
  return () => {
    canvas.removeEventListener('pointerover', over);
    canvas.removeEventListener('pointerleave', leave);
    canvas.removeEventListener('focusin', focus);
    canvas.removeEventListener('focusout', blur);
  };
}

/** The id of the edge an element of the canvas belongs to. */
export function edgeIdOf(target: EventTarget | Element | null): string | null {
  const edge = target instanceof Element ? target.closest('.react-flow__edge') : null;
  return edge?.getAttribute('data-id') ?? null;
}
