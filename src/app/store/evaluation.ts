import { create } from 'zustand';
import { useStoreWithEqualityFn } from 'zustand/traditional';
import {
  backward,
  compile,
  domainProblems,
  type EdgePass,
  edgeNumbers,
  evaluateEdges,
  forward,
  nodeGradient,
  nodeValue,
  type Program,
  prepareEdges,
  rebind,
} from '../../engine/index.ts';
import type { Graph, Problem } from '../../graph/index.ts';
import { flatten, shapeOf, type Tensor } from '../../ops/index.ts';
import { currentGraph, useDocument } from './document.ts';

/** The numbers of the present graph. Storage is reused, so every evaluation is a new `Evaluation`. */
export interface Evaluation {
  readonly program: Program;
  readonly edges: EdgePass;
  readonly problems: readonly Problem[];
  /** Problems by the node they are on. */
  readonly problemsOf: ReadonlyMap<string, readonly Problem[]>;
}

/** Derived from the document alone and kept in step with it; never stored anywhere. */
export const useEvaluation = create<Evaluation>()(() => evaluate(currentGraph()));

useDocument.subscribe(({ graph }, before) => {
  if (graph !== before.graph) useEvaluation.setState(evaluate(graph, useEvaluation.getState()));
});

function evaluate(graph: Graph, before?: Evaluation): Evaluation {
  const kept = before && rebind(before.program, graph);
  const program = kept ?? compile(graph);
  const edges = kept && before ? before.edges : prepareEdges(program);
  forward(program);
  backward(program);
  evaluateEdges(program, edges);
  const problems = [...program.problems, ...domainProblems(program)];
  return { program, edges, problems, problemsOf: groupByNode(problems) };
}

function groupByNode(problems: readonly Problem[]): Map<string, readonly Problem[]> {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    if (!('node' in problem)) continue;
    const group = groups.get(problem.node);
    if (group) group.push(problem);
    else groups.set(problem.node, [problem]);
  }
  return groups;
}

/** Follows a node's value; undefined while it cannot be computed. */
export function useNodeValue(id: string): Tensor | undefined {
  return useTensor(({ program }) => nodeValue(program, id));
}

/** Follows a node's gradient; undefined while there is none. */
export function useNodeGradient(id: string): Tensor | undefined {
  return useTensor(({ program }) => nodeGradient(program, id));
}

/** What one edge carries back, followed number by number; forward it carries its source's value. */
export function useEdgeNumber(
  target: string,
  port: number,
  which: 'gradient' | 'local',
): Tensor | undefined {
  return useTensor((evaluation) => edgeNumber(evaluation, target, port, which));
}

/** What one edge carries back; undefined while there is nothing to differentiate. */
export function edgeNumber(
  { program, edges }: Evaluation,
  target: string,
  port: number,
  which: 'gradient' | 'local',
): Tensor | undefined {
  if (which === 'gradient' && program.output === undefined) return undefined;
  return edgeNumbers(program, edges, target, port)?.[which] ?? undefined;
}

/** Follows a number or matrix, entry by entry. */
export function useTensor(
  read: (evaluation: Evaluation) => Tensor | undefined,
): Tensor | undefined {
  return useStoreWithEqualityFn(useEvaluation, read, sameTensor);
}

/** Whether two numbers or matrices show the same; NaN is like NaN, 0 unlike −0. */
export function sameTensor(a: Tensor | undefined, b: Tensor | undefined): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object') return false;
  if (shapeOf(a).join() !== shapeOf(b).join()) return false;
  const numbers = flatten(b);
  return flatten(a).every((number, i) => Object.is(number, numbers[i]));
}
