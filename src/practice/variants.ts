import {
  backward,
  checkGradients,
  compile,
  domainProblems,
  evaluateEdges,
  forward,
  lookUp,
  type NumbersOf,
  nodeGradient,
  nodeValue,
  type Program,
  prepareEdges,
  setLeaf,
} from '../engine/index.ts';
import { edgesOf, type Graph, type Range, setValue } from '../graph/index.ts';
import { flatten, ops, type Tensor } from '../ops/index.ts';
import { type Chance, chanceOf } from './chance.ts';

/** How many draws are compared, and how many of the friendliest are good enough. */
const draws = 64;
const goodEnough = 8;

/**
 * The graph with the leaves that its exercise varies drawn anew: the same seed gives the same
 * numbers everywhere. Of many draws it takes one of the friendliest, in which no number leaves its
 * domain, stands on a kink or is zero, and most show in full with few digits. A graph that varies
 * nothing, or has no draw without problems, stays as it is.
 */
export function variant(graph: Graph, seed: number): Graph {
  const ranges = Object.entries(graph.exercise?.variants?.ranges ?? {});
  if (ranges.length === 0) return graph;
  const program = compile(graph);
  const friendlinessOf = judge(program);
  const chance = chanceOf(seed);
  const seen = new Set<string>();
  const candidates: { readonly numbers: readonly number[]; readonly cost: number }[] = [];
  for (let i = 0; i < draws; i++) {
    const numbers = ranges.map(([, range]) => drawFrom(range, chance));
    const key = numbers.join();
    if (seen.has(key)) continue;
    seen.add(key);
    set(program, ranges, numbers);
    const cost = friendlinessOf(numbers);
    if (Number.isFinite(cost)) candidates.push({ numbers, cost });
  }
  const costs = candidates.map(({ cost }) => cost).sort((a, b) => a - b);
  // What is good enough has at any rate no zero or problem that the best one lacks.
  const limit = Math.min(costs[0] + zeroCost / 2, costs.at(goodEnough - 1) ?? Infinity);
  const byCost = candidates.toSorted((a, b) => a.cost - b.cost);
  const inOrder = [...candidates.filter(({ cost }) => cost <= limit), ...byCost];
  const chosen = inOrder.find(({ numbers }) => {
    set(program, ranges, numbers);
    return isSmooth(program);
  });
  const { numbers = [] } = chosen ?? byCost[0] ?? {};
  return numbers.reduce((drawn, number, i) => setValue(drawn, ranges[i][0], number), graph);
}
