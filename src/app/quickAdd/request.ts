import type { CSSProperties } from 'react';
import { findNode, fits, type Graph } from '../../graph/index.ts';
import { type Op, ops, portName, type Shape, type Text } from '../../ops/index.ts';
import type { QuickAdd as Request } from '../store/view.ts';
import { edgeOf } from './add.ts';
import { connected } from './words.ts';

/** The ids of the ops that can be connected to what is asked for, which has this shape if that is known. */
export function offeredOps(graph: Graph, request: Request, shape?: Shape): ReadonlySet<string> {
  const edge = edgeOf(graph, request);
  const wire = edge ? { node: edge.source, port: 'out' as const } : request.wire;
  const isOffered = (op: Op) => wire === undefined || fits(graph, op, wire, shape);
  return new Set([...ops.values()].filter(isOffered).map((op) => op.id));
}

/** Where what is chosen will be connected, in a sentence; undefined where it stands for itself. */
export function aboutOf(graph: Graph, request: Request): Text | undefined {
  const { wire } = request;
  const edge = edgeOf(graph, request);
  if (edge !== undefined) return connected.between(edge.source, edge.target);
  if (wire === undefined) return undefined;
  if (wire.port === 'out') return connected.from(wire.node);
  const op = ops.get(findNode(graph, wire.node)?.op ?? '');
  if (op?.kind !== 'operation') return undefined;
  const port = portName(op, wire.port);
  return connected.into(wire.node, port.en, port['zh-CN']);
}

/** The node whose value is going to be used. */
export function operandOf(graph: Graph, request: Request): string | undefined {
  const { wire } = request;
  return wire?.port === 'out' ? wire.node : edgeOf(graph, request)?.source;
}

/** Whether the result is wanted by something: an operand port, or what an edge leads to. */
export function isWanted({ wire, edge }: Request): boolean {
  return edge !== undefined || (wire !== undefined && wire.port !== 'out');
}

const size = { width: 340, height: 440 };

/**
 * Beside the point it is asked for at, within the window. A wire stays in sight: the box begins where
 * it ends, on the side it leads to.
 */
export function placeFor({ at, wire, isAnywhere }: Request): CSSProperties {
  const aside = wire === undefined ? 0 : wire.port === 'out' ? 14 : -14 - size.width;
  const offset =
    isAnywhere && wire === undefined
      ? { x: -size.width / 2, y: -size.height / 2 }
      : { x: aside, y: wire ? -24 : 0 };
  const within = (place: number, room: number, length: number) =>
    Math.max(8, Math.min(place, room - length - 8));
  const left = within(at.x + offset.x, window.innerWidth, size.width);
  const top = within(at.y + offset.y, window.innerHeight, size.height);
  // As variables, so that narrow windows can put it elsewhere.
  const place = { '--left': left, '--top': top, '--width': size.width, '--height': size.height };
  return Object.fromEntries(Object.entries(place).map(([key, length]) => [key, `${length}px`]));
}
