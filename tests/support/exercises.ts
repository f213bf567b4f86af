import fc from 'fast-check';
import { type Exercise, edgesOf, type Graph, hasQuantity } from '../../src/graph/index.ts';
import { anyGraph } from './graphs.ts';

/** The ids of all quantities a graph has: of nodes first, then of edges. */
export function quantitiesOf(graph: Graph): string[] {
  const ofNodes = graph.nodes.flatMap(({ id }) => [`value:${id}`, `gradient:${id}`]);
  const ofEdges = edgesOf(graph).flatMap(({ id, source, target, port }) =>
    (['local', 'contribution'] as const)
      .filter((kind) => hasQuantity(graph, { kind, source, target, port }))
      .map((kind) => `${kind}:${id}`),
  );
  return [...ofNodes, ...ofEdges];
}

const text = fc.oneof(fc.string(), fc.dictionary(fc.constantFrom('en', 'zh-CN'), fc.string()));

const range = fc
  .record({ from: fc.integer({ min: -9, max: 9 }), width: fc.nat(9), parts: fc.nat({ max: 4 }) })
  .map(({ from, width, parts }) => ({ from, to: from + width, step: 1 / 2 ** parts }));

/** An exercise section that fits a graph, with any of its keys. */
export function anyExercise(graph: Graph): fc.Arbitrary<Exercise> {
  const quantities = quantitiesOf(graph);
  const scalars = graph.nodes.filter(({ value }) => typeof value === 'number');
  const settings = fc.record(
    {
      order: fc.constantFrom('given', 'free'),
      tolerance: fc.constantFrom(0, 0.001, 0.5),
      hints: fc.constantFrom(0, 1, 2, 3),
      attempts: fc.integer({ min: 1, max: 9 }),
      instructions: text,
      rate: fc.constantFrom(0.01, 1, 2),
    },
    { requiredKeys: [] },
  );
  const variants = fc.record(
    {
      seed: fc.nat({ max: 2 ** 32 - 1 }),
      ranges: fc
        .subarray(scalars.map(({ id }) => id))
        .chain((ids) => fc.record(Object.fromEntries(ids.map((id) => [id, range])))),
    },
    { requiredKeys: ['ranges'] },
  );
  return fc
    .record({
      named: fc.shuffledSubarray(quantities),
      share: fc.nat(100),
      settings,
      variants: fc.option(variants, { nil: undefined }),
      bug: fc.option(fc.nat(), { nil: undefined }),
    })
    .map(({ named, share, settings, variants, bug }) => {
      const asked = named.slice(0, (named.length * share) / 100);
      const hidden = named.slice(asked.length);
      const shown = quantities.filter((id) => !hidden.includes(id));
      const wrong = bug === undefined ? undefined : shown[bug % shown.length];
      return {
        version: 1 as const,
        ...(wrong !== undefined && { kind: 'find-bug' as const }),
        asked,
        ...(hidden.length > 0 && { hidden }),
        ...settings,
        ...(variants && { variants }),
        ...(wrong !== undefined && { bug: { quantity: wrong, mistake: 'wrong-sign' } }),
      };
    });
}

/** Graphs that are exercises. */
export const anyExerciseGraph: fc.Arbitrary<Graph> = anyGraph().chain((graph) =>
  anyExercise(graph).map((exercise) => ({ ...graph, exercise })),
);
