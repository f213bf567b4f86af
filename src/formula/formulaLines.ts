import { type Graph, type GraphNode, topologicalOrder } from '../graph/index.ts';
import { ops, shapeOf } from '../ops/index.ts';
import { leafKind } from './formulaNames.ts';
import { isWrittenOut } from './tensorText.ts';
import { formulaOf } from './toFormula.ts';

/**
 * A graph as lines `name = …` that `fromFormula` reads back, operands first. Constants stand where
 * they are used; a line with an open port is a comment, for it means no value yet.
 */
export function formulaLines(graph: Graph): string {
  const { sorted, stuck } = topologicalOrder(graph);
  return [...sorted, ...stuck].flatMap((i) => lineOf(graph, graph.nodes[i])).join('\n');
}

function lineOf(graph: Graph, node: GraphNode): string[] {
  const { id, op, value } = node;
  const text = formulaOf(graph, id)?.text;
  if (text === undefined) return [];
  if (ops.get(op)?.kind !== 'leaf') return [`${text.includes('?') ? '# ' : ''}${id} = ${text}`];
  const standsInPlace = op === 'constant' && value !== undefined && isWrittenOut(shapeOf(value));
  if (standsInPlace) return [];
  return [`${id} = ${op === leafKind(id) ? text : `${op}(${text})`}`];
}
