import { type PointerEvent, useRef, useState } from 'react';
import type { Position } from '../../graph/index.ts';
import { isOverCanvas } from './viewport.ts';

/**
 * Pointer handlers for an element that is dragged onto the canvas by mouse, pen or finger. `onDrop`
 * gets the place it was let go at, or none for a click, a tap or Enter; `onHover` the places it comes
 * by, and none when it is let go elsewhere.
 */
export function useDragOut(
  onDrop: (place?: Position) => void,
  onHover: (place?: Position) => void = () => {},
) {
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
      onHover(place);
    },
    onPointerUp(event: PointerEvent) {
      const place = { x: event.clientX, y: event.clientY };
      const isDrop = from.current !== null && wasDragged.current;
      end();
      if (isDrop && isOverCanvas(place)) onDrop(place);
      else onHover();
    },
    onPointerCancel() {
      end();
      onHover();
    },
    onClick() {
      if (!wasDragged.current) onDrop();
      wasDragged.current = false;
    },
  };
  return { ghost, handlers };
}
