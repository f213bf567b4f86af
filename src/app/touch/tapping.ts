import { isItem } from '../../drawing/index.ts';
import { type WireEnd, wireEnd } from '../canvas/ends.ts';
import { join, joinNode } from '../canvas/loose.ts';
import { notify } from '../store/view.ts';

/** The wire that was begun by a tap or click on a port. */
let begun: { readonly from: WireEnd; readonly port: HTMLElement } | null = null;

/**
 * Connects by taps and clicks instead of a drag: a port is tapped and lights, then another port or a
 * node; anything else lets go of the wire. Gives what ends it.
 */
export function answerTaps(): () => void {
  document.addEventListener('click', onClick, true);
  document.addEventListener('pointerdown', onPointerDown, true);
  return () => {
    dropWire();
    document.removeEventListener('click', onClick, true);
    document.removeEventListener('pointerdown', onPointerDown, true);
  };
}

/** Whether a wire was begun by a tap and waits for its other end. */
export function isWireBegun(): boolean {
  return begun !== null;
}

/** Lets go of the wire that was begun by a tap. */
export function dropWire(): void {
  if (begun === null) return;
  begun.port.removeAttribute('data-wire');
  document.querySelector('.canvas')?.removeAttribute('data-wiring');
  begun = null;
}

function onClick(event: MouseEvent): void {
  const { port, node, end } = hit(event.target);
  if (begun === null) {
    if (port === null || end === null) return;
    begun = { from: end, port };
    port.dataset.wire = 'begun';
    const side = end.port === 'out' ? 'out' : 'in';
    document.querySelector('.canvas')?.setAttribute('data-wiring', side);
    notify(side === 'out' ? nowAnOperand : nowAnOutput);
    event.stopPropagation();
    return;
  }
  const { from, port: first } = begun;
  dropWire();
  if (port === null && node === null) return;
  event.stopPropagation();
  event.preventDefault();
  if (port === first) return;
  if (end) join(from, end);
  else if (node !== null) joinNode(from, node);
}

/** While a wire is begun a node is there to be connected: its number does not open. */
function onPointerDown(event: PointerEvent): void {
  if (begun === null) return;
  const { port, node } = hit(event.target);
  if (port === null && node !== null) event.stopPropagation();
}

function hit(target: EventTarget | null) {
  const element = target instanceof Element ? target : null;
  const port = element?.closest<HTMLElement>('.react-flow__handle') ?? null;
  const item = element?.closest<HTMLElement>('.react-flow__node')?.dataset.id;
  const end = port && item !== undefined ? wireEnd(item, port.dataset.handleid) : null;
  return { port, end, node: item === undefined || isItem(item) ? null : item };
}

const nowAnOperand = {
  en: 'Now tap an operand port or a node. A tap elsewhere or Esc lets go.',
  'zh-CN': '现在点按一个操作数端口或节点；点按别处或按 Esc 放弃。',
};
const nowAnOutput = {
  en: 'Now tap the node to take the operand from. A tap elsewhere or Esc lets go.',
  'zh-CN': '现在点按提供操作数的节点；点按别处或按 Esc 放弃。',
};
