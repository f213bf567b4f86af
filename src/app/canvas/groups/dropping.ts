import { create } from 'zustand';
import { ancestorsOf, type Graph, groupOf, type Position } from '../../../graph/index.ts';
import type { BoxNode, CanvasNode } from '../adapter.ts';

/** What letting go of a drag would change about who stands in which box. */
interface Dropping {
  /** The box under the pointer that takes what enters; null where there is none. */
  readonly box: string | null;
  /** Nodes and notes (by ids of the canvas) that are being taken out of their box. */
  readonly lifted: ReadonlySet<string>;
  /** Nodes and notes that would go into the box. */
  readonly entering: ReadonlySet<string>;
}

const nothing: Dropping = { box: null, lifted: new Set(), entering: new Set() };

/** Where a drag that is under way would lead. */
export const useDropping = create<Dropping>()(() => nothing);

/**
 * Follows a drag of nodes and notes. What stands in no box enters the one under the pointer, and
 * what stands in one may enter a box within it; else it stays, and its box grows with it. Held by
 * Alt, it is taken out of its box, and enters whichever is under the pointer.
 */
export function followDrag(
  graph: Graph,
  dragged: readonly CanvasNode[],
  all: readonly CanvasNode[],
  pointer: Position,
  takesOut: boolean,
): void {
  if (dragged.some(({ type }) => type === 'box' || type === 'group')) return;
  if (!all.some(({ type }) => type === 'box')) return;
  const box = innermostBox(all, pointer)?.data.box.group.id;
  const around = box === undefined ? [] : ancestorsOf(graph, box).map(({ id }) => id);
  const homes = new Map(dragged.map((node) => [node.id, homeOf(graph, node)]));
  const lifted = dragged.filter(({ id }) => takesOut && homes.get(id) !== undefined);
  const entering = dragged.filter(({ id }) => {
    const home = homes.get(id);
    if (box === undefined || takesOut) return box !== undefined;
    return home !== box && (home === undefined || around.includes(home));
  });
  const ids = (nodes: readonly CanvasNode[]) => new Set(nodes.map(({ id }) => id));
  useDropping.setState({
    box: entering.length > 0 ? (box ?? null) : null,
    lifted: lifted.length > 0 ? ids(lifted) : nothing.lifted,
    entering: ids(entering),
  });
}

/** The innermost box at a place on the canvas. */
export function innermostBox(all: readonly CanvasNode[], place: Position): BoxNode | undefined {
  return all
    .filter((node) => node.type === 'box')
    .filter(({ position, width = 0, height = 0 }) => {
      const [x, y] = [place.x - position.x, place.y - position.y];
      return x >= 0 && y >= 0 && x <= width && y <= height;
    })
    .sort((a, b) => b.data.box.depth - a.data.box.depth)
    .at(0);
}

/** Ends a drag; gives where it has led. */
export function endDropping(): Dropping {
  const dropping = useDropping.getState();
  if (dropping !== nothing) useDropping.setState(nothing);
  return dropping;
}

/** The box a node or note stands in itself. */
function homeOf(graph: Graph, node: CanvasNode): string | undefined {
  return node.type === 'note' ? node.data.note.group : groupOf(graph, node.id)?.id;
}
