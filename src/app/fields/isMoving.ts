import type { PointerEvent } from 'react';

/** False where a pointer that rests was only reached by what came up or was scrolled under it. */
export function isMoving({ movementX, movementY }: PointerEvent): boolean {
  return movementX !== 0 || movementY !== 0;
}
