import { ViewportPortal } from '@xyflow/react';
import { curvePath, edgeCurve } from '../../drawing/index.ts';
import type { QuickAdd } from '../store/view.ts';
import styles from './edges.module.css';
import { toCanvas } from './viewport.ts';

/** The wire that was let go on the canvas, while it is asked what it shall lead to. */
export function LooseWire({ at, wire }: Pick<QuickAdd, 'at' | 'wire'>) {
  if (wire?.start === undefined) return null;
  const end = toCanvas(at);
  const curve = wire.port === 'out' ? edgeCurve(wire.start, end) : edgeCurve(end, wire.start);
  return (
    <ViewportPortal>
      <svg className={styles.looseWire} aria-hidden="true" data-role="loose-wire">
        <path d={curvePath(curve)} />
      </svg>
    </ViewportPortal>
  );
}
