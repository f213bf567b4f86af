import type { FinalConnectionState } from '@xyflow/react';
import { notify } from '../store/view.ts';
import { connectPorts, connectToNode } from './connecting.ts';

/** A wire let go: on a node's body it takes the first free port; refused ends are explained. */
export function onConnectEnd(event: MouseEvent | TouchEvent, state: FinalConnectionState) {
  if (state.isValid || state.fromNode === null || state.fromHandle === null) return;
  const from = { id: state.fromNode.id, isOutput: state.fromHandle.type === 'source' };
  if (state.toHandle && state.toNode) {
    if (state.toHandle.type === state.fromHandle.type) {
      notify(from.isOutput ? outputToOutput : inputToInput, 'wrong');
    } else if (from.isOutput) {
      connectPorts(from.id, { target: state.toNode.id, port: Number(state.toHandle.id) });
    } else {
      const port = Number(state.fromHandle.id);
      connectPorts(state.toNode.id, { target: from.id, port });
    }
    return;
  }
  const point = 'changedTouches' in event ? event.changedTouches[0] : event;
  const hit = document.elementFromPoint(point.clientX, point.clientY);
  const node = hit?.closest<HTMLElement>('.react-flow__node')?.dataset.id;
  if (node === undefined) notify(droppedNowhere);
  else if (from.isOutput) connectToNode(from.id, node);
  else connectPorts(node, { target: from.id, port: Number(state.fromHandle.id) });
}

const droppedNowhere = {
  en: 'Not connected: let the wire go on an operand port (left side of a node) or on a node.',
  'zh-CN': '未连接：请把连线放到某个节点左侧的操作数端口上，或直接放到节点上。',
};
const outputToOutput = {
  en: 'Not connected: this is an output. Let the wire go on an operand port, at the left side of a node.',
  'zh-CN': '未连接：这是输出端口。请把连线放到节点左侧的操作数端口上。',
};
const inputToInput = {
  en: 'Not connected: both are operand ports. Let the wire go on an output port, at the right side of a node.',
  'zh-CN': '未连接：两端都是操作数端口。请把连线放到节点右侧的输出端口上。',
};
