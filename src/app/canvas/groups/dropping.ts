import { create } from 'zustand';
import { groupFlowId, groupIdOf } from '../../../drawing/index.ts';
import {
  ancestorsOf,
  findGroup,
  type Graph,
  groupOf,
  type Position,
} from '../../../graph/index.ts';
import type { BoxNode, CanvasNode } from '../adapter.ts';

/** What letting go of a drag would change about who stands in which box. */
interface Dropping {
  /** The box under the pointer that takes what enters; null where there is none. */
  readonly box: string | null;
  /** What is being taken out of its box, by ids of the canvas. */
  readonly lifted: ReadonlySet<string>;
  /** What would go into the box. */
  readonly entering: ReadonlySet<string>;
}

const nothing: Dropping = { box: null, lifted: new Set(), entering: new Set() };

/** Where a drag that is under way would lead. */
export const useDropping = create<Dropping>()(() => nothing);

/**
 * Follows a drag. What stands in no box enters the one under the pointer, and what stands in one may
 * enter a box within it; else it stays, and its box grows with it. Held by Alt, it is taken out of its
 * box, and enters whichever is under the pointer. Boxes are dragged as nodes are.
 */
export function followDrag(
  graph: Graph,
  dragged: readonly CanvasNode[],
  all: readonly CanvasNode[],
  pointer: Position,
  takesOut: boolean,
): void {
  if (!all.some(({ type }) => type === 'box')) return;
  const carried = new Set(dragged.map(({ id }) => id));
  const isCarried = (group: string | undefined) =>
    group !== undefined && ancestorsOf(graph, group).some(({ id }) => carried.has(groupFlowId(id)));
  const homes = new Map(dragged.map((node) => [node.id, homeOf(graph, node)]));
  // What is in a box that is dragged goes along in it.
  const leading = dragged.filter(({ id }) => !isCarried(homes.get(id)));
  const open = all.filter((node) => node.type === 'box' && !isCarried(node.data.box.group.id));
  const box = innermostBox(open, pointer)?.data.box.group.id;
  const around = box === undefined ? [] : ancestorsOf(graph, box).map(({ id }) => id);
  const lifted = leading.filter(({ id }) => takesOut && homes.get(id) !== undefined);
  const entering = leading.filter(({ id }) => {
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

/** The box a node, a note or a group stands in itself. */
function homeOf(graph: Graph, node: CanvasNode): string | undefined {
  const group = groupIdOf(node.id);
  if (group !== undefined) return findGroup(graph, group)?.parent;
  return node.type === 'note' ? node.data.note.group : groupOf(graph, node.id)?.id;
}
