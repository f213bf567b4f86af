import { backward, compile, domainProblems, forward, type Program } from '../engine/index.ts';
import { type Graph, indexNodes, type Problem } from '../graph/index.ts';

/** A graph after its forward and backward pass, with all that can be said against it. */
export interface Evaluated {
  readonly program: Program;
  /** Of the graph as a whole first, then in file order. */
  readonly problems: readonly Problem[];
}

/** Runs a graph forward and backward. */
export function evaluate(graph: Graph): Evaluated {
  const program = compile(graph);
  forward(program);
  backward(program);
  const index = indexNodes(graph);
  const place = (problem: Problem) => ('node' in problem ? (index.get(problem.node) ?? 0) : -1);
  const problems = [...program.problems, ...domainProblems(program)];
  return { program, problems: problems.sort((a, b) => place(a) - place(b)) };
}
