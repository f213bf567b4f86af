import { type Graph, type GraphNode, outputOf, type Training } from '../../graph/index.ts';
import { shapeOf } from '../../ops/index.ts';

/** What of two graphs differs as far as training goes: the first of these that does. */
export type Difference = 'graph' | 'plan' | 'parameters' | null;

/** Whether two graphs compute and train the same; where nodes stand and what they are called does not matter. */
export function difference(a: Graph, b: Graph): Difference {
  if (a === b) return null;
  if (outputOf(a) !== outputOf(b) || !sameData(a, b)) return 'graph';
  let differs: Difference = null;
  if (a.nodes !== b.nodes) {
    if (a.nodes.length !== b.nodes.length) return 'graph';
    const known = new Map(b.nodes.map((node) => [node.id, node]));
    for (const node of a.nodes) {
      const other = known.get(node.id);
      if (other === undefined || !sameOperation(node, other)) return 'graph';
      if (same(node.value, other.value)) continue;
      if (node.op !== 'parameter' || !sameShape(node, other)) return 'graph';
      differs = 'parameters';
    }
  }
  return same(planOf(a.training), planOf(b.training)) ? differs : 'plan';
}

function sameShape({ value: a }: GraphNode, { value: b }: GraphNode): boolean {
  if (a === undefined || b === undefined) return a === b;
  return same(shapeOf(a), shapeOf(b));
}

function sameOperation(a: GraphNode, b: GraphNode): boolean {
  return a === b || (a.op === b.op && same(a.inputs, b.inputs) && same(a.options, b.options));
}

function sameData({ dataset: a }: Graph, { dataset: b }: Graph): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined) return false;
  const { columns, ...how } = a;
  const { columns: others, ...otherHow } = b;
  return columns === others && same(how, otherHow);
}

/** What makes a difference to a run: not what it could be reset to. */
function planOf(training: Training | undefined): unknown {
  if (training === undefined) return undefined;
  const { start: _start, random: _random, ...plan } = training;
  return plan;
}

/** Whether two pieces of a document say the same. */
export function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
