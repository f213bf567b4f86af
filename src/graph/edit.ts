import { arity, flatten, isRagged, ops, type Tensor } from '../ops/index.ts';
import type { Exercise } from './exercise.ts';
import { findNode, type Graph, type GraphNode } from './graph.ts';
import { keepGroups } from './groups.ts';
import { keepExercise } from './keepExercise.ts';
import { keepTraining } from './keepTraining.ts';
import type { Localized } from './localized.ts';
import { isName } from './name.ts';
import { inheritIndex, pathBetween } from './order.ts';
import type { Position } from './position.ts';

/** Why an edit cannot be made. */
export type Refusal =
  | { readonly kind: 'cycle'; readonly path: readonly string[] }
  | { readonly kind: 'no-port'; readonly target: string; readonly port: number }
  | { readonly kind: 'bad-name'; readonly name: string }
  | { readonly kind: 'name-taken'; readonly name: string };

/** The graph after an edit, or why there is none. */
export type EditResult =
  | { readonly ok: true; readonly graph: Graph }
  | { readonly ok: false; readonly refusal: Refusal };

/** Adds a node at the end of the file. Its id must be fresh and its operands must exist. */
export function addNode(graph: Graph, node: GraphNode): Graph {
  return { ...graph, nodes: [...graph.nodes, node] };
}

/**
 * Removes nodes; whatever used them is left with an open port, or one port less if it can spare it.
 * Boxes that have lost everything vanish.
 */
export function removeNodes(graph: Graph, ids: ReadonlySet<string>): Graph {
  const rest = { ...graph, nodes: graph.nodes.filter((node) => !ids.has(node.id)) };
  const cut = cutEdges(
    keepTraining(keepGroups(rest)),
    (source) => source !== null && ids.has(source),
  );
  return withOutput(cut, (output) => (ids.has(output) ? undefined : output));
}

/**
 * Makes `source` the operand of `target` at `port`, in place of what was there. The port may be
 * one past the last of a variadic op, which grows. Refused when it would close a cycle, or when
 * there is no such port or node.
 */
export function connect(graph: Graph, source: string, target: string, port: number): EditResult {
  const node = findNode(graph, target);
  const op = node && ops.get(node.op);
  const missing = node === undefined || op === undefined || !findNode(graph, source);
  if (missing || !portExists(node, port)) {
    return { ok: false, refusal: { kind: 'no-port', target, port } };
  }
  const path = pathBetween(graph, target, source);
  if (path !== null) return { ok: false, refusal: { kind: 'cycle', path: [...path, target] } };
  const inputs: (string | null)[] = [...(node.inputs ?? [])];
  while (inputs.length <= port) inputs.push(null);
  inputs[port] = source;
  return { ok: true, graph: keepExercise(replace(graph, { ...node, inputs })) };
}

/** Whether an op node can take an operand at this port, growing by one if it is variadic. */
export function portExists(node: GraphNode, port: number): boolean {
  const op = ops.get(node.op);
  if (op === undefined || port < 0) return false;
  const { least, most } = arity(op);
  return port < most && port <= Math.max(least - 1, (node.inputs ?? []).length);
}

/** Cuts edges, given as pairs of target and port. */
export function disconnect(
  graph: Graph,
  edges: readonly { readonly target: string; readonly port: number }[],
): Graph {
  const cut = new Set(edges.map(({ target, port }) => `${target}:${port}`));
  return cutEdges(graph, (_, target, port) => cut.has(`${target}:${port}`));
}

/** Renames a node everywhere it is mentioned. */
export function rename(graph: Graph, from: string, to: string): EditResult {
  if (from === to) return { ok: true, graph };
  if (!isName(to)) return { ok: false, refusal: { kind: 'bad-name', name: to } };
  if (findNode(graph, to)) return { ok: false, refusal: { kind: 'name-taken', name: to } };
  const nodes = graph.nodes.map((node) => {
    const inputs = node.inputs?.includes(from)
      ? node.inputs.map((source) => (source === from ? to : source))
      : node.inputs;
    if (node.id === from) return { ...node, id: to };
    return inputs === node.inputs ? node : { ...node, inputs };
  });
  const named = (id: string) => (id === from ? to : id);
  const kept = keepExercise({ ...graph, nodes }, (quantity) =>
    'node' in quantity
      ? { ...quantity, node: named(quantity.node) }
      : { ...quantity, source: named(quantity.source), target: named(quantity.target) },
  );
  return { ok: true, graph: withOutput(keepTraining(keepGroups(kept, named), named), named) };
}

