import { type RefObject, useEffect } from 'react';
import { type Place, usePractice } from './store.ts';

/** Gives an element the focus when the question in hand wants it and the learner works here. */
export function useWantedFocus(
  element: RefObject<HTMLElement | null>,
  place?: Place | 'nowhere',
): void {
  const isWanted = usePractice(
    ({ wantsFocus, worksIn }) => wantsFocus && (place === undefined || worksIn === place),
  );
  useEffect(() => {
    const target = element.current;
    if (!isWanted || target === null) return;
    // The canvas scrolls by moving its own view, never by the browser.
    target.focus({ preventScroll: place === 'graph' });
    if (place === 'table') target.closest('tr')?.scrollIntoView({ block: 'center' });
    if (target instanceof HTMLInputElement) target.select();
    usePractice.setState({ wantsFocus: false });
  }, [isWanted, element, place]);
}
