import {
  Background,
  BackgroundVariant,
  type EdgeChange,
  type NodeChange,
  ReactFlow,
  type ReactFlowInstance,
} from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { lazy, type MouseEvent, Suspense, useCallback, useEffect, useRef } from 'react';
import { useTranslation } from '../i18n/translation.ts';
import { currentGraph, useDocument } from '../store/document.ts';
import { openQuickAdd, useView } from '../store/view.ts';
import type { CanvasEdge, CanvasNode } from './adapter.ts';
import './canvas.css';
import { applySelection, useMoves } from './changes.ts';
import { canConnect, connectPorts, reconnect } from './connecting.ts';
import { wireOf } from './ends.ts';
import { gridStep } from './grid.ts';
import { Breadcrumbs } from './groups/Breadcrumbs.tsx';
import { followDrag } from './groups/dropping.ts';
import { onConnectEnd } from './loose.ts';
import { edgeTypes } from './NumbersEdge.tsx';
import { nodeTypes } from './nodes.tsx';
import { usePicture } from './picture.ts';
import {
  attachViewport,
  onCanvasResized,
  onViewMoved,
  showFromStart,
  toCanvas,
  zoomRange,
} from './viewport.ts';

const QuickAdd = lazy(() => import('./QuickAdd.tsx'));

/** Above this many nodes only those in view are drawn. */
const mostDrawnAlways = 200;

const grid: [number, number] = [gridStep, gridStep];

/** The graph as a picture to work on. */
export function Canvas() {
  const { t } = useTranslation();
  const root = useRef<HTMLDivElement>(null);
  const quickAdd = useView((view) => view.quickAdd);
  const snap = useView((view) => view.snap);
  const shown = useRef<readonly CanvasNode[]>([]);
  const { dragged, onMoves } = useMoves(shown);
  const { nodes, edges } = usePicture(dragged);
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

  const onNodesChange = useCallback(
    (changes: NodeChange<CanvasNode>[]) => {
      applySelection(changes, 'selectedNodes');
      onMoves(changes);
    },
    [onMoves],
  );

  const onEdgesChange = useCallback((changes: EdgeChange<CanvasEdge>[]) => {
    applySelection(changes, 'selectedEdges');
  }, []);

  const onDoubleClick = (event: MouseEvent) => {
    if (!(event.target instanceof Element)) return;
    if (!event.target.classList.contains('react-flow__pane')) return;
    openQuickAdd({ at: { x: event.clientX, y: event.clientY } });
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
        isValidConnection={(connection) => {
          const { source, to } = wireOf(connection);
          return canConnect(source, to);
        }}
        onConnect={(connection) => {
          const { source, to } = wireOf(connection);
          connectPorts(source, to);
        }}
        onConnectEnd={onConnectEnd}
        onReconnect={({ data }, connection) => {
          const { source, to } = wireOf(connection);
          if (data) reconnect({ target: data.target, port: data.port }, source, to);
        }}
        onNodeDrag={(event, _, moving) => {
          const { clientX: x, clientY: y } = 'touches' in event ? event.touches[0] : event;
          followDrag(currentGraph(), moving, shown.current, toCanvas({ x, y }), event.altKey);
        }}
        onlyRenderVisibleElements={nodes.length > mostDrawnAlways}
        deleteKeyCode={null}
        multiSelectionKeyCode={['Shift', 'Meta', 'Control']}
        minZoom={zoomRange.least}
        maxZoom={zoomRange.most}
        zoomOnDoubleClick={false}
        panActivationKeyCode={null}
        snapToGrid={snap}
        snapGrid={grid}
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
        <Background
          variant={BackgroundVariant.Dots}
          gap={gridStep}
          size={1.6}
          color="var(--dots)"
        />
      </ReactFlow>
      <Breadcrumbs />
      {nodes.length === 0 && <EmptyHint />}
      {quickAdd && (
        <Suspense>
          <QuickAdd at={quickAdd.at} onClose={() => openQuickAdd(null)} />
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
