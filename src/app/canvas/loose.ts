import type { FinalConnectionState } from '@xyflow/react';
import { isItem } from '../../drawing/index.ts';
import { notify, openQuickAdd } from '../store/view.ts';
import { connectPorts, connectToNode } from './connecting.ts';
import { type WireEnd, wireEnd } from './ends.ts';
import { isOverCanvas } from './viewport.ts';

/**
 * A wire let go: on a node's body it takes the first free port, on the empty canvas it asks what it
 * shall lead to; refused ends are explained.
 */
export function onConnectEnd(event: MouseEvent | TouchEvent, state: FinalConnectionState) {
  if (state.isValid || state.fromNode === null || state.fromHandle === null) return;
  const from = wireEnd(state.fromNode.id, state.fromHandle.id);
  if (state.toHandle && state.toNode) {
    join(from, wireEnd(state.toNode.id, state.toHandle.id));
    return;
  }
  const point = 'changedTouches' in event ? event.changedTouches[0] : event;
  const hit = document.elementFromPoint(point.clientX, point.clientY);
  const node = hit?.closest<HTMLElement>('.react-flow__node')?.dataset.id;
  const at = { x: point.clientX, y: point.clientY };
  // Boxes lie behind everything: on one there is as much room as beside it. Cards and notes have
  // no body to connect to: a card's ports are those of several nodes.
  const isOpen = hit?.closest('.react-flow__node:not(.react-flow__node-box)') == null;
  if (isOpen && isOverCanvas(at)) {
    openQuickAdd({ at, wire: { ...from, start: state.from } });
  } else if (node === undefined || isItem(node)) notify(droppedNowhere);
  else joinNode(from, node);
}

/** Lays a wire between two ports, whichever of them it was begun at, or says why not. */
export function join(from: WireEnd, to: WireEnd): void {
  if (from.port === 'out') {
    if (to.port === 'out') notify(outputToOutput, 'wrong');
    else connectPorts(from.node, { target: to.node, port: to.port });
  } else if (to.port === 'out') connectPorts(to.node, { target: from.node, port: from.port });
  else notify(inputToInput, 'wrong');
}

/** Lays a wire from a port to a node: to its first free port, or from its value. */
export function joinNode(from: WireEnd, node: string): void {
  if (from.port === 'out') connectToNode(from.node, node);
  else connectPorts(node, { target: from.node, port: from.port });
}

const droppedNowhere = {
  en: 'Not connected: let the wire go on an operand port (left side of a node), on a node, or on the empty canvas to add one.',
  'zh-CN': '未连接：请把连线放到某个节点左侧的操作数端口或节点上，也可以放到画布空白处来添加节点。',
};
const outputToOutput = {
  en: 'Not connected: this is an output. Let the wire go on an operand port, at the left side of a node.',
  'zh-CN': '未连接：这是输出端口。请把连线放到节点左侧的操作数端口上。',
};
const inputToInput = {
  en: 'Not connected: both are operand ports. Let the wire go on an output port, at the right side of a node.',
  'zh-CN': '未连接：两端都是操作数端口。请把连线放到节点右侧的输出端口上。',
};
