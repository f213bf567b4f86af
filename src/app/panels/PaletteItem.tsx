import { type PointerEvent, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Position } from '../../graph/index.ts';
import type { Op } from '../../ops/index.ts';
import { addAt } from '../canvas/adding.ts';
import { isOverCanvas } from '../canvas/viewport.ts';
import { useSay } from '../i18n/say.ts';
import { useTranslation } from '../i18n/translation.ts';
import { notify } from '../store/view.ts';
import styles from './Palette.module.css';

interface Props {
  op: Op;
  form: 'tile' | 'row';
  /** Shown in place of the op's own name. */
  name?: string;
}

/** One operation of the palette: drag it to a place, or click, tap or press Enter to add it. */
export function PaletteItem({ op, form, name }: Props) {
  const { t } = useTranslation();
  const say = useSay();
  const shown = name ?? say(op.name);
  const { ghost, handlers } = useDragOut((place) => {
    if (addAt(op.id, place) === undefined) return;
    notify({ en: `Added ${op.name.en}.`, 'zh-CN': `已添加“${op.name['zh-CN']}”。` });
  });
  const symbol = form === 'tile' && op.category === 'losses' ? 'ℒ' : op.symbol;
  return (
    <>
      <button
        type="button"
        className={`${styles[form]} ${styles[op.id] ?? ''}`}
        data-op={op.id}
        aria-label={t('palette.add', { name: shown })}
        {...handlers}
      >
        <span
          className={op.kind === 'leaf' && op.id !== 'constant' ? styles.letter : styles.symbol}
        >
          {symbol}
        </span>
        <span className={styles.label}>{shown}</span>
      </button>
      {ghost &&
        createPortal(
          <div className={styles.ghost} style={{ left: ghost.x, top: ghost.y }}>
            <span className={styles.symbol}>{symbol}</span> {shown}
          </div>,
          document.body,
        )}
    </>
  );
}

/**
 * Pointer handlers for an element that is dragged onto the canvas by mouse, pen or finger. `onDrop`
 * gets the place it was let go at, or none for a click, a tap or Enter.
 */
function useDragOut(onDrop: (place?: Position) => void) {
  const from = useRef<Position | null>(null);
  const wasDragged = useRef(false);
  const [ghost, setGhost] = useState<Position | null>(null);
  const end = () => {
    from.current = null;
    setGhost(null);
  };
  const handlers = {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return;
      wasDragged.current = false;
      from.current = { x: event.clientX, y: event.clientY };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove(event: PointerEvent) {
      if (from.current === null) return;
      const place = { x: event.clientX, y: event.clientY };
      const distance = Math.hypot(place.x - from.current.x, place.y - from.current.y);
      if (distance < 5 && !wasDragged.current) return;
      wasDragged.current = true;
      setGhost(place);
    },
    onPointerUp(event: PointerEvent) {
      const place = { x: event.clientX, y: event.clientY };
      const isDrop = from.current !== null && wasDragged.current;
      end();
      if (isDrop && isOverCanvas(place)) onDrop(place);
    },
    onPointerCancel: end,
    onClick() {
      if (!wasDragged.current) onDrop();
      wasDragged.current = false;
    },
  };
  return { ghost, handlers };
}
