import {
  Background,
  BackgroundVariant,
  type EdgeChange,
  type FinalConnectionState,
  type NodeChange,
  ReactFlow,
  type ReactFlowInstance,
} from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import {
  lazy,
  type MouseEvent,
  Suspense,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { edgeNumbers } from '../../engine/index.ts';
import { moveNodes, outputOf, type Position } from '../../graph/index.ts';
import { ops } from '../../ops/index.ts';
import { useSay } from '../i18n/say.ts';
import { currentGraph, edit, useDocument } from '../store/document.ts';
import { useEvaluation } from '../store/evaluation.ts';
import { useLens } from '../store/lens.ts';
import { notify, useView } from '../store/view.ts';
import {
  adaptEdges,
  adaptNodes,
  type CanvasEdge,
  type CanvasNode,
  type NodeSight,
  waysOfEdges,
} from './adapter.ts';
import './canvas.css';
import { canConnect, connectPorts, connectToNode, reconnect } from './connecting.ts';
import { edgeTypes } from './NumbersEdge.tsx';
import { nodeTypes } from './nodes.tsx';
import {
  attachViewport,
  onCanvasResized,
  onViewMoved,
  showFromStart,
  zoomRange,
} from './viewport.ts';

const QuickAdd = lazy(() => import('./QuickAdd.tsx'));

/** Above this many nodes only those in view are drawn. */
const mostDrawnAlways = 200;

const nothingDragged: ReadonlyMap<string, Position> = new Map();

/** The graph as a picture to work on. */
export function Canvas() {
  const { t } = useTranslation();
  const root = useRef<HTMLDivElement>(null);
  const [adding, setAdding] = useState<Position | null>(null);
  const [dragged, setDragged] = useState(nothingDragged);
  const underWay = useRef(nothingDragged);
  const { nodes, edges } = usePicture(dragged);
  const shown = useRef(nodes);
  shown.current = nodes;
  const opened = useDocument((state) => state.opened);
  useEffect(() => {
    if (opened > 0) requestAnimationFrame(() => showFromStart());
  }, [opened]);

  useEffect(() => {
    const observer = new ResizeObserver(() => onCanvasResized());
    if (root.current) observer.observe(root.current);
    return () => observer.disconnect();
  }, []);

  const onNodesChange = useCallback((changes: NodeChange<CanvasNode>[]) => {
    applySelection(changes, 'selectedNodes');
    const moves = changes.filter((change) => change.type === 'position');
    if (moves.length === 0) return;
    const places = new Map<string, Position>();
    for (const { id, position } of moves) if (position) places.set(id, position);
    const before = underWay.current;
    const now = new Map([...before, ...places]);
    if (moves.some(({ dragging }) => dragging)) {
      underWay.current = now;
      setDragged(now);
      return;
    }
    // The end of a drag says where the nodes are; arrow keys say only this and drag nothing.
    underWay.current = nothingDragged;
    setDragged(nothingDragged);
    commitMoves(now, before.size > 0 ? null : 'arrows');
  }, []);

  const onEdgesChange = useCallback((changes: EdgeChange<CanvasEdge>[]) => {
    applySelection(changes, 'selectedEdges');
  }, []);

  const onDoubleClick = (event: MouseEvent) => {
    if (!(event.target instanceof Element)) return;
    if (!event.target.classList.contains('react-flow__pane')) return;
    setAdding({ x: event.clientX, y: event.clientY });
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: double-click is a shortcut; the palette adds too
    <div ref={root} className="canvas" tabIndex={-1} onDoubleClick={onDoubleClick}>
      <ReactFlow<CanvasNode, CanvasEdge>
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onInit={(instance: ReactFlowInstance<CanvasNode, CanvasEdge>) => {
          attachViewport(instance, root.current, () => shown.current);
          showFromStart();
        }}
        onMoveStart={(event) => {
          if (event !== null) onViewMoved();
        }}
        onNodesChange={onNodesChange}
        onEdgesChange={onEdgesChange}
        isValidConnection={({ source, target, targetHandle }) =>
          canConnect(source, { target, port: Number(targetHandle) })
        }
        onConnect={({ source, target, targetHandle }) =>
          connectPorts(source, { target, port: Number(targetHandle) })
        }
        onConnectEnd={onConnectEnd}
        onReconnect={(old, { source, target, targetHandle }) =>
          reconnect({ target: old.target, port: old.data?.port ?? 0 }, source, {
            target,
            port: Number(targetHandle),
          })
        }
        onlyRenderVisibleElements={nodes.length > mostDrawnAlways}
        deleteKeyCode={null}
        multiSelectionKeyCode={['Shift', 'Meta', 'Control']}
        minZoom={zoomRange.least}
        maxZoom={zoomRange.most}
        zoomOnDoubleClick={false}
        panActivationKeyCode={null}
        connectionRadius={22}
        reconnectRadius={12}
        elevateEdgesOnSelect
        aria-label={t('canvas.label')}
        ariaLabelConfig={{
          'node.a11yDescription.default': t('canvas.nodeHelp'),
          'node.a11yDescription.keyboardDisabled': t('canvas.nodeHelp'),
          'edge.a11yDescription.default': t('canvas.edgeHelp'),
        }}
        proOptions={{ hideAttribution: true }}
      >
        <Background variant={BackgroundVariant.Dots} gap={22} size={1.6} color="var(--dots)" />
      </ReactFlow>
      {nodes.length === 0 && <EmptyHint />}
      {adding && (
        <Suspense>
          <QuickAdd at={adding} onClose={() => setAdding(null)} />
        </Suspense>
      )}
    </div>
  );
}

function EmptyHint() {
  const { t } = useTranslation();
  return (
    <div className="canvas-empty">
      <p className="canvas-empty-title">{t('canvas.emptyTitle')}</p>
      <p>{t('canvas.emptyHelp')}</p>
    </div>
  );
}

/** The nodes and edges as React Flow takes them; whatever did not change stays the same object. */
function usePicture(dragged: ReadonlyMap<string, Position>) {
  const { t } = useTranslation();
  const say = useSay();
  const graph = useDocument((state) => state.graph);
  const selectedNodes = useView((view) => view.selectedNodes);
  const selectedEdges = useView((view) => view.selectedEdges);
  const evaluation = useEvaluation();
  // A lens says by itself which edges stand out.
  const hasLens = useLens(({ lens }) => lens !== null);
  const slots = useLens(({ lens }) => lens?.Slot !== undefined);
  const locals = useLens(({ lens }) => lens?.hasLocals ?? false);
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
          return [numbers?.value, numbers?.gradient];
        },
        { slots, locals },
      ),
    [graph, nodes, program, evaluation, slots, locals],
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

