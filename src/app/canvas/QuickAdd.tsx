import { useEffect, useRef } from 'react';
import type { Position } from '../../graph/index.ts';
import { OpSearch } from '../fields/OpSearch.tsx';
import { addAt } from './adding.ts';
import styles from './QuickAdd.module.css';

const size = { width: 250, height: 300 };

/** A small list of operations at the cursor; what is chosen is added there. */
export default function QuickAdd({ at, onClose }: { at: Position; onClose: () => void }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const onPointerDown = (event: PointerEvent) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) onClose();
    };
    window.addEventListener('pointerdown', onPointerDown, true);
    return () => window.removeEventListener('pointerdown', onPointerDown, true);
  }, [onClose]);
  const left = Math.max(8, Math.min(at.x, window.innerWidth - size.width - 8));
  const top = Math.max(8, Math.min(at.y, window.innerHeight - size.height - 8));
  return (
    <div ref={box} className={styles.box} style={{ left, top, ...size }}>
      <OpSearch
        onChoose={(op) => {
          addAt(op, at);
          onClose();
        }}
        onCancel={onClose}
      />
    </div>
  );
}
