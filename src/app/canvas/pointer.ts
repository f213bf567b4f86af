import type { Position } from '../../graph/index.ts';

let point: Position | undefined;

/** The point of the window a command is about: where the pointer is on the canvas, if it is there. */
export function pointedAt(): Position | undefined {
  return point;
}

/** Says what point the next command is about, for a menu that was opened there. */
export function pointAt(at: Position | undefined): void {
  point = at;
}

/** Follows the pointer from now on; gives what ends it. */
export function followPointer(): () => void {
  const follow = ({ target, clientX, clientY }: PointerEvent) => {
    const isOnCanvas = target instanceof Element && target.closest('.canvas') !== null;
    point = isOnCanvas ? { x: clientX, y: clientY } : undefined;
  };
  const forget = () => pointAt(undefined);
  document.addEventListener('pointermove', follow, { passive: true });
  document.documentElement.addEventListener('pointerleave', forget);
  return () => {
    document.removeEventListener('pointermove', follow);
    document.documentElement.removeEventListener('pointerleave', forget);
  };
}
