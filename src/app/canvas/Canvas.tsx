import {
  type Connection,
  type EdgeChange,
  type NodeChange,
  type OnConnectEnd,
  type OnMove,
  type OnNodeDrag,
  ReactFlow,
  type ReactFlowInstance,
} from '@xyflow/react';
import '@xyflow/react/dist/base.css';

import { lazy, type MouseEvent, memo, useCallback, useEffect, useMemo, useRef } from 'react';
import type { Graph, Position } from '../../graph/index.ts';
import { useTranslation } from '../i18n/translation.ts';

import { Part } from '../loading/Part.tsx';
import { currentGraph, useDocument } from '../store/document.ts';
import { openQuickAdd, type QuickAdd as QuickAddRequest, useView } from '../store/view.ts';
import type { CanvasEdge, CanvasNode } from './adapter.ts';
import './canvas.css';
import { applySelection, useMoves } from './changes.ts';
import { canConnect, connectPorts, reconnect } from './connecting.ts';
import { watchEdges } from './edgeTools.ts';
import { wireOf } from './ends.ts';
import { onCanvasFocus, useTabStop, withStop } from './focus.ts';
import { useGlide } from './glide.ts';
import { gridStep } from './grid.ts';
import { Breadcrumbs } from './groups/Breadcrumbs.tsx';
import { followDrag } from './groups/dropping.ts';
import { currentTools, useTools } from './later.ts';
import { selectClicked } from './marking.ts';
import { edgeTypes } from './NumbersEdge.tsx';
import { nodeTypes } from './nodes.tsx';
import { usePicture } from './picture.ts';
import { Backdrop } from './scale/Backdrop.tsx';
import type { Picture } from './scale/culling.ts';
import { Dots } from './scale/Dots.tsx';
import { hover } from './scale/reach.ts';
import { useScale, useUndrawn } from './scale/useScale.ts';
import {
  attachViewport,
  leastZoom,
  middleOfCanvas,
  onCanvasResized,
  onViewMoved,
  showFromStart,
  toCanvas,
  zoomRange,
} from './viewport.ts';

const Minimap = lazy(() => import('./scale/Minimap.tsx'));
const FocusName = lazy(() => import('./FocusName.tsx'));
const Told = lazy(() => import('./Told.tsx'));

/** A larger picture is not made anew while part of it is dragged: that part alone follows. */
const mostMadeAnew = 24;

const nothingDragged: ReadonlyMap<string, Position> = new Map();

const grid: [number, number] = [gridStep, gridStep];

// What React Flow is told stays the same from render to render: it passes changes on to every node.
const selectMoreKeys = ['Shift', 'Meta', 'Control'];
const options = { hideAttribution: true };

function isValidConnection(connection: Connection | CanvasEdge): boolean {
  const { source, to } = wireOf(connection);
  return canConnect(source, to);
}

function onConnect(connection: Connection): void {
  const { source, to } = wireOf(connection);
  connectPorts(source, to);
}

function onReconnect({ data }: CanvasEdge, connection: Connection): void {
  const { source, to } = wireOf(connection);
  if (data) reconnect({ target: data.target, port: data.port }, source, to);
}

const onConnectEnd: OnConnectEnd = (event, state) => currentTools()?.onConnectEnd(event, state);

const onNodeClick = ({ nativeEvent }: MouseEvent, { id }: CanvasNode) =>
  selectClicked(nativeEvent, id);

/** The graph as a picture to work on. */
export function Canvas() {
  const nodes = useRef<readonly CanvasNode[]>([]);
  const { dragged, onMoves } = useMoves(nodes);
  const isMadeAnew = useDocument(({ graph }) => isSmall(graph));
  const gliding = useGlide(({ places }) => places);
  const moving = dragged.size > 0 ? dragged : gliding;
  const picture = usePicture(isMadeAnew ? moving : nothingDragged);
  nodes.current = picture.nodes;
  return <Scene picture={picture} moving={moving} onMoves={onMoves} />;
}

interface SceneProps {
  readonly picture: Picture;
  /** Places of what is being dragged or glides to its place. */
  readonly moving: ReadonlyMap<string, Position>;
  readonly onMoves: (changes: readonly NodeChange<CanvasNode>[]) => void;
}

