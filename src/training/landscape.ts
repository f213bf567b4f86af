import { backward, compile, forward, leanFor, type Program } from '../engine/index.ts';
import { type Graph, setOutput } from '../graph/index.ts';
import { flatten, sizeOf } from '../ops/index.ts';
import type { Samples } from './samples.ts';

/** One number of a parameter: its place in row-major order, 0 for a scalar. */
export interface Coordinate {
  readonly id: string;
  readonly element: number;
}

/** Lanes of one pass: points side by side, each with all samples, as far as there is room. */
const mostLanes = 1024;

/**
 * A scalar node as a function of some numbers of parameters, all else being as it stands in the graph:
 * over samples their mean or sum. One pass evaluates many points on the engine's lanes.
 */
export class Landscape {
  private readonly graph: Graph;
  private readonly output: string;
  private readonly coordinates: readonly Coordinate[];
  private readonly samples: Samples | undefined;
  private readonly isMean: boolean;
  /** By coordinate: all numbers of its parameter. */
  private readonly base: readonly (readonly number[])[];
  private readonly programs = new Map<number, Program>();

  constructor(
    graph: Graph,
    output: string,
    coordinates: readonly Coordinate[],
    samples?: Samples,
    reduction: 'mean' | 'sum' = 'mean',
  ) {
    this.graph = setOutput(withValues(graph, samples), output);
    this.output = output;
    this.coordinates = coordinates;
    this.samples = samples;
    this.isMean = reduction === 'mean';
    this.base = coordinates.map(({ id }) =>
      flatten(graph.nodes.find((node) => node.id === id)?.value ?? Number.NaN),
    );
  }

  /**
   * Writes the values at the points `from` to `to − 1` to their places, and the derivatives by each
   * coordinate where arrays for them are given. `points` has an array for each coordinate.
   */
  evaluate(
    points: readonly Float64Array[],
    values: Float64Array,
    slopes?: readonly Float64Array[],
    from = 0,
    to = values.length,
  ): void {
    const rows = this.samples?.count ?? 1;
    const beside = Math.max(1, Math.floor(mostLanes / Math.max(1, rows)));
    for (let at = from; at < to; at += beside) {
      const end = Math.min(to, at + beside);
      values.fill(0, at, end);
      for (const slope of slopes ?? []) slope.fill(0, at, end);
      for (let row = 0; row < rows; row += mostLanes) {
        const some = Math.min(rows - row, mostLanes);
        this.pass(points, at, end, row, some, values, slopes);
      }
      if (!this.isMean) continue;
      for (let i = at; i < end; i++) {
        values[i] /= rows;
        for (const slope of slopes ?? []) slope[i] /= rows;
      }
    }
  }

  /** Adds what `count` samples from `row` on give at some points. */
  private pass(
    points: readonly Float64Array[],
    from: number,
    to: number,
    row: number,
    count: number,
    values: Float64Array,
    slopes: readonly Float64Array[] | undefined,
  ): void {
    const program = this.program((to - from) * count);
    for (const [id, column] of this.samples?.inputs ?? []) {
      const slot = slotOf(program, id);
      for (let lane = 0; slot >= 0 && lane < program.lanes; lane++) {
        program.values[slot + lane] = column[row + (lane % count)];
      }
    }
    const slots = this.coordinates.map(({ id }, i) => {
      const slot = slotOf(program, id);
      const numbers = this.base[i];
      for (let lane = 0; slot >= 0 && lane < program.lanes; lane++) {
        for (let k = 0; k < numbers.length; k++) {
          program.values[slot + lane * numbers.length + k] = numbers[k];
        }
      }
      return slot;
    });
    // Two coordinates can be of one parameter, so they go in when all else is written.
    this.coordinates.forEach(({ element }, i) => {
      const { length } = this.base[i];
      for (let lane = 0; slots[i] >= 0 && lane < program.lanes; lane++) {
        const point = from + Math.floor(lane / count);
        program.values[slots[i] + lane * length + element] = points[i][point];
      }
    });
    forward(program);
    const stride = outputStride(program, this.output);
    for (let lane = 0; lane < program.lanes; lane++) {
      values[from + Math.floor(lane / count)] +=
        stride === undefined ? Number.NaN : program.values[program.outputSlot + lane * stride];
    }
    if (slopes === undefined) return;
    backward(program);
    this.coordinates.forEach(({ element }, i) => {
      const { length } = this.base[i];
      for (let lane = 0; slots[i] >= 0 && lane < program.lanes; lane++) {
        slopes[i][from + Math.floor(lane / count)] +=
          program.gradients[slots[i] + lane * length + element];
      }
    });
  }

  private program(lanes: number): Program {
    const known = this.programs.get(lanes);
    if (known !== undefined) return known;
    const ids = this.coordinates.map(({ id }) => id);
    const varying = new Set([...ids, ...(this.samples?.inputs.keys() ?? [])]);
    const program = leanFor(compile(this.graph, { count: lanes, varying }), ids);
    this.programs.set(lanes, program);
    return program;
  }
}

function slotOf(program: Program, id: string): number {
  const node = program.index.get(id);
  return node === undefined || program.varies[node] === 0 ? -1 : program.slots[node];
}

/** How far apart the outputs of neighbouring lanes lie; undefined where there is no scalar output. */
function outputStride(
  { output, shapes, index, outputSize, lanes }: Program,
  wanted: string,
): number | undefined {
  if (output !== wanted || sizeOf(shapes[index.get(output) ?? -1] ?? []) !== 1) return undefined;
  return outputSize === lanes ? 1 : 0;
}

/** Inputs that get their numbers from samples may have none of their own. */
function withValues(graph: Graph, samples: Samples | undefined): Graph {
  const nodes = graph.nodes.map((node) =>
    node.value === undefined && samples?.inputs.has(node.id) ? { ...node, value: 0 } : node,
  );
  return { ...graph, nodes };
}

/** So many numbers from one to another, evenly apart. */
export function evenly(from: number, to: number, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) =>
    i === count - 1 ? to : from + ((to - from) * i) / (count - 1),
  );
}

/** Every n-th sample, so that no more than so many are left. */
export function thinned(samples: Samples, most: number): Samples {
  if (samples.count <= most) return samples;
  const place = (i: number) => Math.floor((i * samples.count) / most);
  return {
    count: most,
    inputs: new Map(
      [...samples.inputs].map(([id, column]) => [
        id,
        Float64Array.from({ length: most }, (_, i) => column[place(i)]),
      ]),
    ),
  };
}
