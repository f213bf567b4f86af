import {
  type Graph,
  type GraphNode,
  outputOf,
  type Problem,
  structuralProblems,
} from '../graph/index.ts';
import { flatten, type Shape, shapeOf } from '../ops/index.ts';
import type { Lanes, Program } from './program.ts';
import { Schedule } from './schedule.ts';
import { wire } from './wiring.ts';

const oneLane: Lanes = { count: 1, varying: new Set() };

/**
 * Makes a graph ready to run. Never throws for what a user can draw: nodes that cannot be
 * computed (open ports, shapes that do not fit, cycles, and all that depends on them) are left
 * out, and `problems` says why.
 */
export function compile(graph: Graph, lanes: Lanes = oneLane): Program {
  const wiring = wire(graph);
  const chosen = outputOf(graph);
  const output = chosen === undefined ? -1 : (wiring.index.get(chosen) ?? -1);
  const schedule = new Schedule(graph, wiring, output, lanes);
  const { slots, varies, shapes, runs, live, used } = schedule;
  const computed = output >= 0 && slots[output] >= 0;
  const sharing = computed && varies[output] === 1 ? 1 : lanes.count;
  const program: Program = {
    graph,
    index: wiring.index,
    firstEdge: wiring.firstEdge,
    operands: wiring.operands,
    output: computed ? chosen : undefined,
    outputSlot: computed ? slots[output] : -1,
    outputSize: computed ? schedule.elements(output) : 0,
    seed: { sum: sharing, mean: sharing / lanes.count },
    lanes: lanes.count,
    problems: problemsOf(graph, chosen, schedule),
    shapes,
    slots,
    varies,
    runs,
    live: computed ? live : [],
    values: new Float64Array(used),
    gradients: new Float64Array(used),
  };
  for (const leaf of wiring.leaves) writeLeaf(program, leaf, flatten(graph.nodes[leaf].value ?? 0));
  return program;
}

/** Where every node has its slots and there is an output, there is nothing to look for. */
function problemsOf(
  graph: Graph,
  output: string | undefined,
  { placed, mismatches }: Schedule,
): Problem[] {
  if (placed === graph.nodes.length && output !== undefined) return [];
  return [...structuralProblems(graph), ...mismatches];
}

/**
 * The program for a graph that differs from the compiled one in leaf values, places and texts
 * alone, or null if more has changed. It shares the storage of the old program.
 */
export function rebind(program: Program, graph: Graph): Program | null {
  const { nodes } = graph;
  const before = program.graph.nodes;
  if (nodes.length !== before.length || graph.output !== program.graph.output) return null;
  const changed: number[] = [];
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i];
    const old = before[i];
    if (node === old) continue;
    if (node.id !== old.id || node.op !== old.op || !sameInputs(node, old)) return null;
    if (node.options !== old.options) return null;
    if (node.value !== old.value) changed.push(i);
  }
  for (const i of changed) if (!sameShape(nodes[i], program.shapes[i])) return null;
  const next: Program = { ...program, graph };
  for (const i of changed) writeLeaf(next, i, flatten(nodes[i].value ?? 0));
  return next;
}

/** Writes the numbers of a leaf into every lane. */
export function writeLeaf(program: Program, node: number, numbers: ArrayLike<number>): void {
  const slot = program.slots[node];
  const copies = program.varies[node] === 1 ? program.lanes : 1;
  for (let lane = 0, at = slot; lane < copies; lane++) {
    for (let i = 0; i < numbers.length; i++) program.values[at++] = numbers[i];
  }
}

function sameInputs(a: GraphNode, b: GraphNode): boolean {
  if (a.inputs === b.inputs) return true;
  if (a.inputs === undefined || b.inputs === undefined) return false;
  if (a.inputs.length !== b.inputs.length) return false;
  return a.inputs.every((id, port) => id === b.inputs?.[port]);
}

function sameShape({ value }: GraphNode, shape: Shape | undefined): boolean {
  if (value === undefined || shape === undefined) return false;
  const next = shapeOf(value);
  return next.length === shape.length && next.every((length, axis) => length === shape[axis]);
}
