import ELK from 'elkjs/lib/elk-api.js';
import workerUrl from 'elkjs/lib/elk-worker.min.js?url';
import { layout } from '../../drawing/index.ts';
import { compile } from '../../engine/index.ts';
import { emptyGraph, type Graph, moveNodes, type Position } from '../../graph/index.ts';

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

/**
 * Lays out some nodes of a graph as a block by itself, its top left corner at a place. Whatever else
 * there is stays where it is.
 */
export async function arrangeBlock(
  graph: Graph,
  ids: ReadonlySet<string>,
  at: Position,
): Promise<Graph> {
  const block = graph.nodes.filter(({ id }) => ids.has(id));
  if (block.length === 0) return graph;
  const nodes = block.map((node) =>
    node.inputs === undefined
      ? node
      : { ...node, inputs: node.inputs.map((id) => (id !== null && ids.has(id) ? id : null)) },
  );
  const places = await placesFor({ ...emptyGraph, nodes });
  const left = Math.min(...[...places.values()].map(({ x }) => x));
  const top = Math.min(...[...places.values()].map(({ y }) => y));
  const moved = new Map<string, Position>();
  for (const [id, { x, y }] of places) {
    moved.set(id, { x: Math.round(at.x + x - left), y: Math.round(at.y + y - top) });
  }
  return moveNodes(graph, moved);
}

function placesFor(graph: Graph): Promise<Map<string, Position>> {
  elk ??= new ELK({ workerFactory: () => new Worker(workerUrl) });
  const { shapes, index } = compile(graph);
  return layout(elk, graph, (id) => shapes[index.get(id) ?? -1]);
}
