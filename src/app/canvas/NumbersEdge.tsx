import { BaseEdge, type EdgeProps, type EdgeTypes } from '@xyflow/react';
import { memo } from 'react';
import { formatBriefly } from '../../formula/index.ts';
import { useEdgeNumber, useNodeValue } from '../store/evaluation.ts';
import type { CanvasEdge } from './adapter.ts';
import styles from './edges.module.css';
import { curvePath, edgeCurve } from './geometry.ts';

/** An edge with the value it carries forward above it and the gradient it carries back below. */
const NumbersEdge = memo((edge: EdgeProps<CanvasEdge>) => {
  const { id, source, target, data, selected } = edge;
  const curve = edgeCurve(
    { x: edge.sourceX, y: edge.sourceY },
    { x: edge.targetX, y: edge.targetY },
    data?.way.turn,
  );
  const port = data?.port ?? 0;
  const { x, y } = data?.way.place ?? { x: 0, y: 0 };
  const value = useNodeValue(source);
  const gradient = useEdgeNumber(target, port, 'gradient');
  const state = `${selected ? styles.selected : ''} ${data?.isLit ? styles.lit : ''}`;
  return (
    <g className={`${styles.edge} ${state}`}>
      <BaseEdge path={curvePath(curve)} interactionWidth={22} className={styles.line} />
      <g data-edge={id} className={styles.numbers} transform={`translate(${x} ${y})`}>
        {value !== undefined && (
          <text data-role="value" className={styles.value} y={-5}>
            {formatBriefly(value)}
          </text>
        )}
        {gradient !== undefined && (
          <text data-role="gradient" className={styles.gradient} y={15}>
            {formatBriefly(gradient)}
          </text>
        )}
      </g>
    </g>
  );
});

/** The one kind of edge there is. */
export const edgeTypes: EdgeTypes = { numbers: NumbersEdge };
