import type { Graph, Position } from '../../src/graph/index.ts';
import { layered } from '../graphs.ts';

/** Distances between nodes in the same row and in the same column. */
const pitch = { x: 260, y: 120 };

/** A seeded graph, each node in the column that its longest way from a leaf leads to. */
export function placedGraph(size: number): Graph {
  const graph = layered(size);
  const columns = new Map<string, number>();
  const heights: number[] = [];
  const nodes = graph.nodes.map((node) => {
    const operands = (node.inputs ?? []).map((id) => columns.get(id ?? '') ?? 0);
    const column = Math.max(-1, ...operands) + 1;
    columns.set(node.id, column);
    const row = heights[column] ?? 0;
    heights[column] = row + 1;
    return { ...node, position: { x: column * pitch.x, y: row * pitch.y } };
  });
  return { ...graph, nodes };
}

/** What a page without values needs of a graph. */
export interface BareGraph {
  readonly nodes: readonly (Position & { readonly id: string })[];
  readonly edges: readonly {
    readonly id: string;
    readonly source: string;
    readonly target: string;
  }[];
}

/** The same nodes in the same places, and the same edges. */
export function bareGraph(graph: Graph): BareGraph {
  return {
    nodes: graph.nodes.map(({ id, position = { x: 0, y: 0 } }) => ({ id, ...position })),
    edges: graph.nodes.flatMap(({ id, inputs = [] }) =>
      inputs.flatMap((source, port) =>
        source === null ? [] : [{ id: `${source}->${id}:${port}`, source, target: id }],
      ),
    ),
  };
}

/** The text of the graph's file. */
export function fileOf({ nodes, output }: Graph): string {
  return JSON.stringify({ format: 'chainrule-graph', version: 1, nodes, output });
}
