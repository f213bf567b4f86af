import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { focusNode } from '../canvas/viewport.ts';
import { openQuickAdd } from '../store/view.ts';

interface Leaving {
  readonly box: RefObject<HTMLDivElement | null>;
  /** Closes the box, and gives the focus back to what had it. */
  readonly leave: () => void;
  readonly close: () => void;
}

/** Ways out of a box: a press anywhere else, the focus going elsewhere, or those it is handed. */
export function useLeaving(): Leaving {
  const box = useRef<HTMLDivElement>(null);
  const opener = useRef(document.activeElement);
  const close = useCallback(() => openQuickAdd(null), []);
  const leave = () => {
    close();
    const { current } = opener;
    // An edge is an SVG element.
    const isElement = current instanceof HTMLElement || current instanceof SVGElement;
    if (isElement && current.isConnected && current !== document.body) {
      current.focus();
    } else focusNode();
  };
  useEffect(() => {
    const onElsewhere = ({ target }: Event) => {
      if (target instanceof Node && !box.current?.contains(target)) close();
    };
    window.addEventListener('pointerdown', onElsewhere, true);
    document.addEventListener('focusin', onElsewhere);
    return () => {
      window.removeEventListener('pointerdown', onElsewhere, true);
      document.removeEventListener('focusin', onElsewhere);
    };
  }, [close]);
  return { box, leave, close };
}