/** Gives a leaf another value. What no file may hold as a value changes nothing. */
export function setValue(graph: Graph, id: string, value: Tensor): Graph {
  const numbers = flatten(value);
  if (numbers.length === 0 || isRagged(value) || !numbers.every(Number.isFinite)) return graph;
  const set = patch(graph, id, (node) =>
    ops.get(node.op)?.kind === 'leaf' ? { ...node, value } : node,
  );
  return typeof value === 'number' ? set : keepTraining(keepExercise(set));
}

/** Gives a node another op of the same kind (leaf or not); operands that still have a port stay. */
export function setOp(graph: Graph, id: string, opId: string): Graph {
  const op = ops.get(opId);
  if (op === undefined) return graph;
  const set = patch(graph, id, (node) => {
    if (node.op === opId || ops.get(node.op)?.kind !== op.kind) return node;
    const { options: _, ...rest } = node;
    const changed = { ...rest, op: opId };
    if (node.inputs === undefined) return changed;
    return { ...changed, inputs: node.inputs.slice(0, arity(op).most) };
  });
  return set === graph ? graph : keepTraining(keepExercise(set));
}

/** Changes one setting of a node. One its op does not have, or out of bounds, changes nothing. */
export function setOption(graph: Graph, id: string, key: string, value: number): Graph {
  return patch(graph, id, (node) => {
    const op = ops.get(node.op);
    const rule = op?.kind === 'operation' && Object.hasOwn(op.options, key) && op.options[key];
    if (!rule || !(value >= rule.least && value <= rule.most)) return node;
    return { ...node, options: { ...node.options, [key]: value } };
  });
}

/** Chooses the node that is differentiated; undefined leaves it to the only node nothing uses. */
export function setOutput(graph: Graph, id: string | undefined): Graph {
  if (id !== undefined && !findNode(graph, id)) return graph;
  return withOutput({ ...graph, output: id ?? '' }, () => id);
}

/** Puts nodes at new places. */
export function moveNodes(graph: Graph, places: ReadonlyMap<string, Position>): Graph {
  const nodes = graph.nodes.map((node) => {
    const position = places.get(node.id);
    return position === undefined ? node : { ...node, position };
  });
  return inheritIndex({ ...graph, nodes }, graph);
}

/** Gives the graph another title. */
export function setTitle(graph: Graph, title: Localized): Graph {
  return { ...graph, title };
}

/** Makes the graph an exercise, another one, or none. */
export function setExercise(graph: Graph, exercise: Exercise | undefined): Graph {
  if (exercise !== undefined) return { ...graph, exercise };
  const { exercise: _, ...rest } = graph;
  return rest;
}

function patch(graph: Graph, id: string, change: (node: GraphNode) => GraphNode): Graph {
  const node = findNode(graph, id);
  if (node === undefined) return graph;
  const changed = change(node);
  return changed === node ? graph : replace(graph, changed);
}

function replace(graph: Graph, node: GraphNode): Graph {
  const nodes = graph.nodes.map((other) => (other.id === node.id ? node : other));
  return inheritIndex({ ...graph, nodes }, graph);
}

function withOutput(graph: Graph, change: (output: string) => string | undefined): Graph {
  if (graph.output === undefined) return graph;
  const output = change(graph.output);
  if (output !== undefined) return output === graph.output ? graph : { ...graph, output };
  const { output: _, ...rest } = graph;
  return rest;
}

/**
 * Empties the ports that match; variadic ops lose them as long as two remain. The ports behind one
 * that is lost move up, and what the exercise asks about them goes with them.
 */
function cutEdges(
  graph: Graph,
  matches: (source: string | null, target: string, port: number) => boolean,
): Graph {
  const moved = new Map<string, readonly number[]>();
  const nodes = graph.nodes.map((node) => {
    const { id, inputs = [] } = node;
    const op = ops.get(node.op);
    if (op === undefined || !inputs.some((source, port) => matches(source, id, port))) return node;
    const { least, most } = arity(op);
    const ports = inputs.map((source, port) => ({
      port,
      source: matches(source, id, port) ? null : source,
    }));
    if (most === Number.POSITIVE_INFINITY) {
      for (let port = ports.length - 1; port >= 0 && ports.length > least; port--) {
        if (ports[port].source === null) ports.splice(port, 1);
      }
    }
    moved.set(
      id,
      inputs.map((_, port) => ports.findIndex((left) => left.port === port)),
    );
    return { ...node, inputs: ports.map(({ source }) => source) };
  });
  return keepExercise({ ...graph, nodes }, (quantity) => {
    if ('node' in quantity) return quantity;
    const port = moved.get(quantity.target)?.[quantity.port] ?? quantity.port;
    return { ...quantity, port };
  });
}
