import { numbersAfter, stepAt, type Trace } from '../../engine/index.ts';
import { edgeId } from '../../graph/index.ts';
import { ops } from '../../ops/index.ts';
import type { Lens, Mark, Seen } from '../store/lens.ts';

const evaluated: Seen = { as: 'evaluated' };
const nothing: Seen = { as: 'nothing' };

/**
 * The canvas after so many steps: numbers that are not there yet are not seen, and what the last
 * step was about stands out. The value of a leaf is given from the start; its step sends it out
 * along its edges. A path that is `pointed` at is lit instead of the way the gradient came.
 */
export function stepLens(trace: Trace, steps: number, pointed: readonly string[] | null): Lens {
  const numbers = numbersAfter(trace, steps);
  const marks = marksAfter(trace, steps, pointed);
  const { graph, index } = trace.program;
  const isLeaf = (id: string) => {
    const node = graph.nodes[index.get(id) ?? -1];
    return ops.get(node?.op ?? '')?.kind === 'leaf';
  };
  return {
    see(quantity, edge) {
      const number = numbers(quantity);
      if (quantity.startsWith('gradient:') && number !== undefined) {
        return { as: 'number', value: number };
      }
      const isGiven = edge === undefined && isLeaf(quantity.slice('value:'.length));
      return number !== undefined || isGiven ? evaluated : nothing;
    },
    marksOf: (id) => marks.get(id) ?? none,
  };
}

const none: readonly Mark[] = [];

function marksAfter(
  trace: Trace,
  steps: number,
  pointed: readonly string[] | null,
): ReadonlyMap<string, readonly Mark[]> {
  const marks = new Map<string, Mark[]>();
  const mark = (id: string, mark: Mark) => {
    const before = marks.get(id);
    if (before) before.push(mark);
    else marks.set(id, [mark]);
  };
  const step = stepAt(trace, steps - 1);
  if (step?.pass === 'forward') {
    mark(step.node, 'current');
    for (const { source, port } of step.operands) {
      if (!marks.has(source)) mark(source, 'operand');
      mark(edgeId(source, step.node, port), 'forward');
    }
  }
  if (step?.pass === 'backward') {
    mark(step.source, 'current');
    mark(step.edge, 'backward');
  }
  if (pointed !== null) for (const edge of pointed) mark(edge, 'lit');
  else if (step?.pass === 'backward') {
    for (const edge of edgesBeyond(trace, step.target)) mark(edge, 'lit');
  }
  return marks;
}

/** The edges on all ways from a node to the output: those its gradient came back along. */
function edgesBeyond({ program, order }: Trace, from: string): string[] {
  const { graph, index } = program;
  const edges: string[] = [];
  const seen = new Set([index.get(from) ?? -1]);
  for (const node of seen) {
    for (let i = order.firstOut[node]; i < order.firstOut[node + 1]; i++) {
      const target = order.targets[order.stepsOut[i]];
      const port = order.ports[order.stepsOut[i]];
      edges.push(edgeId(graph.nodes[node].id, graph.nodes[target].id, port));
      seen.add(target);
    }
  }
  return edges;
}
