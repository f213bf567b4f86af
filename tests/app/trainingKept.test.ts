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
const { packed, packedBeside, unpacked, unpackedBeside } = await import(
  '../../src/app/training/keptRun.ts'
);

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

describe('runs that are compared', () => {
  /** Of several rates, as they come back from storage. */
  function comparedFor(updates: number, rates: readonly number[]) {
    const runs = rates.map((rate): Run => {
      const { run } = ranFor(updates);
      const own = { ...plan, move: { ...plan.move, rate } } as Training;
      const of = { ...source, training: own };
      return { ...run, source: of, written: of, plan: own };
    });
    return { runs, kept: structuredClone(packedBeside(runs, runs.length)) };
  }
  const moved: Graph = {
    ...source,
    nodes: source.nodes.map((node) => (node.id === 'w' ? { ...node, value: 5 } : node)),
    training: { ...plan, batch: 2 },
  };

  test('come back to their graph, whatever its parameters and its plan are by then', () => {
    const { runs, kept } = comparedFor(40, [0.1, 0.2]);
    let id = 3;
    const back = unpackedBeside(kept, moved, () => id++);
    expect(back).toMatchObject([
      { id: 3, status: 'paused', history: runs[0].history, plan: runs[0].plan },
      { id: 4, status: 'paused', history: runs[1].history, plan: runs[1].plan },
    ]);
    for (const { source: of, written } of back) {
      expect(of.nodes).toEqual(source.nodes);
      expect(written).toBe(of);
    }
  });

  test('do not come back to another graph, or other data', () => {
    const { kept } = comparedFor(3, [0.1]);
    const { dataset: _, ...without } = moved;
    const scaled: Graph = { ...moved, dataset: { ...dataset, scale: { x: 'standard' } } };
    expect(unpackedBeside(kept, moved, () => 1)).toHaveLength(1);
    expect(unpackedBeside(kept, without, () => 1)).toEqual([]);
    expect(unpackedBeside(kept, scaled, () => 1)).toEqual([]);
  });

  test('share the room of one', () => {
    const [run] = comparedFor(600, [0.1]).runs;
    // As wide as a network of five hundred parameters.
    const numbers = (length: number) => Float64Array.from({ length });
    const history = run.history.map((point) => ({
      ...point,
      ...{ parameters: numbers(500), gradients: numbers(500) },
    }));
    const all = packedBeside(Array(16).fill({ ...run, history }), 16);
    const sizes = all.flatMap((kept) =>
      kept.history.map(({ parameters }) => 2 * parameters.length),
    );
    expect(all).toHaveLength(16);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(2 ** 18);
    expect(all[0].history.at(-1)?.count).toBe(600);
  });
});
