import { useStore, useStoreApi } from '@xyflow/react';
import { type PointerEvent, useCallback, useEffect, useMemo, useRef } from 'react';
import { groupFlowId, groupIdOf, isItem, noteFlowId, noteIdOf } from '../../../drawing/index.ts';
import type { Position } from '../../../graph/index.ts';
import { select, useView } from '../../store/view.ts';
import type { CanvasEdge, CanvasNode } from '../adapter.ts';
import { useFocus } from '../focus.ts';
import { toCanvas } from '../viewport.ts';
import { boxNow, followed, type Kept, type Part, type Picture, partOf } from './culling.ts';
import { edgeNear, nodeAt, nodesWithin } from './hit.ts';
import { hover, keepDrawn, useReach } from './reach.ts';
import { boundsOf, farZoom, grown, mostDrawnAlways, type Region, regionFor } from './region.ts';

/** More marked nodes than this are drawn only where they are in view. */
const mostKept = 60;

/** How near, in pixels of the window, the pointer comes to an edge it is said to be on. */
const edgeReach = 8;

/** How far edges that turn back go beyond the nodes, with their numbers. */
const edgeRoom = 300;

/** How a picture is drawn at the moment. */
export interface Scale {
  /** What is handed to React Flow. */
  readonly handed: Pick<Picture, 'nodes' | 'edges'>;
  readonly isFar: boolean;
  /** Which part of a large picture that is, and where; null while it is all of it. */
  readonly culled: { readonly part: Part; readonly region: Region } | null;
}

/** Follows the view, and says which part of the picture React Flow draws. */
export function useScale(picture: Picture, dragged: ReadonlyMap<string, Position>): Scale {
  const isCulled = picture.nodes.length > mostDrawnAlways;
  const bounds = useMemo(() => {
    const box = isCulled ? boundsOf(picture.nodes.map((node) => boxNow(node, nothing))) : null;
    return box && grown(box, edgeRoom);
  }, [isCulled, picture.nodes]);
  const last = useRef<Region | null>(null);
  const region = useStore(
    useCallback(
      ({ transform: [x, y, zoom], width, height }) => {
        if (!isCulled || width === 0) return null;
        last.current = regionFor({ x, y, zoom, width, height }, bounds, last.current);
        return last.current;
      },
      [isCulled, bounds],
    ),
  );
  const isFar = useStore(({ transform }) => transform[2] < farZoom);
  const kept = useKept(dragged);
  const part = useMemo(
    () => (region === null ? null : partOf(picture, region, kept)),
    [picture, region, kept],
  );
  const steady = useSteady(part);
  const still = useMemo(
    () => (steady ? { nodes: steady.nodes, edges: steady.edges, style: picture.style } : picture),
    [steady, picture],
  );
  const handed = useMemo(() => followed(still, dragged), [still, dragged]);
  return { handed, isFar, culled: region && steady && { part: steady, region } };
}

function useKept(dragged: ReadonlyMap<string, Position>): Kept {
  const nodes = useView((view) => view.selectedNodes);
  const edges = useView((view) => view.selectedEdges);
  const groups = useView((view) => view.selectedGroups);
  const notes = useView((view) => view.selectedNotes);
  const reach = useReach();
  const pulled = useKeys(dragged);
  const at = useFocus((focus) => focus.at) ?? null;
  return useMemo(() => {
    const present = (id: string | null) => (id === null ? [] : [id]);
    const few = (ids: ReadonlySet<string>) => (ids.size <= mostKept ? ids : nobody);
    return {
      nodes: new Set([
        ...few(nodes),
        ...[...groups].map(groupFlowId),
        ...[...notes].map(noteFlowId),
        ...few(pulled),
        ...present(reach.hoveredNode),
        ...present(reach.focused),
        ...present(at),
      ]),
      edges: new Set([...few(edges), ...present(reach.hoveredEdge), ...present(at)]),
      pulled: few(pulled),
    };
  }, [nodes, edges, groups, notes, reach, at, pulled]);
}

const nobody: ReadonlySet<string> = new Set();

/** The keys of a map: the same set as long as it has the same ones. */
export function useKeys(map: ReadonlyMap<string, unknown>): ReadonlySet<string> {
  const last = useRef(nobody);
  const keys = new Set(map.keys());
  if (!sameMembers(keys, last.current)) last.current = keys;
  return last.current;
}

