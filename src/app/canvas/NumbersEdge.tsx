import { BaseEdge, EdgeLabelRenderer, type EdgeProps, type EdgeTypes } from '@xyflow/react';
import { memo } from 'react';
import { type Curve, curvePath, edgeCurve, numberWidth, scaleOnEdge } from '../../drawing/index.ts';
import { nodeValue } from '../../engine/index.ts';
import type { Position } from '../../graph/index.ts';
import { useShowsLocals } from '../appearance/locals.ts';
import { type Numbers, useNumbers } from '../appearance/numbers.ts';
import { useAppearance } from '../store/appearance.ts';
import { type Evaluation, edgeNumber, useEdgeNumber, useNodeValue } from '../store/evaluation.ts';
import { type Sight, useMarks, useSight } from '../store/lens.ts';
import type { CanvasEdge } from './adapter.ts';
import styles from './edges.module.css';
import { useEdgeTool } from './edgeTools.ts';
import { useTools } from './later.ts';
import { useLiveNumber } from './liveNumber.ts';
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
  const port = data?.port ?? 0;
  const { x, y } = data?.way.place ?? { x: 0, y: 0 };
  const hasLocals = useShowsLocals();
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
      {!data?.isBare && (
        <g data-edge={id} className={styles.numbers} transform={`translate(${x} ${y})`}>
          <CarriedValue id={id} source={source} />
          <CarriedGradient id={id} target={target} port={port} x={x} y={y} />
          {hasLocals && <Local id={id} target={target} port={port} x={x} y={y} />}
        </g>
      )}
      {tool === 'plus' && (
        <Plus id={id} source={source} target={target} port={port} curve={curve} at={{ x, y }} />
      )}
    </g>
  );
});

/** The value of the source, above the edge. */
function CarriedValue({ id, source }: { id: string; source: string }) {
  const { briefly } = useNumbers();
  const { sight, holder } = useLiveNumber<SVGTextElement>({
    quantity: `value:${source}`,
    edge: id,
    read: ({ program }) => nodeValue(program, source),
    write: briefly,
    settingOf: scaleOnEdge,
  });
  const text = textOf(sight, briefly);
  if (text === undefined) return null;
  return (
    <text ref={holder} data-role="value" className={styles.value} style={sizeOf(text)} y={-5}>
      {text}
    </text>
  );
}

interface CarriedProps {
  id: string;
  target: string;
  port: number;
  /** Where the numbers of the edge stand. */
  x: number;
  y: number;
}

/** What the edge adds to the gradient of its source, below it. */
function CarriedGradient({ id, target, port, x, y }: CarriedProps) {
  const { briefly } = useNumbers();
  const { sight, holder } = useLiveNumber<SVGTextElement>({
    ...contributionOf({ id, target, port }),
    write: briefly,
    settingOf: scaleOnEdge,
  });
  if (sight.as === 'slot') return <EdgeSlot of={`contribution:${id}`} x={x} y={y + 14} />;
  const text = textOf(sight, briefly);
  if (text === undefined) return null;
  return (
    <text ref={holder} data-role="gradient" className={styles.gradient} style={sizeOf(text)} y={15}>
      {text}
    </text>
  );
}

/** The local derivative of an edge, below it in the first line that is free. */
function Local({ id, target, port, x, y }: CarriedProps) {
  const { briefly } = useNumbers();
  const contribution = useLiveNumber({
    ...contributionOf({ id, target, port }),
    write: briefly,
  }).sight;
  const isFree = contribution.as !== 'slot' && textOf(contribution, briefly) === undefined;
  const below = isFree ? 15 : 34;
  const quantity = `local:${id}`;
  const { sight, holder } = useLiveNumber<SVGTSpanElement>({
    quantity,
    edge: id,
    read: (evaluation) => edgeNumber(evaluation, target, port, 'local'),
    write: briefly,
    settingOf: (number) => scaleOnEdge(`∂ ${number}`),
  });
  if (sight.as === 'slot') return <EdgeSlot of={quantity} x={x} y={y + below} />;
  const text = textOf(sight, briefly);
  if (text === undefined) return null;
  return (
    <text className={styles.local} style={sizeOf(`∂ ${text}`)} y={below}>
      ∂{' '}
      <tspan ref={holder} data-role="local">
        {text}
      </tspan>
    </text>
  );
}

/** Long numbers are set smaller; a chosen edge or one in work sets all of its numbers larger. */
function sizeOf(text: string) {
  const scale = scaleOnEdge(text);
  return scale === 1 ? undefined : { fontSize: `${scale}em` };
}

function contributionOf({ id, target, port }: Pick<CarriedProps, 'id' | 'target' | 'port'>) {
  return {
    quantity: `contribution:${id}`,
    edge: id,
    read: (evaluation: Evaluation) => edgeNumber(evaluation, target, port, 'gradient'),
  };
}

function textOf(sight: Sight, write: Numbers['briefly']): string | undefined {
  if (sight.as === 'nothing' || sight.as === 'slot' || sight.value === undefined) return undefined;
  return write(sight.value);
}

interface PlusProps {
  id: string;
  source: string;
  target: string;
  port: number;
  curve: Curve;
  at: Position;
}

function Plus({ id, source, target, port, curve, at }: PlusProps) {
  const tools = useTools((state) => state.tools);
  const { briefly } = useNumbers();
  const value = useSight(`value:${source}`, useNodeValue(source), id);
  const gradient = useSight(`contribution:${id}`, useEdgeNumber(target, port, 'gradient'), id);
  const widths = [value, gradient].map((it) => {
    const text = textOf(it, briefly) ?? '';
    return numberWidth(text.length * scaleOnEdge(text));
  });
  return (
    tools && (
      <tools.EdgePlus id={id} curve={curve} numbers={at} halfWidth={Math.max(...widths) / 2} />
    )
  );
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
