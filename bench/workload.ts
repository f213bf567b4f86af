import type { Graph } from '../src/graph/index.ts';

/** A graph as the candidates read it: nodes as numbers, operands first. */
export interface Workload {
  readonly name: string;
  readonly graph: Graph;
  readonly steps: readonly Step[];
  /** Steps that are leaves, in file order. */
  readonly leaves: readonly number[];
  readonly output: number;
}

/** One node: a leaf with its value, or an operation on earlier steps. */
export interface Step {
  readonly op: string;
  readonly inputs: readonly number[];
  readonly value: number;
}

/** What is timed: one way to compute a workload's value and the gradients of its leaves. */
export interface Candidate {
  /** Evaluates the whole graph forward and backward this many times. */
  repeat(times: number): void;
  /** The output's value after the last evaluation. */
  value(): number;
  /** The gradient of every leaf, in the order of `leaves`, after the last evaluation. */
  gradients(): ArrayLike<number>;
  /** Lets go of the last evaluation, so that its garbage is nobody else's burden. */
  forget?(): void;
}

/** Makes a candidate ready to run a workload. */
export type Contender = (workload: Workload) => Candidate;

/** Reads a graph whose file order is a topological one. */
export function workloadOf(name: string, graph: Graph): Workload {
  const index = new Map(graph.nodes.map((node, i) => [node.id, i]));
  const steps = graph.nodes.map(({ op, value, inputs = [] }) => ({
    op,
    inputs: inputs.map((id) => index.get(id ?? '') ?? 0),
    value: typeof value === 'number' ? value : 0,
  }));
  const leaves = steps.flatMap(({ inputs }, i) => (inputs.length === 0 ? [i] : []));
  return { name, graph, steps, leaves, output: index.get(graph.output ?? '') ?? 0 };
}

/** How a library that builds its graph from values applies one operation of ours. */
export type Apply<Value> = (values: readonly Value[], inputs: readonly number[]) => Value;

/** The operations of a workload in a library's own terms, by step; null for leaves. */
export function translate<Value>(
  { steps }: Workload,
  table: Readonly<Record<string, Apply<Value>>>,
): (Apply<Value> | null)[] {
  return steps.map(({ op, inputs }) => (inputs.length === 0 ? null : table[op]));
}
