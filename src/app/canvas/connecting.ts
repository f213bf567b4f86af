import {
  connect,
  disconnect,
  type EditResult,
  findNode,
  openPorts,
  portExists,
} from '../../graph/index.ts';
import { refusalText } from '../i18n/refusal.ts';
import { currentGraph, edit } from '../store/document.ts';
import { notify } from '../store/view.ts';

/** One end of an edge: an operand position of a node. */
export interface PortRef {
  readonly target: string;
  readonly port: number;
}

/** Whether a wire from `source` may end in this port. */
export function canConnect(source: string, { target, port }: PortRef): boolean {
  return connect(currentGraph(), source, target, port).ok;
}

/** Connects as one undo entry, or says why not. */
export function connectPorts(source: string, { target, port }: PortRef): boolean {
  return settle(connect(currentGraph(), source, target, port));
}

/** Connects to whichever port of a node is free first. */
export function connectToNode(source: string, target: string): boolean {
  const node = findNode(currentGraph(), target);
  if (node === undefined) return false;
  const inputs = node.inputs ?? [];
  const free = openPorts(node)[0] ?? inputs.length;
  const port = portExists(node, free) ? free : inputs.length;
  return connectPorts(source, { target, port });
}

/** Moves an edge to another source or port as one undo entry, or says why not. */
export function reconnect(old: PortRef, source: string, to: PortRef): boolean {
  const result = connect(currentGraph(), source, to.target, to.port);
  if (!result.ok || (old.target === to.target && old.port === to.port)) return settle(result);
  return settle({ ok: true, graph: disconnect(result.graph, [old]) });
}

/** Empties one port. */
export function cut(port: PortRef): void {
  edit(disconnect(currentGraph(), [port]));
}

function settle(result: EditResult): boolean {
  if (result.ok) edit(result.graph);
  else notify(refusalText(result.refusal), 'wrong');
  return result.ok;
}