/** Keeps arrays and sets the same as long as the same things are in them. */
function useSteady(part: Part | null): Part | null {
  const before = useRef(part);
  const old = before.current;
  if (part !== null && old !== null && part !== old) {
    const nodes = sameItems(part.nodes, old.nodes) ? old.nodes : part.nodes;
    const edges = sameItems(part.edges, old.edges) ? old.edges : part.edges;
    const drawn = sameMembers(part.drawn, old.drawn) ? old.drawn : part.drawn;
    const wires = sameMembers(part.wires, old.wires) ? old.wires : part.wires;
    before.current = { nodes, edges, drawn, wires };
  } else before.current = part;
  return before.current;
}

function sameItems<Item>(a: readonly Item[], b: readonly Item[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i]);
}

function sameMembers(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((member) => b.has(member));
}

/** Marks what the canvas knows by these ids. */
function selectItems(ids: readonly string[]): void {
  select(
    ids.filter((id) => !isItem(id)),
    [],
    {
      groups: ids.flatMap((id) => groupIdOf(id) ?? []),
      notes: ids.flatMap((id) => noteIdOf(id) ?? []),
    },
  );
}

const nothing: ReadonlyMap<string, Position> = new Map();

/**
 * Makes what React Flow does not draw work as if it did: what is under the pointer is drawn before
 * a button goes down, taps and frames find all nodes, and what is unmarked need not be drawn.
 */
export function useUndrawn(picture: Picture, part: Part | null) {
  const store = useStoreApi<CanvasNode, CanvasEdge>();
  const now = useRef({ picture, part });
  now.current = { picture, part };
  const frame = useRef<ReturnType<typeof nodesWithin>>([]);

  useEffect(
    () =>
      store.subscribe(({ userSelectionRect: rect, userSelectionActive, transform }) => {
        if (!userSelectionActive || !rect || now.current.part === null) return;
        const [left, top, zoom] = transform;
        const box = {
          x: (rect.x - left) / zoom,
          y: (rect.y - top) / zoom,
          width: rect.width / zoom,
          height: rect.height / zoom,
        };
        frame.current = nodesWithin(now.current.picture, box);
      }),
    [store],
  );

  return useMemo(() => {
    const isPane = (target: EventTarget) =>
      target instanceof Element && target.classList.contains('react-flow__pane');
    const hit = ({ clientX, clientY }: { clientX: number; clientY: number }) =>
      nodeAt(now.current.picture, toCanvas({ x: clientX, y: clientY }));
    return {
      onPointerMove(event: PointerEvent) {
        const { picture, part } = now.current;
        const { connection, transform } = store.getState();
        if (part === null || event.pointerType === 'touch') return;
        if (event.buttons !== 0 && !connection.inProgress) return;
        if (!isPane(event.target)) return;
        const node = hit(event)?.id ?? null;
        const at = toCanvas({ x: event.clientX, y: event.clientY });
        const edge = node === null ? edgeNear(picture, at, edgeReach / transform[2]) : undefined;
        if (connection.inProgress) keepDrawn(connection.fromNode.id);
        hover(node, edge ?? null);
      },
      /** A finger hovers nowhere: its tap finds what is painted. */
      onClickCapture(event: { target: EventTarget; clientX: number; clientY: number }) {
        const { part } = now.current;
        if (part === null || !isPane(event.target)) return false;
        const node = hit(event);
        if (node === undefined || part.drawn.has(node.id)) return false;
        selectItems([node.id]);
        return true;
      },
      /** A click beside everything unmarks what is not drawn, too. */
      onPaneClick() {
        if (now.current.part !== null) select([]);
      },
      /** Marks all that a frame holds. */
      onSelectionEnd() {
        if (now.current.part === null) return;
        selectItems(frame.current.map(({ id }) => id));
        frame.current = [];
      },
      /** After a plain click on something drawn: what is not drawn loses its mark, too. */
      onMarked() {
        const { part } = now.current;
        const { multiSelectionActive, userSelectionActive } = store.getState();
        if (part === null || multiSelectionActive || userSelectionActive) return;
        const { selectedNodes, selectedEdges } = useView.getState();
        const nodes = [...selectedNodes].filter((id) => part.drawn.has(id));
        const edges = [...selectedEdges].filter((id) => part.wires.has(id));
        if (nodes.length < selectedNodes.size || edges.length < selectedEdges.size) {
          useView.setState({ selectedNodes: new Set(nodes), selectedEdges: new Set(edges) });
        }
      },
    };
  }, [store]);
}
