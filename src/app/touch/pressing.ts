import { isOfCanvas, openMenuOn } from '../canvas/contextMenu.ts';
import { openQuickAdd } from '../store/view.ts';

/** How long a finger rests until that is a long press, and how far it may tremble meanwhile. */
const longPress = { milliseconds: 500, tremble: 8 };

/** How soon and how near a second tap follows to make it a double tap. */
const doubleTap = { milliseconds: 350, distance: 30 };

interface Press {
  readonly target: Element;
  readonly touch: Touch;
  readonly timer: ReturnType<typeof setTimeout>;
}

let press: Press | null = null;
/** True from a long press until the finger is lifted: what the finger does is no drag and no tap. */
let isHeld = false;
let lastTap = { x: 0, y: 0, time: Number.NEGATIVE_INFINITY };

/**
 * What fingers do on the canvas besides dragging: a long press opens the context menu, a double tap
 * on the empty canvas asks what to add. Gives what ends it.
 */
export function answerFingers(): () => void {
  const listening = new AbortController();
  const active = { capture: true, passive: false, signal: listening.signal };
  document.addEventListener('touchstart', onStart, { ...active, passive: true });
  document.addEventListener('touchmove', onMove, active);
  document.addEventListener('touchend', onEnd, active);
  document.addEventListener('touchcancel', release, active);
  document.addEventListener('contextmenu', onContextMenu, active);
  return () => {
    release();
    listening.abort();
  };
}

function onStart({ target, touches }: TouchEvent): void {
  release();
  if (touches.length > 1 || !(target instanceof Element)) return;
  if (!isOfCanvas(target) || target.closest(textual) !== null) return;
  const timer = setTimeout(hold, longPress.milliseconds);
  press = { target, touch: touches[0], timer };
}

/** What keeps the browser's own long press: it marks text there. */
const textual = 'input, textarea, select, [contenteditable=true]';

function hold(): void {
  if (press === null) return;
  const { target, touch } = press;
  release();
  isHeld = true;
  // A number that was about to be opened or scrubbed is let go of.
  target.dispatchEvent(new PointerEvent('pointercancel', { bubbles: true }));
  openMenuOn(target, { x: touch.clientX, y: touch.clientY });
}

function release(): void {
  if (press) clearTimeout(press.timer);
  press = null;
  isHeld = false;
}

function onMove(event: TouchEvent): void {
  if (isHeld) {
    event.stopPropagation();
    if (event.cancelable) event.preventDefault();
    return;
  }
  if (press === null) return;
  const [{ clientX, clientY }] = event.touches;
  const { touch } = press;
  if (Math.hypot(clientX - touch.clientX, clientY - touch.clientY) > longPress.tremble) release();
}

function onEnd(event: TouchEvent): void {
  if (isHeld) {
    // No click follows.
    if (event.cancelable) event.preventDefault();
    release();
    return;
  }
  if (press === null) return;
  const { target, touch } = press;
  release();
  if (!target.classList.contains('react-flow__pane')) return;
  const tap = { x: touch.clientX, y: touch.clientY, time: event.timeStamp };
  const isDouble =
    tap.time - lastTap.time < doubleTap.milliseconds &&
    Math.hypot(tap.x - lastTap.x, tap.y - lastTap.y) < doubleTap.distance;
  lastTap = isDouble ? { ...tap, time: Number.NEGATIVE_INFINITY } : tap;
  if (!isDouble) return;
  if (event.cancelable) event.preventDefault();
  openQuickAdd({ at: { x: tap.x, y: tap.y } });
}

/** The long press of the browser is ours already, or becomes it. */
function onContextMenu(event: MouseEvent): void {
  if (press === null && !isHeld) return;
  event.preventDefault();
  event.stopPropagation();
  if (!isHeld) hold();
}