/** The picture in React Flow. Numbers follow by themselves: where only they change it stays as it is. */
const Scene = memo(function Scene({ picture, moving, onMoves }: SceneProps) {
  const { t } = useTranslation();
  const root = useRef<HTMLDivElement>(null);
  const quickAdd = useView((view) => view.quickAdd);
  const hasMinimap = useView((view) => view.minimap);
  const tools = useTools((state) => state.tools);
  useEffect(() => {
    // Where they cannot be loaded the canvas does without, until the page is loaded again.
    import('./tools.ts').then(useTools.setState, () => undefined);
  }, []);
  const snap = useView((view) => view.snap);
  const shown = useRef<readonly CanvasNode[]>([]);
  const wires = useRef<readonly CanvasEdge[]>([]);
  const { nodes, edges } = picture;
  const stop = useTabStop(picture);
  const { handed, isFar, culled } = useScale(picture, moving);
  const stopped = useMemo(() => withStop(handed, stop), [handed, stop]);
  const undrawn = useUndrawn(picture, culled?.part ?? null);
  shown.current = nodes;
  wires.current = edges;
  const opened = useDocument((state) => state.opened);
  useEffect(() => {
    if (opened > 0) requestAnimationFrame(() => showFromStart());
  }, [opened]);

  useEffect(() => {
    const canvas = root.current;
    if (canvas === null) return;
    const observer = new ResizeObserver(() => onCanvasResized());
    observer.observe(canvas);
    const unwatch = watchEdges(canvas);
    return () => {
      observer.disconnect();
      unwatch();
    };
  }, []);

  const onNodesChange = useCallback(
    (changes: NodeChange<CanvasNode>[]) => {
      applySelection(changes, 'selectedNodes');
      if (changes.some(isMark)) undrawn.onMarked();
      onMoves(changes);
    },
    [onMoves, undrawn],
  );

  const onEdgesChange = useCallback(
    (changes: EdgeChange<CanvasEdge>[]) => {
      applySelection(changes, 'selectedEdges');
      if (changes.some(isMark)) undrawn.onMarked();
    },
    [undrawn],
  );

  const onInit = useCallback((instance: ReactFlowInstance<CanvasNode, CanvasEdge>) => {
    attachViewport(
      instance,
      root.current,
      () => shown.current,
      () => wires.current,
    );
    showFromStart();
  }, []);

  const onMoveStart = useCallback<OnMove>((event) => {
    if (event === null) return;
    onViewMoved();
    root.current?.toggleAttribute('data-panning', event.type !== 'wheel');
  }, []);

  const onMoveEnd = useCallback(() => {
    root.current?.removeAttribute('data-panning');
  }, []);

  const onNodeDrag = useCallback<OnNodeDrag<CanvasNode>>((event, _, moving) => {
    const { clientX: x, clientY: y } = 'touches' in event ? event.touches[0] : event;
    currentTools()?.offerNodes(moving, { x, y });
    followDrag(currentGraph(), moving, shown.current, toCanvas({ x, y }), event.altKey);
  }, []);

  const ariaLabels = useMemo(
    () => ({
      'node.a11yDescription.default': t('canvas.nodeHelp'),
      'node.a11yDescription.keyboardDisabled': t('canvas.nodeHelp'),
      'edge.a11yDescription.default': t('canvas.edgeHelp'),
    }),
    [t],
  );

  const onDoubleClick = (event: MouseEvent) => {
    if (!(event.target instanceof Element)) return;
    if (!event.target.classList.contains('react-flow__pane')) return;
    openQuickAdd({ at: { x: event.clientX, y: event.clientY } });
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: double-click is a shortcut; the palette adds too
    <div
      ref={root}
      className="canvas"
      data-detail={isFar ? 'far' : undefined}
      tabIndex={-1}
      onDoubleClick={onDoubleClick}
      onPointerMoveCapture={undrawn.onPointerMove}
      onPointerLeave={() => hover(null, null)}
      onClickCapture={(event) => {
        if (undrawn.onClickCapture(event)) event.stopPropagation();
      }}
      onFocus={onCanvasFocus}
    >
      <ReactFlow<CanvasNode, CanvasEdge>
        nodes={stopped.nodes as CanvasNode[]}
        edges={stopped.edges as CanvasEdge[]}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onInit={onInit}
        onMoveStart={onMoveStart}
        onMoveEnd={onMoveEnd}
        onNodesChange={onNodesChange}
        onEdgesChange={onEdgesChange}
        isValidConnection={isValidConnection}
        onConnect={onConnect}
        onConnectEnd={onConnectEnd}
        onReconnect={onReconnect}
        onNodeClick={onNodeClick}
        onNodeDrag={onNodeDrag}
        onPaneClick={undrawn.onPaneClick}
        onSelectionEnd={undrawn.onSelectionEnd}
        deleteKeyCode={null}
        disableKeyboardA11y
        connectOnClick={false}
        connectionDragThreshold={5}
        multiSelectionKeyCode={selectMoreKeys}
        minZoom={leastZoom(nodes.length)}
        maxZoom={zoomRange.most}
        zoomOnDoubleClick={false}
        panActivationKeyCode={null}
        snapToGrid={snap}
        snapGrid={grid}
        connectionRadius={22}
        reconnectRadius={12}
        elevateEdgesOnSelect
        aria-label={t('canvas.label')}
        ariaLabelConfig={ariaLabels}
        proOptions={options}
      >
        {tools && quickAdd?.wire && <tools.LooseWire at={quickAdd.at} wire={quickAdd.wire} />}
        <Dots gap={gridStep} />
        {culled && (
          <Backdrop picture={picture} part={culled.part} region={culled.region} dragged={moving} />
        )}
      </ReactFlow>
      {hasMinimap && (
        <Part>
          <Minimap picture={picture} />
        </Part>
      )}
      <Breadcrumbs />
      <Part>
        <FocusName />
        <Told />
      </Part>
      {nodes.length === 0 && <EmptyHint />}
      {tools && quickAdd && <tools.QuickAdd key={requestKey(quickAdd)} request={quickAdd} />}
    </div>
  );
});

/** Boxes fit around what is dragged in them, so their pictures are always made anew. */
function isSmall({ nodes, groups = [] }: Graph): boolean {
  return nodes.length <= mostMadeAnew || groups.length > 0;
}

function isMark(change: NodeChange<CanvasNode> | EdgeChange<CanvasEdge>): boolean {
  return change.type === 'select' && change.selected;
}

/** A request asked anew begins anew. */
function requestKey({ at, wire, edge }: QuickAddRequest): string {
  return JSON.stringify([at, wire, edge]);
}

function EmptyHint() {
  const { t } = useTranslation();
  return (
    <div className="canvas-empty">
      <p className="canvas-empty-title">{t('canvas.emptyTitle')}</p>
      <p>{t('canvas.emptyHelp')}</p>
      <button
        type="button"
        className="canvas-empty-button"
        onClick={() => openQuickAdd({ at: middleOfCanvas(), isAnywhere: true })}
      >
        {t('canvas.emptyFormula')}
      </button>
    </div>
  );
}
