import type { MouseEvent } from 'react';

/** A click that is meant for a slot alone: the node it stands on is not selected by it. */
export function alone(act: () => void): (event: MouseEvent) => void {
  return (event) => {
    event.stopPropagation();
    act();
  };
}
