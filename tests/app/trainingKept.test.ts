import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Run } from '../../src/app/training/store.ts';
import type { Graph, Training } from '../../src/graph/index.ts';
import {
  bindData,
  extended,
  graphWith,
  type History,
  TrainingRun,
  trainedOf,
} from '../../src/training/index.ts';
import { parametersOf } from '../training/formulas.ts';

vi.stubGlobal('navigator', { language: 'en', platform: 'Linux' });
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }));
const { packed, unpacked } = await import('../../src/app/training/keptRun.ts');

const plan: Training = { version: 1, move: { by: 'gradient', rule: 'adam', rate: 0.05 } };
const dataset = {
  version: 1 as const,
  columns: [
    { name: 'x', values: [0.5, 1, 1.5, 2] },
    { name: 'y', values: [1, 2, 3, 5] },
  ],
  bind: { x: 'x', y: 'y' },
};
const source: Graph = {
  ...parametersOf('J = (w*x + b - y)^2', { w: 0.3, b: 0 }, 'x y'),
  dataset,
  training: { ...plan, start: { w: 0.3, b: 0 } },
};

function trainingRun(): TrainingRun {
  return new TrainingRun(source, 'J', plan, bindData(source));
}

/** What a page knows of a run after so many updates, and the graph as it stands then. */
function ranFor(updates: number): { run: Run; graph: Graph } {
  const trainer = trainingRun();
  for (let i = 0; i < updates; i++) trainer.advance();
  const report = trainer.lastReport();
  const history: History = extended([], report);
  const trained = trainedOf(source, 'J');
  const last = history[history.length - 1];
  const graph = graphWith(source, trained, last.parameters);
  const { past } = report;
  return {
    graph,
    run: {
      ...{ id: 1, source, written: graph, output: 'J', plan, trained, history, past },
      ...{ found: [], status: 'paused' },
    },
  };
}

/** As it comes back from storage. */
function stored({ run, graph }: { run: Run; graph: Graph }, at: number) {
  const kept = packed(run, at);
  if (kept === undefined) throw new Error('there is nothing to keep');
  return { kept: structuredClone(kept), graph: structuredClone(graph) };
}

describe('a run that is kept', () => {
  let short: ReturnType<typeof ranFor>;
  beforeEach(() => {
    short = ranFor(40);
  });

  test('comes back with its whole history to the graph it belongs to, and goes on as it would have', () => {
    const { kept, graph } = stored(short, 40);
    const back = unpacked(kept, graph, () => 7);
    expect(back?.at).toBe(40);
    expect(back?.run).toMatchObject({ id: 7, status: 'paused', history: short.run.history });
    expect(back?.run.source.nodes).toEqual(source.nodes);

    const whole = trainingRun();
    for (let i = 0; i < 60; i++) whole.advance();
    const again = trainingRun();
    const last = back?.run.history.at(-1);
    if (last === undefined || back?.run.past === undefined) throw new Error('it has no end');
    again.resume(last, back.run.past);
    for (let i = 0; i < 20; i++) again.advance();
    expect(again.lastReport().points.at(-1)).toEqual(whole.lastReport().points.at(-1));
  });

  const cell = dataset.columns.map((column, i) =>
    i === 0 ? { ...column, values: [0.5, 1, 1.5, 2.0000001] } : column,
  );
  test.each<[string, (graph: Graph) => Graph]>([
    ['another cell of the data', (graph) => ({ ...graph, dataset: { ...dataset, columns: cell } })],
    ['scaled data', (graph) => ({ ...graph, dataset: { ...dataset, scale: { x: 'standard' } } })],
    ['no data', ({ dataset: _, ...graph }) => graph],
    [
      'another plan',
      (graph) => ({
        ...graph,
        training: { ...plan, move: { ...plan.move, rate: 0.06 } } as Training,
      }),
    ],
    [
      'another operation',
      (graph) => ({
        ...graph,
        nodes: graph.nodes.map((node) =>
          node.op === 'subtract' ? { ...node, op: 'add' as const } : node,
        ),
      }),
    ],
    [
      'other parameters',
      (graph) => ({
        ...graph,
        nodes: graph.nodes.map((node) => (node.id === 'w' ? { ...node, value: 0.31 } : node)),
      }),
    ],
    // Whoever opens the example anew wants to begin.
    ['the parameters it began with', () => source],
  ])('is not shown with %s', (_, changed) => {
    const { kept, graph } = stored(short, 40);
    expect(changed(graph)).not.toEqual(graph);
    expect(unpacked(kept, graph, () => 7)).toBeDefined();
    expect(unpacked(kept, changed(graph), () => 7)).toBeUndefined();
  });

  test('takes little room, with the iterate that was looked at among the points', () => {
    const long = ranFor(3000);
    const here = long.run.history[1001];
    const graph = graphWith(source, long.run.trained, here.parameters);
    const { kept } = stored(long, 1001);
    expect(kept.history.length).toBeLessThanOrEqual(513);
    expect(kept.history[0].count).toBe(0);
    expect(kept.history.at(-1)?.count).toBe(3000);
    expect(unpacked(kept, graph, () => 7)?.at).toBe(1001);
  });

  test('is nothing before the first word of the worker', () => {
    expect(packed({ ...short.run, history: [], past: undefined }, 0)).toBeUndefined();
  });
});
