import dagre from '@dagrejs/dagre';
import { instance } from '@viz-js/viz';
import ELK from 'elkjs/lib/elk.bundled.js';
import { type LayoutNeeds, layout, sizeOfNode } from '../../src/drawing/index.ts';
import { edgesOf, type Graph, type Position } from '../../src/graph/index.ts';
import { toElk } from './elk.ts';

/** What lays out a graph: places by node. */
export interface Engine {
  readonly name: string;
  /** Graphs with more nodes take it minutes, and are left out. */
  readonly most: number;
  readonly place: (graph: Graph, needs: LayoutNeeds) => Promise<Places>;
}

type Places = Map<string, Position>;

/** Gaps between layers and between the nodes of one, the same for all. */
const gap = { layer: 96, node: 36 };

const elk = new ELK();
const viz = await instance();

/** Spacing that leaves room for the numbers on the edges. */
const elkOptions: Readonly<Record<string, string>> = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.layered.spacing.nodeNodeBetweenLayers': String(gap.layer),
  'elk.spacing.nodeNode': String(gap.node),
  'elk.layered.spacing.edgeNodeBetweenLayers': '24',
  'elk.spacing.edgeNode': '30',
  'elk.spacing.edgeEdge': '22',
};

const careful = {
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.thoroughness': '12',
  'elk.edgeRouting': 'SPLINES',
};

const quick = {
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.edgeRouting': 'POLYLINE',
};

const ordered = { 'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES' };

const twoSided = {
  'elk.layered.crossingMinimization.greedySwitch.type': 'TWO_SIDED',
  'elk.layered.crossingMinimization.greedySwitch.activationThreshold': '0',
};

/** All that were considered. */
export const engines: readonly Engine[] = [
  elkWith('elk, careful, file order', { ...careful, ...ordered }, 300),
  elkWith('elk, quick, file order', { ...quick, ...ordered }, 1000),
  elkWith('elk, careful', careful, 300),
  elkWith('elk, thorough', { ...quick, 'elk.layered.thoroughness': '40' }, 1000),
  elkWith('elk, greedy switch', { ...quick, ...twoSided }, 1000),
  { name: 'dagre, network simplex', most: 300, place: dagreWith('network-simplex') },
  { name: 'dagre, longest path', most: 1000, place: dagreWith('longest-path') },
  {
    name: 'Graphviz dot, as the page',
    most: Number.POSITIVE_INFINITY,
    place: (graph, needs) =>
      layout(graph, needs, async (dot) =>
        viz.renderString(dot, { engine: 'dot', format: 'json0' }),
      ),
  },
];

function elkWith(name: string, options: Readonly<Record<string, string>>, most: number): Engine {
  const place = async (graph: Graph, needs: LayoutNeeds): Promise<Places> => {
    const { children = [] } = await elk.layout(toElk(graph, needs), {
      layoutOptions: { ...elkOptions, ...options },
    });
    return new Map(children.map(({ id, x = 0, y = 0 }) => [id, { x, y }]));
  };
  return { name, most, place };
}

function dagreWith(ranker: 'network-simplex' | 'longest-path') {
  return (graph: Graph, { shapeOf }: LayoutNeeds): Promise<Places> => {
    const laidOut = new dagre.graphlib.Graph({ multigraph: true });
    laidOut.setGraph({ rankdir: 'LR', ranksep: gap.layer, nodesep: gap.node, ranker });
    for (const node of graph.nodes)
      laidOut.setNode(node.id, { ...sizeOfNode(node, shapeOf(node.id)) });
    for (const { id, source, target } of edgesOf(graph)) laidOut.setEdge(source, target, {}, id);
    dagre.layout(laidOut);
    const places: Places = new Map();
    for (const id of laidOut.nodes()) {
      const { x, y, width, height } = laidOut.node(id);
      places.set(id, { x: x - width / 2, y: y - height / 2 });
    }
    return Promise.resolve(places);
  };
}
