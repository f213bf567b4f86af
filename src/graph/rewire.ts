import { arity, completeOptions, type Op, type Operation, type Shape } from '../ops/index.ts';
import { connect, type EditResult, portExists, removeNodes, setOutput } from './edit.ts';
import { findNode, type Graph } from './graph.ts';
import { commonBox, groupOf, moveToGroup } from './groups.ts';
import { keepExercise } from './keepExercise.ts';
import { topologicalOrder } from './order.ts';
import { openPorts } from './problem.ts';

/**
 * Removes nodes and closes the gaps: what used one takes its first connected operand, through all
 * that is removed, and so does the output. Where nothing leads on, ports are left open.
 */
export function healAndRemove(graph: Graph, nodes: ReadonlySet<string>): Graph {
  /** By removed node: the one that steps in. */
  const heirs = new Map<string, string>();
  const heirOf = (id: string) => (nodes.has(id) ? heirs.get(id) : id);
  for (const i of topologicalOrder(graph).sorted) {
    const { id, inputs = [] } = graph.nodes[i];
    if (!nodes.has(id)) continue;
    const heir = inputs.map((source) => source && heirOf(source)).find((source) => source != null);
    if (heir) heirs.set(id, heir);
  }
  const healed = graph.nodes.map((node) => {
    if (nodes.has(node.id) || !node.inputs?.some((source) => source && heirs.has(source))) {
      return node;
    }
    const inputs = node.inputs.map((source) => source && (heirs.get(source) ?? source));
    return { ...node, inputs };
  });
  const led = keepExercise({ ...graph, nodes: healed });
  const { output } = graph;
  return removeNodes(output === undefined ? led : setOutput(led, heirOf(output)), nodes);
}

/**
 * Puts a node into an edge: what fed the edge now feeds the node's first free port, and the node
 * feeds what the edge fed. A node without a box joins the one that holds both ends.
 */
export function insertOnEdge(
  graph: Graph,
  edge: { readonly target: string; readonly port: number },
  nodeId: string,
): EditResult {
  const { target, port } = edge;
  const source = findNode(graph, target)?.inputs?.[port];
  const node = findNode(graph, nodeId);
  if (source == null || node === undefined) {
    return { ok: false, refusal: { kind: 'no-port', target, port } };
  }
  const free = openPorts(node)[0] ?? node.inputs?.length ?? 0;
  const fed = connect(graph, source, nodeId, free);
  const led = fed.ok ? connect(fed.graph, nodeId, target, port) : fed;
  if (!led.ok || groupOf(graph, nodeId) !== undefined) return led;
  const box = commonBox(graph, [groupOf(graph, source)?.id, groupOf(graph, target)?.id]);
  return { ok: true, graph: moveToGroup(led.graph, new Set([nodeId]), box) };
}

/**
 * Whether a new node of an op can be connected to the loose end of a wire: one that comes out of a
 * node, or one that ends in a port and wants a value. With the shape of what comes out, ops that
 * take no such operand are left out.
 */
export function fits(
  graph: Graph,
  op: Op,
  wire: { readonly node: string; readonly port: number | 'out' },
  shape?: Shape,
): boolean {
  const node = findNode(graph, wire.node);
  if (node === undefined) return false;
  if (wire.port !== 'out') return portExists(node, wire.port);
  return op.kind === 'operation' && (shape === undefined || takesFirst(op, shape));
}

/** Whether an op takes a first operand of this shape, given others that suit it. */
function takesFirst(op: Operation, shape: Shape): boolean {
  const options = completeOptions(op, undefined);
  const others: readonly Shape[] = [[], shape, shape.slice(0, 1), shape.slice(-1)];
  return others.some((other) => {
    const operands = Array.from({ length: arity(op).least }, (_, port) => (port ? other : shape));
    return op.shape(operands, options) !== null;
  });
}
