import { useMemo, useRef } from 'react';
import { type Shown, sizeOfNode, whatIsShown } from '../../drawing/index.ts';
import { edgeNumbers } from '../../engine/index.ts';
import { findNode, membersOf, outputOf, type Position } from '../../graph/index.ts';
import { ops } from '../../ops/index.ts';
import { useShowsLocals } from '../appearance/locals.ts';
import { useNumbers } from '../appearance/numbers.ts';
import { useSay } from '../i18n/say.ts';
import { useTranslation } from '../i18n/translation.ts';
import { useAppearance } from '../store/appearance.ts';
import { useDocument } from '../store/document.ts';
import { useEvaluation } from '../store/evaluation.ts';
import { useLens } from '../store/lens.ts';
import { useView } from '../store/view.ts';
import {
  adaptEdges,
  adaptNodes,
  type CanvasEdge,
  type CanvasNode,
  type NodeSight,
  type OpNode,
  type Ways,
  waysOfEdges,
} from './adapter.ts';
import { useDropping } from './groups/dropping.ts';
import { adaptItems } from './groups/items.ts';
import { itemWords } from './groups/itemWords.ts';
import { useNoteHeights } from './notes/sizes.ts';

/** Of more nodes than these it would light nearly everything to show where they lead. */
const mostLit = 3;

/** What is shown of the present graph; practice looks into all groups, as it asks about what is in them. */
export function useShown(): Shown {
  const graph = useDocument((state) => state.graph);
  const opensAll = useView((view) => view.mode === 'practise');
  return useMemo(() => whatIsShown(graph, opensAll), [graph, opensAll]);
}

/** The nodes and edges as React Flow takes them; whatever did not change stays the same object. */
export function usePicture(dragged: ReadonlyMap<string, Position>) {
  const { t } = useTranslation();
  const say = useSay();
  const graph = useDocument((state) => state.graph);
  const shown = useShown();
  const selectedNodes = useView((view) => view.selectedNodes);
  const selectedEdges = useView((view) => view.selectedEdges);
  const evaluation = useEvaluation();
  const written = useNumbers();
  // A lens says by itself which edges stand out.
  const hasLens = useLens(({ lens }) => lens !== null);
  const slots = useLens(({ lens }) => lens?.Slot !== undefined);
  const locals = useShowsLocals();
  const style = useAppearance(({ edgeStyle }) => edgeStyle);
  const before = useRef({
    nodes: new Map<string, OpNode>(),
    edges: new Map<string, CanvasEdge>(),
  });

  const { program } = evaluation;
  const output = outputOf(graph);
  const opNodes = useMemo(() => {
    const sight: NodeSight = {
      output,
      selectedNodes,
      dragged,
      shapeOf: (id) => program.shapes[program.index.get(id) ?? -1],
      word: t('canvas.nodeWord'),
      nodeLabel: (node) => {
        const op = ops.get(node.op);
        return op ? `${node.id}, ${say(op.name)}` : node.id;
      },
    };
    const adapted = adaptNodes(graph, shown, sight, before.current.nodes);
    before.current.nodes = new Map(adapted.map((node) => [node.id, node]));
    return adapted;
  }, [graph, shown, output, selectedNodes, dragged, program, say, t]);
  const items = useItems(shown, opNodes, dragged);
  const nodes = useMemo(
    () => (items.length === 0 ? opNodes : [...items, ...opNodes]),
    [items, opNodes],
  );

  const made = useRef<Ways | undefined>(undefined);
  const { ways } = useMemo(() => {
    made.current = waysOfEdges(
      shown.edges,
      nodes,
      (target, port) => {
        const numbers = edgeNumbers(program, evaluation.edges, target, port);
        const shown = [numbers?.value, numbers?.gradient];
        const texts = shown.map((number) => (number == null ? '' : written.briefly(number)));
        return locals && numbers?.local != null
          ? [...texts, `∂ ${written.briefly(numbers.local)}`]
          : texts;
      },
      { slots, locals, style },
      made.current,
    );
    return made.current;
  }, [shown, nodes, program, evaluation, written, slots, locals, style]);
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
  return { nodes, edges };
}

const nothing: ReadonlySet<string> = new Set();

/** The boxes, cards and notes of the picture. */
function useItems(
  shown: Shown,
  nodes: readonly OpNode[],
  dragged: ReadonlyMap<string, Position>,
): readonly CanvasNode[] {
  const say = useSay();
  const graph = useDocument((state) => state.graph);
  const language = useView((view) => view.language);
  const selectedGroups = useView((view) => view.selectedGroups);
  const selectedNotes = useView((view) => view.selectedNotes);
  const noteHeights = useNoteHeights(({ heights }) => heights);
  const lifted = useDropping((state) => state.lifted);
  const program = useEvaluation((evaluation) => evaluation.program);
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
          return { ...position, ...sizeOfNode(node, program.shapes[program.index.get(id) ?? -1]) };
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
    program,
    dragged,
    lifted,
    noteHeights,
    language,
    selectedGroups,
    selectedNotes,
    say,
  ]);
}
