import { type Graph, outputOf, type Training } from '../../graph/index.ts';
import { shapeOf, type Tensor } from '../../ops/index.ts';
import {
  type Ending,
  graphWith,
  type History,
  type Past,
  trainedOf,
} from '../../training/index.ts';
import { parametersOf, sameParameters, withParameters } from './plan.ts';
import { pointAt, type Run } from './store.ts';

/** A run as it is kept beyond the page: its history in few points, and what it belongs to. */
export interface KeptRun {
  /** What its graph computes and how it is trained; see `printOf`. */
  readonly print: string;
  readonly plan: Training;
  /** The parameters it began with. */
  readonly start: Readonly<Record<string, Tensor>>;
  readonly history: History;
  readonly found: History;
  readonly past: Past;
  readonly ending?: Ending;
}

/** Points that are kept, and numbers of them, at most; any other iterate can be worked out again. */
const most = { points: 512, numbers: 1 << 18 };

/**
 * What is to be kept of a run that stands at some iterate, if it is one of so many that share the
 * room; undefined where there is nothing yet.
 */
export function packed(run: Run, at: number, among = 1): KeptRun | undefined {
  const { source, plan, history, past, ending } = run;
  const [last, here] = [history.at(-1), pointAt(run, at)];
  if (last === undefined || here === undefined || past === undefined) return undefined;
  const width = Math.max(1, last.parameters.length * (2 + last.memory.length));
  const room = Math.max(2, Math.min(most.points, Math.floor(most.numbers / width / among)));
  let stride = 1;
  while (last.count / stride >= room) stride *= 2;
  const few = history.filter((point) => point.count % stride === 0 || point === last);
  return {
    print: printOf(source),
    plan: { ...plan, version: 1 },
    start: parametersOf(source),
    history: few,
    found: few.includes(here) ? [] : [here],
    past,
    ...(ending && { ending }),
  };
}

/**
 * A kept run as one of this graph that stands at one of its iterates; undefined where the graph
 * computes or trains anything else, or its parameters are of no iterate but the first.
 */
export function unpacked(
  { print, plan, start, history, found, past, ending }: KeptRun,
  graph: Graph,
  nextId: () => number,
): { readonly run: Run; readonly at: number } | undefined {
  const output = outputOf(graph);
  if (output === undefined || print !== printOf(graph)) return undefined;
  const trained = trainedOf(graph, output, plan.frozen);
  const here = [...history, ...found].findLast(
    ({ count, parameters }) =>
      count > 0 && sameParameters(graphWith(graph, trained, parameters), graph),
  );
  if (here === undefined) return undefined;
  const source = { ...withParameters(graph, start), training: plan };
  const status = ending ? 'ended' : 'paused';
  const run: Run = {
    ...{
      id: nextId(),
      source,
      written: graph,
      output,
      plan,
      trained,
      history,
      found,
      past,
      status,
    },
    ...(ending && { ending }),
  };
  return { run, at: here.count };
}

/** What is to be kept of runs that are compared, so many of them sharing the room. */
export function packedBeside(runs: readonly Run[], among: number): readonly KeptRun[] {
  return runs.flatMap((run) => {
    const kept = packed(run, run.history.at(-1)?.count ?? 0, among);
    return kept === undefined ? [] : [{ ...kept, print: shapeOfAll(run.source) }];
  });
}

/** Kept runs that are compared, as far as this graph computes what they trained. */
export function unpackedBeside(
  kept: readonly KeptRun[],
  graph: Graph,
  nextId: () => number,
): readonly Run[] {
  const output = outputOf(graph);
  if (output === undefined) return [];
  const print = shapeOfAll(graph);
  return kept.flatMap(({ print: own, plan, start, history, found, past, ending }): Run[] => {
    if (own !== print) return [];
    const source = { ...withParameters(graph, start), training: plan };
    const trained = trainedOf(source, output, plan.frozen);
    const status = ending ? 'ended' : 'paused';
    const of = { id: nextId(), source, written: source, output, plan, trained };
    return [{ ...of, history, found, past, status, ...(ending && { ending }) }];
  });
}

/** What a graph computes and how it is trained, but for the numbers that training moves. */
export function printOf(graph: Graph): string {
  const { start: _start, random: _random, ...plan } = graph.training ?? {};
  return shapeOfAll(graph) + JSON.stringify(plan);
}

const shapes = new WeakMap<Graph, string>();

/** What a graph computes, and on which data, but for the numbers of its parameters. */
function shapeOfAll(graph: Graph): string {
  const known = shapes.get(graph);
  if (known !== undefined) return known;
  const { nodes, dataset } = graph;
  const { columns = [], ...how } = dataset ?? {};
  const print = JSON.stringify([
    outputOf(graph),
    nodes.map(({ id, op, inputs, options, value }) => [
      ...[id, op, inputs, options],
      op === 'parameter' && value !== undefined ? shapeOf(value) : value,
    ]),
    how,
    columns.map(({ name, values }) => [name, values.length, digest(values)]),
  ]);
  shapes.set(graph, print);
  return print;
}

const digests = new WeakMap<readonly number[], number>();

/** A number for a column of numbers that hardly any other column has (cyrb53, over their bits). */
function digest(values: readonly number[]): number {
  const known = digests.get(values);
  if (known !== undefined) return known;
  const words = new Uint32Array(Float64Array.from(values).buffer);
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (const word of words) {
    a = Math.imul(a ^ word, 2654435761);
    b = Math.imul(b ^ word, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  const number = 2 ** 32 * (b & 0x1fffff) + (a >>> 0);
  digests.set(values, number);
  return number;
}
