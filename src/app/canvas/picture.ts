import { useCallback, useDeferredValue, useMemo, useRef } from 'react';
import { mostPlaced, type Shown, sizeOfNode, whatIsShown } from '../../drawing/index.ts';
import { edgeNumbers } from '../../engine/index.ts';
import { findNode, membersOf, outputOf, type Position } from '../../graph/index.ts';
import { ops, type Shape } from '../../ops/index.ts';
import { useShowsLocals } from '../appearance/locals.ts';
import { useNumbers } from '../appearance/numbers.ts';
import { useSay } from '../i18n/say.ts';
import { useTranslation } from '../i18n/translation.ts';
import { useAppearance } from '../store/appearance.ts';
import { useEvaluation } from '../store/evaluation.ts';
import { useLens } from '../store/lens.ts';
import { useView } from '../store/view.ts';
import {
  adaptEdges,
  adaptNodes,
  type CanvasEdge,
  type CanvasNode,
  type EdgeTexts,
  type NodeSight,
  type OpNode,
  sameItems,
  type Ways,
  waysOfEdges,
} from './adapter.ts';
import { useDropping } from './groups/dropping.ts';
import { adaptItems } from './groups/items.ts';
import { itemWords } from './groups/itemWords.ts';
import { useNoteHeights } from './notes/sizes.ts';
import { usePictured } from './pictured.ts';
import type { Picture } from './scale/culling.ts';

/** Of more nodes than these it would light nearly everything to show where they lead. */
const mostLit = 3;

/** What is shown of the present graph; practice looks into all groups, as it asks about what is in them. */
function useShown(): Shown {
  const graph = usePictured();
  const opensAll = useView((view) => view.mode === 'practise');
  return useMemo(() => whatIsShown(graph, opensAll), [graph, opensAll]);
}

/** The nodes and edges as React Flow takes them; whatever did not change stays the same object. */
export function usePicture(dragged: ReadonlyMap<string, Position>): Picture {
  const { t } = useTranslation();
  const say = useSay();
  const graph = usePictured();
  const shown = useShown();
  const selectedNodes = useView((view) => view.selectedNodes);
  const selectedEdges = useView((view) => view.selectedEdges);
  // A lens says by itself which edges stand out.
  const hasLens = useLens(({ lens }) => lens !== null);
  const slots = useLens(({ lens }) => lens?.Slot !== undefined);
  const locals = useShowsLocals();
  const style = useAppearance(({ edgeStyle }) => edgeStyle);
  const before = useRef({
    nodes: new Map<string, OpNode>(),
    edges: new Map<string, CanvasEdge>(),
  });

  const shapeOf = useShapes();
  const output = useMemo(() => outputOf(graph), [graph]);
  const opNodes = useMemo(() => {
    const sight: NodeSight = {
      output,
      selectedNodes,
      dragged,
      shapeOf,
      word: t('canvas.nodeWord'),
      nodeLabel: (node) => {
        const op = ops.get(node.op);
        return op ? `${node.id}, ${say(op.name)}` : node.id;
      },
    };
    const adapted = adaptNodes(graph, shown, sight, before.current.nodes);
    before.current.nodes = new Map(adapted.map((node) => [node.id, node]));
    return adapted;
  }, [graph, shown, output, selectedNodes, dragged, shapeOf, say, t]);
  const items = useItems(shown, opNodes, dragged);
  const nodes = useSame(
    useMemo(() => (items.length === 0 ? opNodes : [...items, ...opNodes]), [items, opNodes]),
  );

  const textsOf = useEdgeTexts(shown.edges.length <= mostPlaced);
  const made = useRef<Ways | undefined>(undefined);
  const { ways } = useMemo(() => {
    const extras = { slots, locals, style };
    const isDragged = (id: string) => dragged.has(id);
    made.current = waysOfEdges(shown.edges, nodes, textsOf, extras, made.current, isDragged);
    return made.current;
  }, [shown, nodes, textsOf, slots, locals, style, dragged]);
  const selectedGroups = useView((view) => view.selectedGroups);
  const lightFrom = useMemo(() => {
    if (hasLens || selectedNodes.size > mostLit) return nothing;
    const [group, ...others] = selectedNodes.size === 0 ? selectedGroups : [];
    if (group === undefined || others.length > 0) return selectedNodes;
    return membersOf(graph, group);
  }, [hasLens, selectedNodes, selectedGroups, graph]);
  const edges = useMemo(() => {
    const adapted = adaptEdges(
      graph,
      shown,
      nodes,
      {
        output,
        selectedEdges,
        lightFrom,
        word: t('canvas.edgeWord'),
        edgeLabel: (source, target, port) => t('canvas.edge', { source, target, port: port + 1 }),
      },
      ways,
      before.current.edges,
    );
    before.current.edges = new Map(adapted.map((edge) => [edge.id, edge]));
    return adapted;
  }, [graph, shown, nodes, output, selectedEdges, lightFrom, ways, t]);
  const sameEdges = useSame(edges);
  return useMemo(() => ({ nodes, edges: sameEdges, style }), [nodes, sameEdges, style]);
}

