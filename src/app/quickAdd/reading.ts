import { compile, domainProblems, forward, nodeValue } from '../../engine/index.ts';
import { addFormula, type FormulaRefusal } from '../../formula/fromFormula.ts';
import { nameTex } from '../../formula/index.ts';
import { isLoss } from '../../formula/lossName.ts';
import { formulaOf } from '../../formula/toFormula.ts';
import { findNode, type Graph, type GraphNode, outputOf, type Problem } from '../../graph/index.ts';
import { ops, type Tensor } from '../../ops/index.ts';

/** A line of a formula as it will stand in the graph. */
export interface Line {
  readonly id: string;
  readonly tex: string;
  /** Undefined where it cannot be computed. */
  readonly value: Tensor | undefined;
}

/** What a formula would add to a graph, to be seen before it is done; or why it cannot. */
export type Reading =
  | { readonly ok: false; readonly refusal: FormulaRefusal }
  | {
      readonly ok: true;
      readonly lines: readonly Line[];
      /** New inputs and parameters. */
      readonly leaves: readonly GraphNode[];
      /** The nodes of the graph that it refers to. */
      readonly uses: readonly string[];
      /** How many operations are new. */
      readonly operations: number;
      /** What the result cannot be computed for, with the numbers as they are. */
      readonly problem: Problem | undefined;
      /** The result, where it may want to be the output: it is a loss, or there is no output. */
      readonly candidate: string | undefined;
    };

/** Reads a formula that is about to join a graph. */
export function readFormula(graph: Graph, text: string): Reading {
  const result = addFormula(graph, text);
  if (!result.ok) return result;
  const added = new Set(result.added);
  const nodes = result.graph.nodes.filter(({ id }) => added.has(id));
  const program = compile(result.graph);
  forward(program);
  const named = new Set([...graph.nodes.map(({ id }) => id), ...result.results]);
  const isOperation = (id: string) =>
    ops.get(findNode(result.graph, id)?.op ?? '')?.kind === 'operation';
  const problems = [...program.problems, ...domainProblems(program)].filter(
    (problem) => 'node' in problem && added.has(problem.node),
  );
  return {
    ok: true,
    lines: result.results.filter(isOperation).map((id) => ({
      id,
      tex: `${nameTex(id)} = ${formulaOf(result.graph, id, named)?.tex ?? ''}`,
      value: nodeValue(program, id),
    })),
    leaves: nodes.filter(
      ({ id, op, inputs }) =>
        inputs === undefined && (op !== 'constant' || result.results.includes(id)),
    ),
    uses: [...new Set(nodes.flatMap(({ inputs = [] }) => inputs))].filter(
      (id): id is string => id !== null && !added.has(id),
    ),
    operations: nodes.filter(({ inputs }) => inputs !== undefined).length,
    problem: problems[0],
    candidate: candidateOf(graph, result.graph, result.output),
  };
}

function candidateOf(before: Graph, after: Graph, result: string): string | undefined {
  if (before.nodes.length === 0) return undefined;
  if (outputOf(before) === undefined) return result;
  return isLoss(after, result) && outputOf(after) !== result ? result : undefined;
}
