import { shapeOf } from '../ops/index.ts';
import type { Graph } from './graph.ts';
import { indexNodes } from './order.ts';

/**
 * Brings data and training of an edited graph in step with its nodes: what was renamed (`named` leads
 * to new names) is named anew, what is gone or holds something else now is dropped.
 */
export function keepTraining(graph: Graph, named = (id: string) => id): Graph {
  return keepMoves(keepBindings(graph, named), named);
}

function keepBindings(graph: Graph, named: (id: string) => string): Graph {
  const { dataset } = graph;
  if (dataset?.bind === undefined) return graph;
  const node = lookUp(graph);
  const bind = led(dataset.bind, named, (id) => {
    const found = node(id);
    return found?.op === 'input' && typeof (found.value ?? 0) === 'number';
  });
  return { ...graph, dataset: { ...dataset, bind } };
}

function keepMoves(graph: Graph, named: (id: string) => string): Graph {
  const { training } = graph;
  if (training === undefined) return graph;
  const node = lookUp(graph);
  const isParameter = (id: string) => node(id)?.op === 'parameter';
  const { move, frozen, start } = training;
  const kept =
    move.by === 'gradient'
      ? move
      : {
          ...move,
          shares: led(move.shares, named, isParameter),
          ...(move.clamps && { clamps: led(move.clamps, named, isParameter) }),
        };
  const fits = (id: string, value: Parameters<typeof shapeOf>[0]) =>
    isParameter(id) && shapeOf(node(id)?.value ?? 0).join() === shapeOf(value).join();
  return {
    ...graph,
    training: {
      ...training,
      move: kept,
      ...(frozen && { frozen: frozen.map(named).filter(isParameter) }),
      ...(start && { start: led(start, named, fits) }),
    },
  };
}

function lookUp(graph: Graph) {
  const index = indexNodes(graph);
  return (id: string) => graph.nodes[index.get(id) ?? -1];
}

/** The entries under their new names, without those that no longer fit. */
function led<Value>(
  entries: Readonly<Record<string, Value>>,
  named: (id: string) => string,
  fits: (id: string, value: Value) => boolean,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(
    Object.entries(entries)
      .map(([id, value]) => [named(id), value] as const)
      .filter(([id, value]) => fits(id, value)),
  );
}
