import { edgeId } from '../graph/index.ts';
import type { Tensor } from '../ops/index.ts';
import { edgeNumbers } from './edges.ts';
import type { Trace } from './trace.ts';

/** One way along which a change of a node reaches the output. */
export interface Path {
  /** From the node to the output, both included. */
  readonly nodes: readonly string[];
  readonly edges: readonly string[];
  /** The local derivative along each edge; null where it is not one number. */
  readonly locals: readonly (number | null)[];
  /** The product of the local derivatives: what the path adds to the gradient. */
  readonly product: number | null;
}

/** The ways from a node to the output. */
export interface Paths {
  /** How many there are; they are counted, never walked, and may be more than a double can hold. */
  readonly total: number;
  /** The first of them, in the order in which the backward pass comes along. */
  readonly listed: readonly Path[];
  /** The sum of all products, which is the gradient; null unless all are listed and numbers. */
  readonly sum: number | null;
}

const none: Paths = { total: 0, listed: [], sum: null };

/** The first `most` paths from a node to the output; none from a node the output does not need. */
export function pathsFrom(trace: Trace, from: string, most = 12): Paths {
  const { program, order } = trace;
  const start = program.index.get(from);
  const end = program.output === undefined ? undefined : program.index.get(program.output);
  if (start === undefined || end === undefined) return none;
  const total = countPaths(trace, end)[start];
  if (total === 0) return none;
  const listed: Path[] = [];
  // A walk in depth: by node of the present way, the step that is to be tried next.
  const way = [start];
  const steps: number[] = [];
  const next = [order.firstOut[start]];
  while (way.length > 0 && listed.length < most) {
    const depth = way.length - 1;
    const node = way[depth];
    if (node === end || next[depth] === order.firstOut[node + 1]) {
      if (node === end) listed.push(pathOf(trace, from, steps));
      way.pop();
      next.pop();
      steps.pop();
      continue;
    }
    const step = order.stepsOut[next[depth]++];
    steps.push(step);
    way.push(order.targets[step]);
    next.push(order.firstOut[order.targets[step]]);
  }
  const isWhole = listed.length === total && listed.every(({ product }) => product !== null);
  const sum = isWhole ? listed.reduce((sum, { product }) => sum + (product ?? 0), 0) : null;
  return { total, listed, sum };
}

/** By file index: how many paths lead to the output. Steps take targets before their sources. */
function countPaths({ program, order }: Trace, end: number): Float64Array {
  const counts = new Float64Array(program.graph.nodes.length);
  counts[end] = 1;
  order.targets.forEach((target, step) => {
    counts[program.operands[program.firstEdge[target] + order.ports[step]]] += counts[target];
  });
  return counts;
}

function pathOf({ program, edges, order }: Trace, from: string, steps: readonly number[]): Path {
  const nodes = [from];
  const ids: string[] = [];
  const locals: (number | null)[] = [];
  for (const step of steps) {
    const target = program.graph.nodes[order.targets[step]].id;
    const port = order.ports[step];
    ids.push(edgeId(nodes[nodes.length - 1], target, port));
    locals.push(oneNumber(edgeNumbers(program, edges, target, port)?.local));
    nodes.push(target);
  }
  const output = program.index.get(nodes[nodes.length - 1]) ?? 0;
  let product: number | null = program.shapes[output]?.length === 0 ? 1 : null;
  for (const local of locals) product = product === null || local === null ? null : product * local;
  return { nodes, edges: ids, locals, product };
}

function oneNumber(tensor: Tensor | null | undefined): number | null {
  return typeof tensor === 'number' ? tensor : null;
}
