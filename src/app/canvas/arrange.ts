import ELK from 'elkjs/lib/elk-api.js';
import workerUrl from 'elkjs/lib/elk-worker.min.js?url';
import { compile } from '../../engine/index.ts';
import { type Graph, moveNodes, type Position } from '../../graph/index.ts';
import { layout } from './layout.ts';

let elk: InstanceType<typeof ELK> | null = null;

/** Lays out the whole graph, off the main thread. */
export async function arrangeAll(graph: Graph): Promise<Graph> {
  return moveNodes(graph, await placesFor(graph));
}

/** Gives a place to every node that has none; the others stay where they are, above the new ones. */
export async function arrangeUnplaced(graph: Graph): Promise<Graph> {
  const isUnplaced = new Set(graph.nodes.filter((node) => !node.position).map(({ id }) => id));
  if (isUnplaced.size === 0) return graph;
  const places = await placesFor(graph);
  if (isUnplaced.size === graph.nodes.length) return moveNodes(graph, places);
  const lowest = Math.max(...graph.nodes.map(({ position }) => position?.y ?? 0));
  const moved = new Map<string, Position>();
  for (const id of isUnplaced) {
    const { x = 0, y = 0 } = places.get(id) ?? {};
    moved.set(id, { x, y: y + lowest + 140 });
  }
  return moveNodes(graph, moved);
}

function placesFor(graph: Graph): Promise<Map<string, Position>> {
  elk ??= new ELK({ workerFactory: () => new Worker(workerUrl) });
  const { shapes, index } = compile(graph);
  return layout(elk, graph, (id) => shapes[index.get(id) ?? -1]);
}
