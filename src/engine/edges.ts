import { sizeOf, type Tensor, unflatten } from '../ops/index.ts';
import { itemLayout, layItems } from './compile.ts';
import { nodeValue } from './numbers.ts';
import { extent, type Program, type ScheduledRun } from './program.ts';

/** What one edge carries. */
export interface EdgeNumbers {
  /** The operand's value. */
  readonly value: Tensor;
  /** Upstream gradient × local derivative, in the operand's shape. */
  readonly gradient: Tensor;
  /**
   * ∂target/∂operand at this port, one number per element of the target; null for ops on whole
   * tensors, whose local derivative is not elementwise.
   */
  readonly local: Tensor | null;
}

/**
 * Storage for what single edges carry. The numbers come from the very kernels of the backward
 * pass, aimed at a slot per edge instead of a slot per node; for local derivatives they are fed
 * an upstream gradient of 1.
 */
export interface EdgePass {
  /** Per node: the number of its first edge; that of port p is `firstEdge[node] + p`. */
  readonly firstEdge: Int32Array;
  /** Per edge: where its contribution starts, -1 if its target is not computed. */
  readonly contributionAt: Int32Array;
  /** Per edge: where its local derivative starts, -1 if there is none. */
  readonly localAt: Int32Array;
  readonly contributions: Float64Array;
  readonly locals: Float64Array;
  readonly contributionRuns: readonly ScheduledRun[];
  readonly localRuns: readonly ScheduledRun[];
  readonly ones: Float64Array;
}

/** Prepares the storage; once per program. */
export function prepareEdges(program: Program): EdgePass {
  const { nodes } = program.graph;
  const firstEdge = new Int32Array(nodes.length + 1);
  nodes.forEach(({ inputs = [] }, i) => {
    firstEdge[i + 1] = firstEdge[i] + inputs.length;
  });
  const edges = firstEdge[nodes.length];
  const contributionAt = new Int32Array(edges).fill(-1);
  const localAt = new Int32Array(edges).fill(-1);
  const contributionRuns: ScheduledRun[] = [];
  const localRuns: ScheduledRun[] = [];
  const live = new Set(program.live);
  let contributions = 0;
  let locals = 0;
  for (const run of program.runs) {
    const { op, count } = run;
    const targets = run.inputs.map(() => new Int32Array(count));
    const localTargets = op.layout === 'whole' ? [] : run.inputs.map(() => new Int32Array(count));
    for (let port = 0; port < targets.length; port++) {
      let at = 0;
      for (const node of run.nodes) {
        const operand = program.index.get(nodes[node].inputs?.[port] ?? '') ?? 0;
        const edge = firstEdge[node] + port;
        const { size, laneStride } = extent(program, operand);
        const layout = itemLayout(op, program.shapes[node] ?? [], program.shapes[operand] ?? []);
        const lanes = program.varies[node] === 1 ? program.lanes : 1;
        contributionAt[edge] = contributions;
        const next = layItems(targets[port], at, contributions, layout, lanes, laneStride);
        contributions += size;
        if (localTargets.length > 0) {
          localAt[edge] = locals;
          for (let i = at; i < next; i++) localTargets[port][i] = locals++;
        }
        at = next;
      }
    }
    if (live.has(run)) contributionRuns.push({ ...run, targets });
    if (localTargets.length > 0) localRuns.push({ ...run, targets: localTargets });
  }
  return {
    firstEdge,
    contributionAt,
    localAt,
    contributions: new Float64Array(contributions),
    locals: new Float64Array(locals),
    contributionRuns,
    localRuns,
    ones: new Float64Array(program.values.length).fill(1),
  };
}

/** Fills in what every edge carries, from the values and gradients of the last passes. */
export function evaluateEdges(program: Program, pass: EdgePass): void {
  const { values, gradients } = program;
  pass.contributions.fill(0);
  for (const run of pass.contributionRuns) {
    run.op.backward(run, values, gradients, pass.contributions);
  }
  pass.locals.fill(0);
  for (const run of pass.localRuns) run.op.backward(run, values, pass.ones, pass.locals);
}

/** What the edge into a port carries; undefined where its target cannot be computed. */
export function edgeNumbers(
  program: Program,
  pass: EdgePass,
  target: string,
  port: number,
  lane = 0,
): EdgeNumbers | undefined {
  const node = program.index.get(target);
  if (node === undefined) return;
  const source = program.graph.nodes[node].inputs?.[port];
  const edge = pass.firstEdge[node] + port;
  if (source == null || pass.contributionAt[edge] < 0) return;
  const operand = program.index.get(source) ?? 0;
  const value = nodeValue(program, source, lane);
  if (value === undefined) return;
  const shape = program.shapes[node] ?? [];
  const operandShape = program.shapes[operand] ?? [];
  const { laneStride } = extent(program, operand);
  const localStride = program.varies[node] === 1 ? sizeOf(shape) : 0;
  const at = pass.contributionAt[edge] + lane * laneStride;
  const localAt = pass.localAt[edge];
  return {
    value,
    gradient: unflatten(pass.contributions, operandShape, at),
    local: localAt < 0 ? null : unflatten(pass.locals, shape, localAt + lane * localStride),
  };
}
