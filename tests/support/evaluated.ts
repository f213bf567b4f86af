import {
  backward,
  compile,
  evaluateEdges,
  forward,
  lookUp,
  prepareEdges,
  type Trace,
  trace,
} from '../../src/engine/index.ts';
import type { Graph } from '../../src/graph/index.ts';

/** A graph after both passes, with the numbers on its edges and all of them by quantity. */
export function evaluated(graph: Graph) {
  const program = compile(graph);
  const edges = prepareEdges(program);
  forward(program);
  backward(program);
  evaluateEdges(program, edges);
  return { program, edges, numbersOf: lookUp(program, edges) };
}

/** The steps of a graph. */
export function traceOf(graph: Graph): Trace {
  const { program, edges } = evaluated(graph);
  return trace(program, edges);
}