function applySelection(
  changes: readonly (NodeChange<CanvasNode> | EdgeChange<CanvasEdge>)[],
  which: 'selectedNodes' | 'selectedEdges',
): void {
  const marks = changes.filter((change) => change.type === 'select');
  if (marks.length === 0) return;
  useView.setState((view) => {
    const selected = new Set(view[which]);
    for (const { id, selected: isOn } of marks) {
      if (isOn) selected.add(id);
      else selected.delete(id);
    }
    return { [which]: selected };
  });
}

function commitMoves(places: ReadonlyMap<string, Position>, gesture: string | null): void {
  const rounded = new Map<string, Position>();
  for (const node of currentGraph().nodes) {
    const place = places.get(node.id);
    if (place === undefined) continue;
    const { x, y } = { x: Math.round(place.x), y: Math.round(place.y) };
    if (node.position?.x !== x || node.position?.y !== y) rounded.set(node.id, { x, y });
  }
  if (rounded.size > 0) edit(moveNodes(currentGraph(), rounded), gesture);
}

/** A wire let go: on a node's body it takes the first free port; refused ends are explained. */
function onConnectEnd(event: globalThis.MouseEvent | TouchEvent, state: FinalConnectionState) {
  if (state.isValid || state.fromNode === null || state.fromHandle === null) return;
  const from = { id: state.fromNode.id, isOutput: state.fromHandle.type === 'source' };
  if (state.toHandle && state.toNode) {
    if (state.toHandle.type === state.fromHandle.type) {
      notify(from.isOutput ? outputToOutput : inputToInput, 'wrong');
    } else if (from.isOutput) {
      connectPorts(from.id, { target: state.toNode.id, port: Number(state.toHandle.id) });
    } else {
      const port = Number(state.fromHandle.id);
      connectPorts(state.toNode.id, { target: from.id, port });
    }
    return;
  }
  const point = 'changedTouches' in event ? event.changedTouches[0] : event;
  const hit = document.elementFromPoint(point.clientX, point.clientY);
  const node = hit?.closest<HTMLElement>('.react-flow__node')?.dataset.id;
  if (node === undefined) notify(droppedNowhere);
  else if (from.isOutput) connectToNode(from.id, node);
  else connectPorts(node, { target: from.id, port: Number(state.fromHandle.id) });
}

const droppedNowhere = {
  en: 'Not connected: let the wire go on an operand port (left side of a node) or on a node.',
  'zh-CN': '未连接：请把连线放到某个节点左侧的操作数端口上，或直接放到节点上。',
};
const outputToOutput = {
  en: 'Not connected: this is an output. Let the wire go on an operand port, at the left side of a node.',
  'zh-CN': '未连接：这是输出端口。请把连线放到节点左侧的操作数端口上。',
};
const inputToInput = {
  en: 'Not connected: both are operand ports. Let the wire go on an output port, at the right side of a node.',
  'zh-CN': '未连接：两端都是操作数端口。请把连线放到节点右侧的输出端口上。',
};
