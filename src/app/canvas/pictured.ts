import { useRef } from 'react';
import type { Graph, GraphNode } from '../../graph/index.ts';
import { useDocument } from '../store/document.ts';

/**
 * The graph as far as places and lines go: it stays the same one while only values of leaves
 * change, so that an edit of a number costs the picture of a large graph nothing.
 */
export function usePictured(): Graph {
  const graph = useDocument((state) => state.graph);
  const last = useRef(graph);
  if (!looksAlike(graph, last.current)) last.current = graph;
  return last.current;
}

/** Whether two graphs differ in values of leaves at most. */
export function looksAlike(a: Graph, b: Graph): boolean {
  if (a === b) return true;
  return (
    a.nodes.length === b.nodes.length &&
    a.output === b.output &&
    a.groups === b.groups &&
    a.notes === b.notes &&
    a.nodes.every((node, i) => node === b.nodes[i] || isAlike(node, b.nodes[i]))
  );
}

function isAlike(a: GraphNode, b: GraphNode): boolean {
  return (
    a.id === b.id &&
    a.op === b.op &&
    a.label === b.label &&
    a.inputs === b.inputs &&
    a.options === b.options &&
    a.position === b.position
  );
}
