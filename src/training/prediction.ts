import { compile, forward, type Program } from '../engine/index.ts';
import { type Graph, outputOf, topologicalOrder, upstreamOf } from '../graph/index.ts';
import { logistic, sizeOf } from '../ops/index.ts';
import type { Samples } from './samples.ts';

/** What a graph predicts from what, as far as its shape tells. */
export interface Prediction {
  /** The inputs it predicts from, in file order. */
  readonly features: readonly string[];
  /** What is predicted and the input it is compared with: one pair, or one for each class. */
  readonly parts: readonly { readonly node: string; readonly target?: string }[];
  /** What makes a probability of the predicted number, where the graph leaves that to its loss. */
  readonly link: 'identity' | 'sigmoid';
}

/**
 * Finds what a graph predicts. A target is an input that only ever meets numbers made of parameters
 * and other inputs; the prediction is the last node before it through which all of that goes. Without
 * any target it is the output itself. Undefined where no input takes part.
 */
export function predictionOf(graph: Graph): Prediction | undefined {
  const output = outputOf(graph);
  if (output === undefined) return undefined;
  const needed = upstreamOf(graph, output);
  const order = topologicalOrder(graph)
    .sorted.map((index) => graph.nodes[index])
    .filter(({ id }) => needed.has(id));
  const ops = new Map(order.map(({ id, op }) => [id, op]));
  const operands = new Map(
    order.map(({ id, inputs = [] }) => [id, inputs.filter((one): one is string => one !== null)]),
  );
  const inputs = graph.nodes.filter(({ id, op }) => op === 'input' && needed.has(id));
  const made = new Map<string, ReadonlySet<string>>();
  const trains = new Set<string>();
  for (const { id, op } of order) {
    const from = operands.get(id) ?? [];
    const all = new Set(from.flatMap((one) => [...(made.get(one) ?? [])]));
    if (op === 'input') all.add(id);
    made.set(id, all);
    if (op === 'parameter' || from.some((one) => trains.has(one))) trains.add(id);
  }
  const isMade = (id: string, of: string) => made.get(id)?.has(of) ?? false;
  const meetings = new Map(inputs.map(({ id }) => [id, meetingsOf(id)]));
  const targets = inputs.filter(({ id }) => {
    const met = meetings.get(id) ?? [];
    return met.length > 0 && met.every((one) => (made.get(one)?.size ?? 0) > 0);
  });
  const isTarget = new Set(targets.map(({ id }) => id));
  const features = inputs.map(({ id }) => id).filter((id) => !isTarget.has(id));
  if (features.length === 0) return undefined;
  if (targets.length === 0) return { features, parts: [{ node: output }], link: 'identity' };
  const hasLogits = order.some(({ op }) => op === 'binaryCrossEntropyWithLogits');
  const parts = targets.map(({ id }) => {
    const node = narrowest(meetings.get(id) ?? []);
    return { node, target: id };
  });
  return { features, parts, link: hasLogits ? 'sigmoid' : 'identity' };

  /** What has parameters in it where something made of this input alone meets it first. */
  function meetingsOf(input: string): string[] {
    return order.flatMap(({ id }) => {
      const from = operands.get(id) ?? [];
      const hasIt = from.some((one) => isMade(one, input) && !trains.has(one));
      return hasIt ? from.filter((one) => trains.has(one)) : [];
    });
  }

  /** The last node through which all that leads from parameters to some nodes goes. */
  function narrowest(ends: readonly string[]): string {
    const above = new Set(ends.flatMap((end) => [...upstreamOf(graph, end), end]));
    const candidates = order.filter(
      ({ id }) => above.has(id) && trains.has(id) && ops.get(id) !== 'parameter',
    );
    const found = candidates.findLast(({ id }) => !leadsPast(id, ends));
    let node = found?.id ?? ends[0];
    // What is made small is the logarithm of what is predicted.
    while (ops.get(node) === 'ln') node = operands.get(node)?.[0] ?? node;
    return node;
  }

  /** Whether a parameter reaches one of the ends without passing through a node. */
  function leadsPast(node: string, ends: readonly string[]): boolean {
    const seen = new Set<string>([node]);
    const open = ends.filter((end) => end !== node);
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (seen.has(id) || !trains.has(id)) continue;
      seen.add(id);
      if (ops.get(id) === 'parameter') return true;
      open.push(...(operands.get(id) ?? []));
    }
    return false;
  }
}

/** Samples evaluated side by side. */
const mostLanes = 512;

/**
 * What a graph predicts for some samples: for each part an array of their numbers, a vector giving
 * one for each of its elements.
 */
export class Predictor {
  private readonly graph: Graph;
  private readonly prediction: Prediction;
  private readonly programs = new Map<number, Program>();

  constructor(graph: Graph, prediction: Prediction) {
    // The target takes no part, but must not keep anything from being computed.
    const nodes = graph.nodes.map((node) =>
      node.op === 'input' && node.value === undefined ? { ...node, value: 0 } : node,
    );
    this.graph = { ...graph, nodes };
    this.prediction = prediction;
  }

  /** The predictions for samples, by part or element and by sample. */
  predict({ count, inputs }: Samples): readonly Float64Array[] {
    const { parts, features, link } = this.prediction;
    const outputs: Float64Array[] = [];
    for (let from = 0; from < count; from += mostLanes) {
      const lanes = Math.min(mostLanes, count - from);
      const program = this.program(lanes);
      for (const id of features) {
        const node = program.index.get(id);
        const column = inputs.get(id);
        if (node === undefined || column === undefined || program.slots[node] < 0) continue;
        for (let lane = 0; lane < lanes; lane++) {
          program.values[program.slots[node] + lane] = column[from + lane];
        }
      }
      forward(program);
      let at = 0;
      for (const { node } of parts) {
        const index = program.index.get(node) ?? -1;
        const slot = program.slots[index] ?? -1;
        const size = sizeOf(program.shapes[index] ?? []);
        const stride = program.varies[index] === 1 ? size : 0;
        for (let element = 0; element < size; element++, at++) {
          outputs[at] ??= new Float64Array(count);
          for (let lane = 0; lane < lanes; lane++) {
            outputs[at][from + lane] =
              slot < 0 ? Number.NaN : program.values[slot + lane * stride + element];
          }
        }
      }
    }
    return linked(outputs, link);
  }

  private program(lanes: number): Program {
    const known = this.programs.get(lanes);
    if (known !== undefined) return known;
    const varying = new Set(this.prediction.features);
    const program = compile(this.graph, { count: lanes, varying });
    this.programs.set(lanes, program);
    return program;
  }
}

function linked(
  outputs: readonly Float64Array[],
  link: Prediction['link'],
): readonly Float64Array[] {
  if (link === 'identity') return outputs;
  return outputs.map((row) => row.map((z) => logistic(z)));
}
