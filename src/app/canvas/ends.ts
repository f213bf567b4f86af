import { groupIdOf } from '../../drawing/index.ts';

/** An end of a wire in the graph: the value of a node, or one of its operand ports. */
export interface WireEnd {
  readonly node: string;
  readonly port: number | 'out';
}

/** What an end of a wire on the canvas is in the graph; a card's ports stand for those within. */
export function wireEnd(node: string, handle: string | null | undefined): WireEnd {
  if (groupIdOf(node) === undefined) {
    return { node, port: handle === 'out' ? 'out' : Number(handle) };
  }
  const [first = '', second = ''] = (handle ?? '').split(':');
  return first === 'out' ? { node: second, port: 'out' } : { node: first, port: Number(second) };
}

/** The edge a connection on the canvas makes in the graph. */
export function wireOf(connection: {
  readonly source: string;
  readonly target: string;
  readonly sourceHandle?: string | null;
  readonly targetHandle?: string | null;
}): { readonly source: string; readonly to: { readonly target: string; readonly port: number } } {
  const { node: target, port } = wireEnd(connection.target, connection.targetHandle);
  return {
    source: wireEnd(connection.source, connection.sourceHandle).node,
    to: { target, port: Number(port) },
  };
}
