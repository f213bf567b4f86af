import {
  cyclePath,
  emptyGraph,
  type Graph,
  type GraphNode,
  indexNodes,
  outputOf,
  setOutput,
  topologicalOrder,
} from '../graph/index.ts';
import type { Text } from '../ops/index.ts';
import { FormulaBuilder } from './formulaBuilder.ts';
import type { Fault } from './formulaTokens.ts';
import { namesIn, readStatements, type Statement } from './formulaTree.ts';

/** Why a text cannot become a graph, and where: lines and columns are counted from 1. */
export interface FormulaRefusal {
  /** The place in the text, counted from 0. */
  readonly at: number;
  readonly line: number;
  readonly column: number;
  readonly reason: Text;
}

/** The graph a formula makes or adds to, or why it makes none. */
export type FormulaResult =
  | {
      readonly ok: true;
      readonly graph: Graph;
      /** What it is all computed for: the result of the last line that no other line uses. */
      readonly output: string;
      /** What each line came to, in the order of the lines. */
      readonly results: readonly string[];
      /** The new nodes, in file order. */
      readonly added: readonly string[];
    }
  | { readonly ok: false; readonly refusal: FormulaRefusal };

/**
 * The graph of a formula such as `z = (2w + 3b)*(2b + 1)`; further lines (or `;`) define what others
 * use, in any order, and `w = 3` gives a value. The output is the last result that no line uses.
 *
 * A product may leave out its `*`; `+ - / ^` and functions go element by element. As in mathjs `*`
 * between two vectors or matrices is the matrix product, which may be written `@` too; `.*` is
 * elementwise. Names that no line defines become inputs if they begin like data (x, y, t), else
 * parameters.
 */
export function fromFormula(text: string): FormulaResult {
  const result = addFormula(emptyGraph, text);
  return result.ok ? { ...result, graph: setOutput(result.graph, result.output) } : result;
}

/**
 * Adds a formula to a graph, whose nodes it can refer to by name. A name that it defines is its own:
 * where the graph has it already, the new node gets a fresh one. The graph keeps its output.
 */
export function addFormula(graph: Graph, text: string): FormulaResult {
  const index = indexNodes(graph);
  const statements = readStatements(text, (name) => index.has(name));
  if (isFault(statements)) return refuse(text, statements);
  const order = orderOf(statements);
  if (isFault(order)) return refuse(text, order);
  const builder = new FormulaBuilder(graph, statements);
  for (const i of order) builder.add(i);
  const nodes = builder.nodes();
  const output = builder.output();
  return {
    ok: true,
    graph: withNodes(graph, nodes, output),
    output,
    results: builder.resultIds(),
    added: nodes.map(({ id }) => id),
  };
}

/** The refusal with its place, for people: `Line 1, column 5: …`. */
export function formulaRefusalText({ line, column, reason }: FormulaRefusal): Text {
  return {
    en: `Line ${line}, column ${column}: ${reason.en}`,
    'zh-CN': `第 ${line} 行第 ${column} 列：${reason['zh-CN']}`,
  };
}

function refuse(text: string, { at, reason }: Fault): FormulaResult {
  const lines = text.slice(0, at).split(/\r\n|[\n\r\u2028\u2029]/);
  const column = lines[lines.length - 1].length + 1;
  return { ok: false, refusal: { at, line: lines.length, column, reason } };
}

function isFault<T extends object>(result: T | Fault): result is Fault {
  return 'reason' in result;
}

/** A graph keeps its output; where it has none of its own, new nodes must not take it away. */
function withNodes(graph: Graph, nodes: readonly GraphNode[], output: string): Graph {
  const next = { ...graph, nodes: [...graph.nodes, ...nodes] };
  if (outputOf(next) !== undefined) return next;
  return { ...next, output: outputOf(graph) ?? output };
}

/** The statements in an order in which what they use comes before them, or why there is none. */
function orderOf(statements: readonly Statement[]): readonly number[] | Fault {
  const id = ({ name }: Statement, i: number) => name ?? `#${i}`;
  const defined = new Set(statements.map(id));
  const uses: Graph = {
    ...emptyGraph,
    nodes: statements.map((statement, i) => ({
      id: id(statement, i),
      op: 'add',
      inputs: [...namesIn(statement.expression)].filter((name) => defined.has(name)),
    })),
  };
  const { sorted, stuck } = topologicalOrder(uses);
  if (stuck.length === 0) return sorted;
  const circle = cyclePath(uses)?.slice(1) ?? [];
  const first = statements.find(({ name = '' }) => circle.includes(name)) ?? statements[stuck[0]];
  const name = first.name ?? '';
  const start = circle.indexOf(name);
  const path = [...circle.slice(start), ...circle.slice(0, start), name].join(' → ');
  return {
    at: first.at,
    reason: {
      en: `${name} is computed from itself: ${path}.`,
      'zh-CN': `${name} 的定义用到了它自己：${path}。`,
    },
  };
}
