import { sizeOf } from '../ops/index.ts';
import type { Program, ScheduledRun } from './program.ts';
import { backwardSum, forwardSum, type WeightedSum } from './weightedSum.ts';

/**
 * The same program for passes of which only the output and the gradients of some leaves are read, as
 * in training. What the output does not depend on is not computed, gradients that lead to none of
 * these leaves are left out, and sums of products go through in one. It shares the storage of the
 * program it is made from; all other numbers in there mean nothing.
 */
export function leanFor(program: Program, leaves: Iterable<string>): Program {
  const isWanted = downstream(program, leaves);
  const sums = weightedSums(program, isWanted);
  const products = new Set([...sums.values()].flatMap(({ products }) => products));
  const split = (run: ScheduledRun, isKept: (node: number) => boolean) =>
    stretches(program, run, (node) =>
      products.has(node) || !isKept(node) ? 'none' : sums.has(node) ? 'sum' : 'own',
    ).map((part) => (sums.has(part.nodes[0]) ? summing(part, sums) : part));
  return {
    ...program,
    runs: program.live.flatMap((run) => split(run, () => true)),
    live: program.live.flatMap((run) => split(run, (node) => isWanted[node] === 1)),
  };
}

/** By node: 1 where a leaf is used, itself included. */
function downstream(program: Program, leaves: Iterable<string>): Uint8Array {
  const { graph, index, firstEdge, operands } = program;
  const uses = new Uint8Array(graph.nodes.length);
  for (const leaf of leaves) uses[index.get(leaf) ?? 0] = 1;
  for (const { nodes } of program.live) {
    for (const node of nodes) {
      for (let edge = firstEdge[node]; edge < firstEdge[node + 1]; edge++) {
        if (uses[operands[edge]] === 1) uses[node] = 1;
      }
    }
  }
  return uses;
}

interface Fused extends WeightedSum {
  /** File indices of its products. */
  readonly products: readonly number[];
}

/** The sums that can go through in one, by node. */
function weightedSums(program: Program, isWanted: Uint8Array): ReadonlyMap<number, Fused> {
  const { slots, varies, shapes, lanes, live, firstEdge } = program;
  const operandsOf = (node: number) =>
    program.operands.subarray(firstEdge[node], firstEdge[node + 1]);
  const uses = new Uint32Array(varies.length);
  for (const { nodes } of live) {
    for (const node of nodes) for (const operand of operandsOf(node)) uses[operand]++;
  }
  const products = new Map<number, readonly [shared: number, varying: number]>();
  const sums = new Map<number, Fused>();
  for (const { op, nodes } of live) {
    for (const node of nodes) {
      const operands = operandsOf(node);
      if (varies[node] === 0) continue;
      if (![node, ...operands].every((each) => sizeOf(shapes[each] ?? []) === 1)) continue;
      if (op.id === 'multiply' && operands.length === 2 && uses[node] === 1) {
        const [a, b] = operands;
        if (varies[a] !== varies[b]) products.set(node, varies[a] === 0 ? [a, b] : [b, a]);
      }
      if (op.id !== 'add') continue;
      const own = [...operands].filter((operand) => products.has(operand));
      const shared = [...operands].filter((operand) => varies[operand] === 0);
      if (own.length === 0 || own.length + shared.length < operands.length) continue;
      const factors = own.map((product) => products.get(product) ?? [0, 0]);
      sums.set(node, {
        start: slots[node],
        lanes,
        terms: shared.map((each) => slots[each]),
        weights: factors.map(([weight]) => slots[weight]),
        factors: factors.map(([, factor]) => slots[factor]),
        passesOn: factors.map(([, factor]) => isWanted[factor] === 1),
        products: own,
      });
    }
  }
  return sums;
}

/** The parts of a run whose nodes lie side by side and are of one kind, without those of none. */
function stretches(
  { slots, varies, lanes, shapes }: Program,
  run: ScheduledRun,
  kindOf: (node: number) => 'none' | 'own' | 'sum',
): ScheduledRun[] {
  const parts: ScheduledRun[] = [];
  const { nodes, arity, op } = run;
  const items = (node: number) =>
    (varies[node] === 1 ? lanes : 1) * (op.layout === 'whole' ? 1 : sizeOf(shapes[node] ?? []));
  let at = 0;
  for (let from = 0, to = 0; from < nodes.length; from = to) {
    const kind = kindOf(nodes[from]);
    let count = 0;
    for (; to < nodes.length && kindOf(nodes[to]) === kind; to++) count += items(nodes[to]);
    if (kind !== 'none') {
      parts.push({
        ...run,
        nodes: nodes.slice(from, to),
        start: slots[nodes[from]],
        count,
        operands: run.operands.subarray(at * arity, (at + count) * arity),
      });
    }
    at += count;
  }
  return parts;
}

/** A run of sums that go through in one. */
function summing(run: ScheduledRun, sums: ReadonlyMap<number, WeightedSum>): ScheduledRun {
  const own = run.nodes.flatMap((node) => sums.get(node) ?? []);
  return {
    ...run,
    forward: (_, values) => {
      for (const sum of own) forwardSum(sum, values);
    },
    backward: (_, values, gradients) => {
      for (let i = own.length - 1; i >= 0; i--) backwardSum(own[i], values, gradients);
    },
  };
}
