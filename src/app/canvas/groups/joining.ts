import { type Graph, moveToGroup, type Position } from '../../../graph/index.ts';
import { groupAt } from '../viewport.ts';

/** The graph with some new nodes in the innermost box that is open at a place on the canvas, if any. */
export function joined(graph: Graph, nodes: readonly string[], place: Position): Graph {
  const box = groupAt(place);
  return box === undefined ? graph : moveToGroup(graph, new Set(nodes), box);
}
