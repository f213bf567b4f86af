import type { Graph } from './graph.ts';

/** Node indices with operands first, and the nodes on or behind a cycle, which have no place. */
export interface Order {
  readonly sorted: readonly number[];
  readonly stuck: readonly number[];
}

const indices = new WeakMap<Graph['nodes'], ReadonlyMap<string, number>>();

/**
 * The index of every node by id. Ids are unique in a graph that was read or edited here. It is
 * kept as long as the nodes are: they never change, and compiling and editing both start from it.
 */
export function indexNodes({ nodes }: Graph): ReadonlyMap<string, number> {
  const known = indices.get(nodes);
  if (known !== undefined) return known;
  const index = new Map<string, number>();
  for (let i = 0; i < nodes.length; i++) index.set(nodes[i].id, i);
  indices.set(nodes, index);
  return index;
}

/** Says that a graph has the same ids in the same places as one before it, and so the same index. */
export function inheritIndex(graph: Graph, from: Graph): Graph {
  const index = indices.get(from.nodes);
  if (index !== undefined) indices.set(graph.nodes, index);
  return graph;
}

/**
 * Topological order, stable: of all nodes whose operands are done the one that stands first in
 * the file comes next. Iterative, so depth has no limit.
 */
export function topologicalOrder(graph: Graph, index = indexNodes(graph)): Order {
  const size = graph.nodes.length;
  const waiting = new Int32Array(size);
  const consumers: number[][] = Array.from({ length: size }, () => []);
  graph.nodes.forEach(({ inputs = [] }, target) => {
    for (const id of inputs) {
      const source = id === null ? undefined : index.get(id);
      if (source === undefined) continue;
      consumers[source].push(target);
      waiting[target]++;
    }
  });
  const ready = new MinHeap();
  for (let i = 0; i < size; i++) if (waiting[i] === 0) ready.push(i);
  const sorted: number[] = [];
  for (let next = ready.pop(); next !== undefined; next = ready.pop()) {
    sorted.push(next);
    for (const target of consumers[next]) if (--waiting[target] === 0) ready.push(target);
  }
  const stuck: number[] = [];
  if (sorted.length < size) for (let i = 0; i < size; i++) if (waiting[i] > 0) stuck.push(i);
  return { sorted, stuck };
}

/** The ids along one cycle, first one repeated at the end (`a → b → a`), or null if there is none. */
export function cyclePath(graph: Graph): string[] | null {
  const index = indexNodes(graph);
  const { stuck } = topologicalOrder(graph, index);
  if (stuck.length === 0) return null;
  const isStuck = new Set(stuck);
  // Every stuck node has a stuck operand: walking operands must come back to a node seen before.
  const seen = new Map<number, number>();
  const walk: number[] = [];
  let at = stuck[0];
  while (!seen.has(at)) {
    seen.set(at, walk.length);
    walk.push(at);
    const operands = (graph.nodes[at].inputs ?? []).map((id) => (id === null ? -1 : index.get(id)));
    at = operands.find((operand) => operand !== undefined && isStuck.has(operand)) ?? at;
  }
  const loop = walk.slice(seen.get(at)).reverse();
  return [...loop, loop[0]].map((i) => graph.nodes[i].id);
}

/** Ids of a shortest way along edges from one node to another, both included; null if none. */
export function pathBetween(graph: Graph, from: string, to: string): string[] | null {
  const { nodes } = graph;
  const index = indexNodes(graph);
  const first = index.get(from);
  const last = index.get(to);
  if (first === undefined || last === undefined) return null;
  // By node: the one after it on the way; -1 where none has been found.
  const next = new Int32Array(nodes.length).fill(-1);
  next[last] = last;
  const queue = [last];
  for (let i = 0; i < queue.length && next[first] < 0; i++) {
    for (const id of nodes[queue[i]].inputs ?? []) {
      const source = id === null ? undefined : index.get(id);
      if (source === undefined || next[source] >= 0) continue;
      next[source] = queue[i];
      queue.push(source);
    }
  }
  if (next[first] < 0) return null;
  const path = [nodes[first].id];
  for (let node = first; node !== last; node = next[node]) path.push(nodes[next[node]].id);
  return path;
}

/** A node and all it is computed from. */
export function upstreamOf(graph: Graph, id: string): ReadonlySet<string> {
  const index = indexNodes(graph);
  const found = new Set([id]);
  for (const each of found) {
    const node = index.get(each);
    if (node === undefined) continue;
    for (const operand of graph.nodes[node].inputs ?? []) if (operand !== null) found.add(operand);
  }
  return found;
}

/** A node and all that is computed from it. */
export function downstreamOf(graph: Graph, id: string): ReadonlySet<string> {
  const consumers = new Map<string, string[]>();
  for (const { id: target, inputs = [] } of graph.nodes) {
    for (const source of inputs) {
      if (source === null) continue;
      const known = consumers.get(source);
      if (known) known.push(target);
      else consumers.set(source, [target]);
    }
  }
  const found = new Set([id]);
  for (const each of found) for (const target of consumers.get(each) ?? []) found.add(target);
  return found;
}

/** A binary heap of numbers, smallest first. */
class MinHeap {
  private readonly items: number[] = [];

  push(item: number): void {
    const { items } = this;
    let at = items.push(item) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (items[parent] <= item) break;
      items[at] = items[parent];
      at = parent;
    }
    items[at] = item;
  }

  pop(): number | undefined {
    const { items } = this;
    const top = items[0];
    const last = items.pop();
    if (last === undefined || items.length === 0) return top;
    let at = 0;
    for (let child = 1; child < items.length; child = 2 * at + 1) {
      if (child + 1 < items.length && items[child + 1] < items[child]) child++;
      if (items[child] >= last) break;
      items[at] = items[child];
      at = child;
    }
    items[at] = last;
    return top;
  }
}
