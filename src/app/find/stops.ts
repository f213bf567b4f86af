import type { Problem } from '../../graph/index.ts';

/** The nodes a problem is about. */
export function nodesOf(problem: Problem): readonly string[] {
  return 'node' in problem ? [problem.node] : problem.candidates;
}

/** The places to go to, each with all of its problems, in the order of the list. */
export function stopsOf(problems: readonly Problem[]) {
  const stops = new Map<string, { nodes: readonly string[]; problems: Problem[] }>();
  for (const problem of problems) {
    const nodes = nodesOf(problem);
    const stop = stops.get(nodes.join(' '));
    if (stop) stop.problems.push(problem);
    else stops.set(nodes.join(' '), { nodes, problems: [problem] });
  }
  return [...stops.values()];
}
