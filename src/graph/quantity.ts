import { edgeId } from './graph.ts';

/**
 * One number of an evaluated graph: the value or gradient of a node, the local derivative or the
 * contribution of an edge. It is what a step of a trace makes and what an exercise asks for.
 */
export type Quantity =
  | { readonly kind: 'value' | 'gradient'; readonly node: string }
  | {
      readonly kind: 'local' | 'contribution';
      readonly source: string;
      readonly target: string;
      readonly port: number;
    };

/** The id of a quantity: `value:x`, `gradient:b`, `local:b->b2:0`, `contribution:b->b2:0`. */
export function quantityId(quantity: Quantity): string {
  if ('node' in quantity) return `${quantity.kind}:${quantity.node}`;
  return `${quantity.kind}:${edgeId(quantity.source, quantity.target, quantity.port)}`;
}

const ofNode = /^(value|gradient):([^\s:>]+)$/u;
const ofEdge = /^(local|contribution):([^\s:>]+)->([^\s:>]+):(0|[1-9]\d{0,6})$/u;

/** What the ids of quantities look like, as sources of regular expressions. */
export const quantityPatterns: readonly string[] = [ofNode.source, ofEdge.source];

/** Reads the id of a quantity; undefined for any other text. */
export function parseQuantity(id: string): Quantity | undefined {
  const node = ofNode.exec(id);
  if (node) return { kind: node[1] as 'value' | 'gradient', node: node[2] };
  const edge = ofEdge.exec(id);
  if (!edge) return;
  const [, kind, source, target, port] = edge;
  return { kind: kind as 'local' | 'contribution', source, target, port: Number(port) };
}
