import type { Options, Tensor } from '../ops/index.ts';
import type { Dataset } from './dataset.ts';
import type { Exercise } from './exercise.ts';
import type { Group } from './group.ts';
import type { Localized } from './localized.ts';
import type { Note } from './note.ts';
import type { Position } from './position.ts';
import type { Training } from './training.ts';

/** One value and the operation that makes it, as it stands in the file. */
export interface GraphNode {
  /** The variable name: unique, see `isName`. */
  readonly id: string;
  readonly op: string;
  /** Operand ids in port order; null for a port that is not connected yet. */
  readonly inputs?: readonly (string | null)[];
  /** Leaves only. */
  readonly value?: Tensor;
  readonly options?: Options;
  readonly position?: Position;
  /** Text or TeX shown in place of the name. */
  readonly label?: string;
}

/**
 * The document, exactly as the file says it: key order is kept, so that writing what was read
 * changes nothing. Never mutated; edits make new graphs that share the nodes they do not touch.
 */
export interface Graph {
  readonly format: 'chainrule-graph';
  readonly version: 1;
  readonly title?: Localized;
  readonly description?: Localized;
  readonly nodes: readonly GraphNode[];
  readonly output?: string;
  readonly groups?: readonly Group[];
  readonly notes?: readonly Note[];
  readonly exercise?: Exercise;
  readonly dataset?: Dataset;
  readonly training?: Training;
}

/** One use of a node's value: operand number `port` of `target`. */
export interface Edge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly port: number;
}

/** A graph without nodes. */
export const emptyGraph: Graph = { format: 'chainrule-graph', version: 1, nodes: [] };

/** The id of the edge that ends in this port: `source->target:port`. */
export function edgeId(source: string, target: string, port: number): string {
  return `${source}->${target}:${port}`;
}

/** All edges, by target in file order, then by port. */
export function edgesOf(graph: Graph): Edge[] {
  const edges: Edge[] = [];
  for (const { id: target, inputs = [] } of graph.nodes) {
    inputs.forEach((source, port) => {
      if (source !== null) edges.push({ id: edgeId(source, target, port), source, target, port });
    });
  }
  return edges;
}

/** The node of this id, if there is one. */
export function findNode(graph: Graph, id: string): GraphNode | undefined {
  return graph.nodes.find((node) => node.id === id);
}

/** Nodes that nothing consumes, in file order. */
export function sinks(graph: Graph): GraphNode[] {
  const used = new Set<string | null>();
  for (const node of graph.nodes) for (const source of node.inputs ?? []) used.add(source);
  return graph.nodes.filter((node) => !used.has(node.id));
}

/** The node that is differentiated: the stated output, else the only node nothing consumes. */
export function outputOf(graph: Graph): string | undefined {
  if (graph.output !== undefined) return graph.output;
  const candidates = sinks(graph);
  return candidates.length === 1 ? candidates[0].id : undefined;
}
