import type { Dataset, Graph, GraphNode } from '../../graph/index.ts';

/**
 * The graph with the first number of its column in every input that gets one and holds nothing of its
 * own: whoever has data need not type a row of it to see numbers where no row is chosen. What an input
 * holds from earlier data, if that is given, is not its own.
 */
export function withFirstRow(graph: Graph, earlier?: Dataset): Graph {
  const isBare = ({ id, op, value }: GraphNode) =>
    op === 'input' && (value === undefined || value === firstOf(earlier, id));
  const nodes = graph.nodes.map((node) => {
    const value = isBare(node) ? firstOf(graph.dataset, node.id) : undefined;
    return value === undefined ? node : { ...node, value };
  });
  return { ...graph, nodes };
}

/** What an input gets in the first row. */
function firstOf(dataset: Dataset | undefined, id: string): number | undefined {
  const { columns = [], bind = {} } = dataset ?? {};
  if (!Object.hasOwn(bind, id)) return undefined;
  return columns.find(({ name }) => name === bind[id])?.values[0];
}
