import type { ELK, ElkNode } from 'elkjs/lib/elk-api';
import type { Graph, Position } from '../graph/index.ts';
import type { Shape } from '../ops/index.ts';
import { inputAnchor, outputAnchor, sizeOfNode } from './geometry.ts';

/** Spacing that leaves room for the numbers on the edges. */
export const layoutOptions: Readonly<Record<string, string>> = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.layered.spacing.nodeNodeBetweenLayers': '96',
  'elk.spacing.nodeNode': '36',
  'elk.layered.spacing.edgeNodeBetweenLayers': '24',
  'elk.spacing.edgeNode': '30',
  'elk.spacing.edgeEdge': '22',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.thoroughness': '12',
  'elk.edgeRouting': 'SPLINES',
};

/** Above this many nodes the careful settings take many seconds. */
const mostCareful = 120;

const quickOptions: Readonly<Record<string, string>> = {
  ...layoutOptions,
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.layered.thoroughness': '3',
  'elk.edgeRouting': 'POLYLINE',
};

/** Places for all nodes: layers from left to right that respect the order of ports. */
export async function layout(
  elk: ELK,
  graph: Graph,
  shapeOf: (id: string) => Shape | undefined,
  options = graph.nodes.length > mostCareful ? quickOptions : layoutOptions,
): Promise<Map<string, Position>> {
  const result = await elk.layout(toElk(graph, shapeOf), { layoutOptions: options });
  return new Map(
    (result.children ?? []).map(({ id, x = 0, y = 0 }) => [
      id,
      { x: Math.round(x), y: Math.round(y) },
    ]),
  );
}

function toElk(graph: Graph, shapeOf: (id: string) => Shape | undefined): ElkNode {
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
