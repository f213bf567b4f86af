import {
  backward,
  compile,
  forward,
  type Program,
  type Reduction,
  setLanes,
} from '../engine/index.ts';
import { type Graph, setOutput } from '../graph/index.ts';
import { sizeOf } from '../ops/index.ts';
import type { Samples } from './samples.ts';
import { type Trained, trainedOf, writeTrained } from './trained.ts';

/** Samples evaluated side by side; more of them go through in several passes. */
const mostLanes = 2048;

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
  private readonly varying: ReadonlySet<string>;
  private readonly programs = new Map<number, Program>();
  private readonly lanes: Float64Array;

  /** The output must be a scalar that can be computed, else every loss is NaN. */
  constructor(graph: Graph, output: string, frozen: readonly string[] = [], samples?: Samples) {
    this.graph = setOutput(fillable(graph, samples), output);
    this.output = output;
    this.trained = trainedOf(graph, output, frozen);
    this.size = this.trained.reduce((sum, { size }) => sum + size, 0);
    this.samples = samples;
    this.varying = new Set(samples?.inputs.keys());
    this.lanes = new Float64Array(Math.min(mostLanes, samples?.count ?? 1));
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
      const program = this.program(count);
      writeTrained(program, this.trained, numbers);
      if (order !== undefined) this.bind(program, order, at, count);
      forward(program);
      sum += totalOutput(program);
      if (gradients === undefined) continue;
      backward(program);
      this.addGradients(program, gradients);
    }
    if (reduction === 'sum') return sum;
    const count = to - from;
    if (gradients) for (let i = 0; i < gradients.length; i++) gradients[i] /= count;
    return sum / count;
  }

  private program(count: number): Program {
    const known = this.programs.get(count);
    if (known !== undefined) return known;
    const program = compile(this.graph, { count, varying: this.varying });
    this.programs.set(count, program);
    return program;
  }

  private bind(program: Program, order: Uint32Array, from: number, count: number): void {
    for (const [id, column] of this.samples?.inputs ?? []) {
      for (let lane = 0; lane < count; lane++) this.lanes[lane] = column[order[from + lane]];
      setLanes(program, id, this.lanes);
    }
  }

  private addGradients(program: Program, gradients: Float64Array): void {
    for (const { id, from, size } of this.trained) {
      const slot = program.slots[program.index.get(id) ?? -1];
      for (let i = 0; i < size; i++) gradients[from + i] += program.gradients[slot + i];
    }
  }
}

/** The graph with a value for the inputs that get theirs from samples and have none of their own. */
function fillable(graph: Graph, samples: Samples | undefined): Graph {
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
