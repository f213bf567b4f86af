import {
  backward,
  compile,
  forward,
  leanFor,
  type Program,
  type Reduction,
} from '../engine/index.ts';
import { type Graph, setOutput } from '../graph/index.ts';
import { sizeOf } from '../ops/index.ts';
import type { Samples } from './samples.ts';
import { type Trained, trainedOf } from './trained.ts';

/**
 * Samples evaluated side by side; more of them go through in several passes. So many that a pass is
 * long against what surrounds it, and few enough that its numbers stay in the nearest cache.
 */
const mostLanes = 128;

/** A program for some lanes, and where it takes its numbers from and leaves them. */
interface Pass {
  readonly program: Program;
  /** By trained parameter: its slot. */
  readonly parameters: readonly number[];
  readonly inputs: readonly { readonly slot: number; readonly column: Float64Array }[];
}

/**
 * What is made small (or brought to a target): one node of a graph as a function of its trained
 * parameters, over samples or for the graph alone. Evaluates in place and allocates nothing per pass.
 */
export class Objective {
  readonly graph: Graph;
  readonly output: string;
  readonly trained: readonly Trained[];
  /** How many numbers are trained. */
  readonly size: number;
  private readonly samples: Samples | undefined;
  /** By the number of lanes. */
  private readonly passes = new Map<number, Pass>();

  /** The output must be a scalar that can be computed, else every loss is NaN. */
  constructor(graph: Graph, output: string, frozen: readonly string[] = [], samples?: Samples) {
    this.graph = setOutput(fillable(graph, samples), output);
    this.output = output;
    this.trained = trainedOf(graph, output, frozen);
    this.size = this.trained.reduce((sum, { size }) => sum + size, 0);
    this.samples = samples;
  }

  /**
   * The mean or sum of the output over the samples `order[from]` to `order[to − 1]`; with gradients
   * given, theirs is written there. Without samples: the output of the graph alone.
   */
  evaluate(
    numbers: Float64Array,
    reduction: Reduction,
    order?: Uint32Array,
    from = 0,
    to = order?.length ?? 1,
    gradients?: Float64Array,
  ): number {
    gradients?.fill(0);
    let sum = 0;
    for (let at = from; at < to; at += mostLanes) {
      const count = Math.min(mostLanes, to - at);
      const pass = this.pass(count);
      this.write(pass, numbers);
      if (order !== undefined) bind(pass, order, at, count);
      forward(pass.program);
      sum += totalOutput(pass.program);
      if (gradients === undefined) continue;
      backward(pass.program);
      this.addGradients(pass, gradients);
    }
    if (reduction === 'sum') return sum;
    const count = to - from;
    if (gradients) for (let i = 0; i < gradients.length; i++) gradients[i] /= count;
    return sum / count;
  }

  private pass(count: number): Pass {
    const known = this.passes.get(count);
    if (known !== undefined) return known;
    const { trained } = this;
    const inputs = [...(this.samples?.inputs ?? [])];
    const whole = compile(this.graph, { count, varying: new Set(inputs.map(([id]) => id)) });
    const program = leanFor(
      whole,
      trained.map(({ id }) => id),
    );
    const slotOf = (id: string) => program.slots[program.index.get(id) ?? -1] ?? -1;
    const pass: Pass = {
      program,
      parameters: trained.map(({ id }) => slotOf(id)),
      inputs: inputs
        .map(([id, column]) => ({ slot: slotOf(id), column }))
        .filter(({ slot }) => slot >= 0),
    };
    this.passes.set(count, pass);
    return pass;
  }

  private write({ program, parameters }: Pass, numbers: Float64Array): void {
    for (let k = 0; k < parameters.length; k++) {
      const { from, size } = this.trained[k];
      for (let i = 0; i < size; i++) program.values[parameters[k] + i] = numbers[from + i];
    }
  }

  private addGradients({ program, parameters }: Pass, gradients: Float64Array): void {
    for (let k = 0; k < parameters.length; k++) {
      const { from, size } = this.trained[k];
      for (let i = 0; i < size; i++) gradients[from + i] += program.gradients[parameters[k] + i];
    }
  }
}

/** Gives the inputs the numbers of some samples, a lane each. */
function bind({ program, inputs }: Pass, order: Uint32Array, from: number, count: number): void {
  for (const { slot, column } of inputs) {
    for (let lane = 0; lane < count; lane++) {
      program.values[slot + lane] = column[order[from + lane]];
    }
  }
}

/** The graph with a value for the inputs that get theirs from samples and have none of their own. */
export function fillable(graph: Graph, samples: Samples | undefined): Graph {
  const isEmpty = ({ id, value }: Graph['nodes'][number]) =>
    value === undefined && samples?.inputs.has(id) === true;
  if (!graph.nodes.some(isEmpty)) return graph;
  const nodes = graph.nodes.map((node) => (isEmpty(node) ? { ...node, value: 0 } : node));
  return { ...graph, nodes };
}

/** The output, summed over lanes; one that no sample reaches is the same in all of them. */
function totalOutput({
  values,
  output,
  outputSlot,
  outputSize,
  shapes,
  index,
  lanes,
}: Program): number {
  if (output === undefined || sizeOf(shapes[index.get(output) ?? -1] ?? []) !== 1) {
    return Number.NaN;
  }
  if (outputSize !== lanes) return lanes * values[outputSlot];
  let sum = 0;
  for (let lane = 0; lane < lanes; lane++) sum += values[outputSlot + lane];
  return sum;
}