const nothing: ReadonlySet<string> = new Set();

/** A list, or the one from before where all in it is as it was: then nobody draws anything anew. */
function useSame<Item>(items: readonly Item[]): readonly Item[] {
  const before = useRef(items);
  if (!sameItems(items, before.current, Object.is)) before.current = items;
  return before.current;
}

/** Tells the shape of a node's value; another function once shapes may have changed. */
function useShapes(): (id: string) => Shape | undefined {
  const shapes = useEvaluation(({ program }) => program.shapes);
  const index = useEvaluation(({ program }) => program.index);
  return useCallback((id) => shapes[index.get(id) ?? -1], [shapes, index]);
}

/** Tells what is written on edges, unless numbers do not look for room anyway. */
function useEdgeTexts(isAsked: boolean): EdgeTexts {
  const current = useEvaluation((state) => (isAsked ? state : null));
  // Numbers are new at once; that longer ones look for another place may take a moment more.
  const late = useDeferredValue(current);
  const evaluation = late?.program === current?.program ? late : current;
  const written = useNumbers();
  const locals = useShowsLocals();
  return useCallback(
    (target, port) => {
      if (evaluation === null) return [];
      const numbers = edgeNumbers(evaluation.program, evaluation.edges, target, port);
      const shown = [numbers?.value, numbers?.gradient];
      const texts = shown.map((number) => (number == null ? '' : written.briefly(number)));
      return locals && numbers?.local != null
        ? [...texts, `∂ ${written.briefly(numbers.local)}`]
        : texts;
    },
    [evaluation, written, locals],
  );
}

/** The boxes, cards and notes of the picture. */
function useItems(
  shown: Shown,
  nodes: readonly OpNode[],
  dragged: ReadonlyMap<string, Position>,
): readonly CanvasNode[] {
  const say = useSay();
  const graph = usePictured();
  const language = useView((view) => view.language);
  const selectedGroups = useView((view) => view.selectedGroups);
  const selectedNotes = useView((view) => view.selectedNotes);
  const noteHeights = useNoteHeights(({ heights }) => heights);
  const lifted = useDropping((state) => state.lifted);
  const shapeOf = useShapes();
  const before = useRef(new Map<string, CanvasNode>());
  return useMemo(() => {
    const items = adaptItems(
      shown,
      nodes,
      {
        selectedGroups,
        selectedNotes,
        dragged,
        lifted,
        noteHeights,
        language,
        boxOfNode: (id) => {
          const node = findNode(graph, id);
          const position = dragged.get(id) ?? node?.position;
          if (node === undefined || position === undefined) return undefined;
          return { ...position, ...sizeOfNode(node, shapeOf(id)) };
        },
        words: {
          group: say(itemWords.group),
          collapsedGroup: say(itemWords.collapsedGroup),
          note: say(itemWords.note),
          untitled: say(itemWords.untitled),
        },
      },
      before.current,
    );
    before.current = new Map(items.map((item) => [item.id, item]));
    return items;
  }, [
    shown,
    nodes,
    graph,
    shapeOf,
    dragged,
    lifted,
    noteHeights,
    language,
    selectedGroups,
    selectedNotes,
    say,
  ]);
}
