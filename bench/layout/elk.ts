import type { ElkNode } from 'elkjs/lib/elk.bundled.js';
import {
  inputAnchor,
  type LayoutNeeds,
  outputAnchor,
  sizeOfNode,
} from '../../src/drawing/index.ts';
import type { Graph } from '../../src/graph/index.ts';

/** A graph as elk takes it, ports fixed where they stand. */
export function toElk(graph: Graph, { shapeOf }: LayoutNeeds): ElkNode {
  const children = graph.nodes.map((node) => {
    const size = sizeOfNode(node, shapeOf(node.id));
    const inputs = (node.inputs ?? []).map((_, port) => ({
      id: `${node.id}:${port}`,
      ...inputAnchor(node, size, port),
      layoutOptions: { 'elk.port.side': 'WEST' },
    }));
    return {
      id: node.id,
      ...size,
      ports: [
        ...inputs,
        { id: `${node.id}>`, ...outputAnchor(size), layoutOptions: { 'elk.port.side': 'EAST' } },
      ],
      layoutOptions: { 'elk.portConstraints': 'FIXED_POS' },
    };
  });
  const edges = graph.nodes.flatMap(({ id, inputs = [] }) =>
    inputs.flatMap((source, port) =>
      source === null
        ? []
        : [{ id: `${id}:${port}`, sources: [`${source}>`], targets: [`${id}:${port}`] }],
    ),
  );
  return { id: 'graph', children, edges };
}
