import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { edgeNumbers } from '../../engine/index.ts';
import { outputOf, type Position } from '../../graph/index.ts';
import { ops } from '../../ops/index.ts';
import { useShowsLocals } from '../appearance/locals.ts';
import { useNumbers } from '../appearance/numbers.ts';
import { useSay } from '../i18n/say.ts';
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
  waysOfEdges,
} from './adapter.ts';

/** The nodes and edges as React Flow takes them; whatever did not change stays the same object. */
export function usePicture(dragged: ReadonlyMap<string, Position>) {
  const { t } = useTranslation();
  const say = useSay();
  const graph = useDocument((state) => state.graph);
  const selectedNodes = useView((view) => view.selectedNodes);
  const selectedEdges = useView((view) => view.selectedEdges);
  const evaluation = useEvaluation();
  const written = useNumbers();
  // A lens says by itself which edges stand out.
  const hasLens = useLens(({ lens }) => lens !== null);
  const slots = useLens(({ lens }) => lens?.Slot !== undefined);
  const locals = useShowsLocals();
  const before = useRef({
    nodes: new Map<string, CanvasNode>(),
    edges: new Map<string, CanvasEdge>(),
  });

  const { program } = evaluation;
  const output = outputOf(graph);
  const nodes = useMemo(() => {
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
    const adapted = adaptNodes(graph, sight, before.current.nodes);
    before.current.nodes = new Map(adapted.map((node) => [node.id, node]));
    return adapted;
  }, [graph, output, selectedNodes, dragged, program, say, t]);

  const ways = useMemo(
    () =>
      waysOfEdges(
        graph,
        nodes,
        (target, port) => {
          const numbers = edgeNumbers(program, evaluation.edges, target, port);
          const shown = [numbers?.value, numbers?.gradient, locals ? numbers?.local : undefined];
          return shown.flatMap((number) => (number == null ? [] : written.briefly(number)));
        },
        { slots, locals },
      ),
    [graph, nodes, program, evaluation, written, slots, locals],
  );
  const edges = useMemo(() => {
    const adapted = adaptEdges(
      graph,
      nodes,
      {
        output,
        selectedNodes,
        selectedEdges,
        lightsSelection: !hasLens,
        word: t('canvas.edgeWord'),
        edgeLabel: (source, target, port) => t('canvas.edge', { source, target, port: port + 1 }),
      },
      ways,
      before.current.edges,
    );
    before.current.edges = new Map(adapted.map((edge) => [edge.id, edge]));
    return adapted;
  }, [graph, nodes, output, selectedNodes, selectedEdges, hasLens, ways, t]);
  return { nodes, edges };
}
