import { fromFormula } from '../../src/formula/fromFormula.ts';
import { type Graph, setValue } from '../../src/graph/index.ts';

/** The graph of a formula; its names are parameters with these values, but for some inputs. */
export function parametersOf(
  formula: string,
  values: Readonly<Record<string, number>>,
  inputs = '',
): Graph {
  const result = fromFormula(formula);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  const nodes = result.graph.nodes.map((node) =>
    node.op === 'input' && !inputs.split(' ').includes(node.id)
      ? { ...node, op: 'parameter' }
      : node,
  );
  let graph: Graph = { ...result.graph, nodes };
  for (const [id, value] of Object.entries(values)) graph = setValue(graph, id, value);
  return graph;
}
