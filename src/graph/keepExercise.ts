import { ops } from '../ops/index.ts';
import type { Graph, GraphNode } from './graph.ts';
import { indexNodes } from './order.ts';
import { parseQuantity, type Quantity, quantityId } from './quantity.ts';

/** Whether a graph has this quantity; edges into whole-tensor ops have no local derivative. */
export function hasQuantity(graph: Graph, quantity: Quantity): boolean {
  if ('node' in quantity) return nodeOf(graph, quantity.node) !== undefined;
  const { kind, source, target, port } = quantity;
  const node = nodeOf(graph, target);
  if (node?.inputs?.[port] !== source) return false;
  const op = ops.get(node.op);
  return kind === 'contribution' || (op?.kind === 'operation' && op.layout === 'elementwise');
}

/** Whether a leaf holds a single number, so that a range can draw it anew. */
export function isScalarLeaf(graph: Graph, id: string): boolean {
  return typeof nodeOf(graph, id)?.value === 'number';
}

/**
 * Brings the exercise of an edited graph in step with its nodes and edges: what the edit moved is
 * named anew, what is gone is dropped. One that has lost its bug is no longer one of finding it.
 */
export function keepExercise(
  graph: Graph,
  move: (quantity: Quantity) => Quantity = (quantity) => quantity,
): Graph {
  if (graph.exercise === undefined) return graph;
  const { asked, hidden, variants, bug } = graph.exercise;
  const lead = (id: string): string[] => {
    const quantity = parseQuantity(id);
    const moved = quantity && move(quantity);
    return moved && hasQuantity(graph, moved) ? [quantityId(moved)] : [];
  };
  const ranges = Object.entries(variants?.ranges ?? {}).flatMap(([node, range]) => {
    const moved = move({ kind: 'value', node });
    return 'node' in moved && isScalarLeaf(graph, moved.node) ? [[moved.node, range]] : [];
  });
  const [wrong] = bug ? lead(bug.quantity) : [];
  const exercise = {
    ...graph.exercise,
    asked: asked.flatMap(lead),
    ...(hidden && { hidden: hidden.flatMap(lead) }),
    ...(variants && { variants: { ...variants, ranges: Object.fromEntries(ranges) } }),
    ...(bug && wrong && { bug: { ...bug, quantity: wrong } }),
  };
  if (bug === undefined || wrong !== undefined) return { ...graph, exercise };
  const { bug: _, kind: __, ...rest } = exercise;
  return { ...graph, exercise: rest };
}

function nodeOf(graph: Graph, id: string): GraphNode | undefined {
  return graph.nodes[indexNodes(graph).get(id) ?? -1];
}
