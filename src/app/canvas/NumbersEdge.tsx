import { BaseEdge, EdgeLabelRenderer, type EdgeProps, type EdgeTypes } from '@xyflow/react';
import { memo } from 'react';
import { curvePath, edgeCurve, numberWidth } from '../../drawing/index.ts';
import { useShowsLocals } from '../appearance/locals.ts';
import { type Numbers, useNumbers } from '../appearance/numbers.ts';
import { useAppearance } from '../store/appearance.ts';
import { useEdgeNumber, useNodeValue } from '../store/evaluation.ts';
import { type Sight, useMarks, useSight } from '../store/lens.ts';
import type { CanvasEdge } from './adapter.ts';
import type { EdgePlusProps } from './EdgePlus.tsx';
import styles from './edges.module.css';
import { useEdgeTool } from './edgeTools.ts';
import { useTools } from './later.ts';
import { Slot } from './Slot.tsx';

/** An edge with the value it carries forward above it and the gradient it carries back below. */
const NumbersEdge = memo((edge: EdgeProps<CanvasEdge>) => {
  const { id, data, selected } = edge;
  const { source, target } = data ?? edge;
  const curve = edgeCurve(
    { x: edge.sourceX, y: edge.sourceY },
    { x: edge.targetX, y: edge.targetY },
    data?.way.turn,
    data?.way.bulge,
  );
  const path = curvePath(
    curve,
    useAppearance(({ edgeStyle }) => edgeStyle),
  );
  const numbers = useNumbers();
  const port = data?.port ?? 0;
  const { x, y } = data?.way.place ?? { x: 0, y: 0 };
  const value = useSight(`value:${source}`, useNodeValue(source), id);
  const contribution = `contribution:${id}`;
  const gradient = useSight(contribution, useEdgeNumber(target, port, 'gradient'), id);
  const hasLocals = useShowsLocals();
  const below = textOf(gradient, numbers) === undefined && gradient.as !== 'slot' ? 15 : 34;
  const marks = useMarks(id);
  const tool = useEdgeTool(id);
  const state = `${selected ? styles.selected : ''} ${data?.isLit ? styles.lit : ''}`;
  return (
    <g
      className={`${styles.edge} ${state}`}
      data-marks={marks}
      data-takes-drop={tool === 'drop' || undefined}
    >
      <BaseEdge path={path} interactionWidth={22} className={styles.line} />
      {marks && /\b(forward|backward)\b/.test(marks) && (
        <path d={path} pathLength={1} className={styles.pulse} />
      )}
      <g data-edge={id} className={styles.numbers} transform={`translate(${x} ${y})`}>
        <NumberText kind="value" of={value} y={-5} />
        <NumberText kind="gradient" of={gradient} y={15} />
        {hasLocals && <Local id={id} target={target} port={port} x={x} y={y} below={below} />}
      </g>
      {tool === 'plus' && (
        <Plus
          id={id}
          curve={curve}
          numbers={{ x, y }}
          halfWidth={Math.max(...[value, gradient].map((it) => textWidth(textOf(it, numbers)))) / 2}
        />
      )}
      {gradient.as === 'slot' && <EdgeSlot of={contribution} x={x} y={y + 14} />}
    </g>
  );
});

interface LocalProps {
  id: string;
  target: string;
  port: number;
  x: number;
  y: number;
  /** Where it stands below the edge: in the first line that is free. */
  below: number;
}

/** The local derivative of an edge, for a lens that shows it. */
function Local({ id, target, port, x, y, below }: LocalProps) {
  const numbers = useNumbers();
  const quantity = `local:${id}`;
  const local = useSight(quantity, useEdgeNumber(target, port, 'local'), id);
  if (local.as === 'slot') return <EdgeSlot of={quantity} x={x} y={y + below} />;
  const text = textOf(local, numbers);
  if (text === undefined) return null;
  return (
    <text className={styles.local} y={below}>
      ∂ <tspan data-role="local">{text}</tspan>
    </text>
  );
}

interface NumberTextProps {
  kind: 'value' | 'gradient';
  of: Sight;
  y: number;
}

function NumberText({ kind, of, y }: NumberTextProps) {
  const text = textOf(of, useNumbers());
  if (text === undefined) return null;
  return (
    <text data-role={kind} className={styles[kind]} y={y}>
      {text}
    </text>
  );
}

function textOf(sight: Sight, { briefly }: Numbers): string | undefined {
  if (sight.as === 'nothing' || sight.as === 'slot' || sight.value === undefined) return undefined;
  return briefly(sight.value);
}

function Plus(props: EdgePlusProps) {
  const tools = useTools((state) => state.tools);
  return tools && <tools.EdgePlus {...props} />;
}

function textWidth(text = ''): number {
  return numberWidth(text.length);
}

/** Fields stand in a layer of their own above the edges: SVG has none. */
function EdgeSlot({ of, x, y }: { of: string; x: number; y: number }) {
  return (
    <EdgeLabelRenderer>
      <div
        className={styles.slot}
        style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
      >
        <Slot of={of} />
      </div>
    </EdgeLabelRenderer>
  );
}

/** The one kind of edge there is. */
export const edgeTypes: EdgeTypes = { numbers: NumbersEdge };
