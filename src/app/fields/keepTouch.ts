/**
 * A ref for what is dragged by the finger with pointer events: keeps its touches from being taken
 * for a swipe. A finger that lifts while it moves throws the page for Chromium, `touch-action: none`
 * or not, and the tap that follows would do no more than stop that throw.
 */
export function keepTouch(element: HTMLElement | null): (() => void) | undefined {
  if (element === null) return undefined;
  const keep = (event: TouchEvent) => {
    if (event.cancelable) event.preventDefault();
  };
  element.addEventListener('touchmove', keep, { passive: false });
  return () => element.removeEventListener('touchmove', keep);
}
