import { formatNumber } from '../formula/number.ts';
import { type Problem, problemText } from '../graph/index.ts';
import type { Tensor } from '../ops/index.ts';

/** Numbers for JSON output: full doubles, and names in quotes for what JSON has no number for. */
export function plain(value: Tensor): unknown {
  if (typeof value !== 'number') return value.map(plain);
  return Number.isFinite(value) ? value : String(value);
}

/** A problem for JSON output: what the engine knows, and the sentence people read. */
export function plainProblem(problem: Problem): Record<string, unknown> {
  const message = sentence(problem);
  if (problem.kind !== 'domain') return { ...problem, message };
  const { say: _, ...rest } = problem;
  return { ...rest, value: plain(problem.value), message };
}

/** A problem on one line, with the node that has it. */
export function problemLine(problem: Problem): string {
  return 'node' in problem ? `Node ${problem.node}: ${sentence(problem)}` : sentence(problem);
}

function sentence(problem: Problem): string {
  return problemText(problem, formatNumber).en;
}
