import { sizeOf, type Tensor, unflatten } from '../ops/index.ts';
import { itemOffsets, layOperand } from './layout.ts';
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
 * The numbers of single edges come from the very kernels of the backward pass: they run on copies
 * of the operands, one for each edge instead of one for each node, so that what they add up stays
 * apart. For local derivatives every item has a copy, and all gradients are 1.
 */
export interface EdgePass {
  /** By edge: where its contribution starts, -1 if its target is not computed. */
  readonly contributionAt: Int32Array;
  /** By edge: where its local derivative starts, -1 if there is none. */
  readonly localAt: Int32Array;
  readonly contributions: Copies;
  readonly locals: Copies;
}

/** Values and gradients of a program's nodes as they are, and behind them those of the copies. */
interface Copies {
  /** By copy: the slot it is a copy of. */
  readonly sources: Int32Array;
  /** Runs that find their operands among the copies. */
  readonly runs: readonly ScheduledRun[];
  readonly values: Float64Array;
  readonly gradients: Float64Array;
}

/** Prepares the storage; once per program. */
export function prepareEdges(program: Program): EdgePass {
  const { firstEdge, operands, slots, shapes, varies } = program;
  const contributionAt = new Int32Array(operands.length).fill(-1);
  const localAt = new Int32Array(operands.length).fill(-1);
  const contributions = new Copier(program);
  const locals = new Copier(program);
  const live = new Set(program.live);
  for (const run of program.runs) {
    const { op, arity } = run;
    const forContributions = new Int32Array(run.operands.length);
    const forLocals = new Int32Array(run.operands.length);
    let at = 0;
    for (const node of run.nodes) {
      const shape = shapes[node] ?? [];
      const lanes = varies[node] === 1 ? program.lanes : 1;
      const items = op.layout === 'whole' ? lanes : extent(program, node).size;
      for (let port = 0; port < arity; port++) {
        const edge = firstEdge[node] + port;
        const operand = operands[edge];
        const { size, laneStride } = extent(program, operand);
        contributionAt[edge] = contributions.next;
        for (let i = 0; i < size; i++) contributions.copy(slots[operand] + i);
        const offsets = itemOffsets(op, shape, shapes[operand] ?? []);
        const from = contributionAt[edge];
        layOperand(forContributions, at + port, arity, from, offsets, lanes, laneStride);
        if (op.layout === 'whole') continue;
        localAt[edge] = locals.next;
        for (let item = 0; item < items; item++) {
          const place = at + item * arity + port;
          forLocals[place] = locals.copy(run.operands[place]);
        }
      }
      at += items * arity;
    }
    if (live.has(run)) contributions.runs.push({ ...run, operands: forContributions });
    if (op.layout === 'elementwise') locals.runs.push({ ...run, operands: forLocals });
  }
  return {
    contributionAt,
    localAt,
    contributions: contributions.finish(),
    locals: locals.finish(),
  };
}

/** Collects the copies that a pass needs. */
class Copier {
  readonly runs: ScheduledRun[] = [];
  private readonly sources: number[] = [];
  private readonly slots: number;

  constructor(program: Program) {
    this.slots = program.values.length;
  }

  /** Where the next copy will stand. */
  get next(): number {
    return this.slots + this.sources.length;
  }

  /** Makes a copy of a slot and says where it stands. */
  copy(slot: number): number {
    return this.slots + this.sources.push(slot) - 1;
  }

  finish(): Copies {
    const values = new Float64Array(this.next);
    const gradients = new Float64Array(this.next).fill(1);
    return { sources: Int32Array.from(this.sources), runs: this.runs, values, gradients };
  }
}

/** Fills in what every edge carries, from the values and gradients of the last passes. */
export function evaluateEdges(program: Program, pass: EdgePass): void {
  pass.contributions.gradients.set(program.gradients);
  differentiate(program, pass.contributions);
  differentiate(program, pass.locals);
}

/** Runs the kernels of the backward pass on the copies, whose gradients start at 0. */
function differentiate(program: Program, { sources, runs, values, gradients }: Copies): void {
  const slots = program.values.length;
  values.set(program.values);
  for (let i = 0; i < sources.length; i++) values[slots + i] = program.values[sources[i]];
  gradients.fill(0, slots);
  for (const run of runs) run.backward(run, values, gradients);
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
  const edge = program.firstEdge[node] + port;
  if (source == null || pass.contributionAt[edge] < 0) return;
  const operand = program.operands[edge];
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
    gradient: unflatten(pass.contributions.gradients, operandShape, at),
    local:
      localAt < 0 ? null : unflatten(pass.locals.gradients, shape, localAt + lane * localStride),
  };
}
