import { findNode, type Graph } from './graph.ts';
import { keepExercise } from './keepExercise.ts';
import { inheritIndex } from './order.ts';

/** Lets two operands of a node change places; equal ones and ports that do not exist change nothing. */
export function swapOperands(graph: Graph, target: string, a: number, b: number): Graph {
  const inputs = [...(findNode(graph, target)?.inputs ?? [])];
  if (!(a in inputs && b in inputs) || inputs[a] === inputs[b]) return graph;
  [inputs[a], inputs[b]] = [inputs[b], inputs[a]];
  const nodes = graph.nodes.map((node) => (node.id === target ? { ...node, inputs } : node));
  return keepExercise(inheritIndex({ ...graph, nodes }, graph), (quantity) => {
    if ('node' in quantity || quantity.target !== target) return quantity;
    const { port } = quantity;
    return { ...quantity, port: port === a ? b : port === b ? a : port };
  });
}
