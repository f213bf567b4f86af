import { compile } from '../../engine/index.ts';
import { findNode, type Graph, outputOf, setOutput, type Training } from '../../graph/index.ts';
import { sizeOf, type Tensor, type Text } from '../../ops/index.ts';
import { trainedOf } from '../../training/index.ts';
import { difference, same } from './same.ts';
import { words } from './words.ts';

/** How a graph is trained that says nothing about it. */
export const usualPlan: Training = {
  version: 1,
  move: { by: 'gradient', rule: 'gradientDescent', rate: 0.1 },
};

/** The plan of a graph. */
export function planOf({ training }: Graph): Training {
  return training ?? usualPlan;
}

let known: { graph: Graph; why: Text | undefined } | undefined;

/** Why a graph cannot be trained as it is, in a sentence; undefined if it can. */
export function obstacle(graph: Graph): Text | undefined {
  const differs = known && difference(known.graph, graph);
  // While training goes on only parameters change, and they stand in nobody's way.
  const isSame = known !== undefined && (differs === null || differs === 'parameters');
  known = { graph, why: isSame ? known?.why : findObstacle(graph) };
  return known.why;
}

function findObstacle(graph: Graph): Text | undefined {
  if (graph.nodes.length === 0) return words.noGraph;
  const output = outputOf(graph);
  if (output === undefined || findNode(graph, output) === undefined) return words.noOutput;
  const { frozen, move } = planOf(graph);
  const parameters = trainedOf(graph, output);
  if (parameters.length === 0) {
    const hasAny = graph.nodes.some(({ op }) => op === 'parameter');
    return hasAny ? words.noneOnWay(output) : words.noParameters;
  }
  const trained = trainedOf(graph, output, frozen);
  if (trained.length === 0) return words.allFrozen;
  if (move.by === 'target' && !trained.some(({ id }) => (move.shares[id] ?? 0) !== 0)) {
    return words.noShares;
  }
  const program = compile(setOutput(filled(graph), output));
  if (program.output === undefined) return words.openOutput(output);
  const shape = program.shapes[program.index.get(output) ?? -1] ?? [];
  return sizeOf(shape) === 1 ? undefined : words.noNumber(output);
}

/** The graph with a value for each input that gets its own from data. */
export function filled(graph: Graph): Graph {
  const bind = graph.dataset?.bind ?? {};
  const nodes = graph.nodes.map((node) =>
    node.value === undefined && Object.hasOwn(bind, node.id) ? { ...node, value: 0 } : node,
  );
  return { ...graph, nodes };
}

/** The values of all parameters as they stand. */
export function parametersOf({ nodes }: Graph): Readonly<Record<string, Tensor>> {
  return Object.fromEntries(
    nodes.flatMap(({ id, op, value }) =>
      op === 'parameter' && value !== undefined ? [[id, value]] : [],
    ),
  );
}

/** Whether all parameters of two graphs have the same values. */
export function sameParameters(a: Graph, b: Graph): boolean {
  return a.nodes === b.nodes || same(parametersOf(a), parametersOf(b));
}

/** The graph with these parameters; what it has no parameter for is left out. */
export function withParameters(graph: Graph, values: Readonly<Record<string, Tensor>>): Graph {
  const nodes = graph.nodes.map((node) => {
    if (node.op !== 'parameter' || !Object.hasOwn(values, node.id)) return node;
    return same(node.value, values[node.id]) ? node : { ...node, value: values[node.id] };
  });
  return { ...graph, nodes };
}
