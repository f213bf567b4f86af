import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compile, domainProblems, forward, nodeValue, setLanes } from '../../src/engine/index.ts';
import { findNode, type Graph, outputOf, readGraph, writeGraph } from '../../src/graph/index.ts';
import type { Tensor } from '../../src/ops/index.ts';
import {
  type Bound,
  bindData,
  type Ending,
  forecast,
  graphWith,
  Objective,
  type Samples,
  startNumbers,
  Trainer,
} from '../../src/training/index.ts';
import figures from './trained.json';

/** Where a run must end; `along`, the loss after so many updates on the way. */
interface Figures {
  readonly updates: number;
  readonly loss: number;
  readonly parameters?: Readonly<Record<string, number>>;
  readonly along?: readonly (readonly [updates: number, loss: number])[];
}

const folder = new URL('../../graphs/', import.meta.url);
const gallery: { readonly chapters: readonly { readonly graphs: readonly string[] }[] } =
  JSON.parse(readFileSync(new URL('gallery.json', folder), 'utf8'));
const listed = gallery.chapters.flatMap(({ graphs }) => graphs);
const entries = Object.entries<Figures>(figures as never);

const textOf = (id: string) => readFileSync(new URL(`${id}.json`, folder), 'utf8');

function graphOf(id: string): Graph {
  const read = readGraph(textOf(id));
  if (!read.ok) throw new Error(`${id}.json cannot be read: ${JSON.stringify(read.errors)}`);
  return read.graph;
}

interface Run {
  readonly graph: Graph;
  readonly trained: Graph;
  readonly data: Bound | undefined;
  readonly ending: Ending;
  readonly trainer: Trainer;
  /** By the number of updates before it. */
  readonly losses: readonly number[];
  readonly testLosses: readonly number[];
}

/** Presses “run”: the plan of the file, until one of its rules ends it. */
function run(id: string, isTested = false, graph = graphOf(id)): Run {
  const plan = graph.training;
  const output = outputOf(graph);
  if (plan === undefined || output === undefined) throw new Error(`${id} cannot be trained`);
  const data = bindData(graph);
  const trainer = new Trainer(graph, output, plan, data?.train);
  const losses: number[] = [];
  const testLosses: number[] = [];
  const test = isTested ? new Objective(graph, output, [], data?.test) : undefined;
  const order = Uint32Array.from({ length: data?.test.count ?? 0 }, (_, i) => i);
  for (;;) {
    const { iterate, ending } = trainer.advance();
    losses.push(iterate.loss);
    if (test) testLosses.push(test.evaluate(iterate.parameters, 'mean', order));
    if (ending === undefined) continue;
    const trained = graphWith(graph, trainer.objective.trained, trainer.snapshot().parameters);
    return { graph, trained, data, ending, trainer, losses, testLosses };
  }
}

/** The values of a node over samples. */
function over(graph: Graph, samples: Samples | undefined, node: string): number[] {
  if (samples === undefined) throw new Error('there is no data');
  const { count, inputs } = samples;
  const program = compile(graph, { count, varying: new Set(inputs.keys()) });
  for (const [id, column] of inputs) setLanes(program, id, column);
  forward(program);
  return Array.from({ length: count }, (_, lane) => scalar(nodeValue(program, node, lane)));
}

function scalar(tensor: Tensor | undefined): number {
  if (typeof tensor !== 'number') throw new Error('a number was expected');
  return tensor;
}

/** How many of the samples a probability gets right with a threshold of one half. */
function rightOnes(graph: Graph, samples: Samples | undefined, node: string): number {
  const targets = samples?.inputs.get('y') ?? [];
  return over(graph, samples, node).filter((a, i) => a > 0.5 === (targets[i] === 1)).length;
}

test('every graph of the gallery with a plan is held to its figures', () => {
  const planned = listed.filter((id) => graphOf(id).training !== undefined);
  expect(entries.map(([id]) => id)).toEqual(planned);
});

describe.each(entries)('%s', (id, { updates, loss, parameters = {}, along = [] }) => {
  const { graph, ending, trainer, losses } = run(id);

  test('stands in its file as the product writes it, in both languages, without problems', () => {
    expect(writeGraph(graph)).toBe(textOf(id));
    for (const text of [graph.title, graph.description]) {
      expect(text).toEqual({
        en: expect.stringMatching(/^[^\p{Script=Han}]+$/u),
        'zh-CN': expect.stringMatching(/\p{Script=Han}/u),
      });
    }
    const program = compile(graph);
    forward(program);
    expect([...program.problems, ...domainProblems(program)]).toEqual([]);
  });

  test('shows the start of its training, at the first row of its data', () => {
    for (const { id, op, value } of graph.nodes) {
      if (op === 'parameter') expect(graph.training?.start?.[id], id).toEqual(value);
      const column = graph.dataset?.columns.find(({ name }) => name === graph.dataset?.bind?.[id]);
      if (op === 'input') expect(value, id).toBe(column?.values[0]);
    }
  });

  test('ends by its own rule where the course notes, or their right digits, say', () => {
    expect(ending.kind).toBe('stopped');
    expect(trainer.snapshot().count).toBe(updates);
    const slack = (wanted: number) => Math.max(1e-6 * Math.abs(wanted), 2e-6);
    expect(Math.abs(trainer.lossOfAll() - loss)).toBeLessThanOrEqual(slack(loss));
    const loose = id === 'loss-landscape-2d' ? 1e-2 : 0;
    for (const [name, wanted] of Object.entries(parameters)) {
      const at = trainer.objective.trained.find((each) => each.id === name)?.from;
      const got =
        at === undefined ? findNode(graph, name)?.value : trainer.snapshot().parameters[at];
      expect(Math.abs(Number(got) - wanted), name).toBeLessThanOrEqual(slack(wanted) + loose);
    }
    for (const [k, wanted] of along) expect(losses[k], `loss ${k}`).toBeCloseTo(wanted, 8);
  });
});

test.each(entries)('%s is not warned of', (id) => {
  const graph = graphOf(id);
  const steps = forecast(graph, outputOf(graph) ?? '', bindData(graph)?.train);
  let step = steps.next();
  while (!step.done) step = steps.next();
  expect(step.value).toBeUndefined();
});

describe('gates', () => {
  test.each(['and', 'or', 'not', 'nand', 'nor'])('a neuron has learnt %s', (gate) => {
    const { trained, data } = run(`train-gate-${gate}`);
    expect(rightOnes(trained, data?.train, 'a')).toBe(data?.train.count);
  });

  test('the 2-2-1 network has learnt XOR, with a loss near 0', () => {
    const { trained, data, losses } = run('mlp-2-2-1-xor-training');
    expect(over(trained, data?.train, 'a2').map(Math.round)).toEqual([0, 1, 1, 0]);
    expect(losses.at(-1)).toBeLessThan(0.002);
  });

  test.each([
    [0, 'converges', 0, 0],
    [12, 'sticks', Math.LN2 / 2, 2],
  ])('drawn by seed %d the network %s', (seed, _, loss, unsure) => {
    const graph = graphOf('mlp-2-2-1-xor-training');
    const { random } = graph.training ?? {};
    const { trained: all } = new Objective(graph, 'loss');
    if (random === undefined) throw new Error('the plan says nothing of random starts');
    const start = graphWith(graph, all, startNumbers(graph, all, random, seed));
    const { trained, data, losses } = run('mlp-2-2-1-xor-training', false, start);
    expect(Math.abs((losses.at(-1) ?? Number.NaN) - loss)).toBeLessThan(0.003);
    const outputs = over(trained, data?.train, 'a2');
    expect(outputs.filter((a) => Math.abs(a - 0.5) < 0.1)).toHaveLength(unsure);
    if (unsure === 0) expect(outputs.map(Math.round)).toEqual([0, 1, 1, 0]);
  });

  test('from another start it sticks: two rows right, two at ½, the loss at ½ ln 2', () => {
    const { trained, data, losses } = run('mlp-2-2-1-xor-local-minimum');
    const outputs = over(trained, data?.train, 'a2');
    [0, 0.5, 1, 0.5].forEach((wanted, row) => {
      expect(Math.abs(outputs[row] - wanted)).toBeLessThan(1e-3);
    });
    expect(losses.at(-1)).toBeCloseTo(Math.LN2 / 2, 2);
  });
});

describe('classes', () => {
  test.each([
    ['train-logistic-points', 'a', 0.9],
    ['train-circle', 'h', 0.99],
    ['linear-vs-logistic-fit', 'a', 0.9],
  ])('%s gets most of its rows right', (id, node, share) => {
    const { trained, data } = run(id);
    for (const samples of [data?.train, data?.test]) {
      const count = samples?.count ?? 0;
      expect(rightOnes(trained, samples, node)).toBeGreaterThanOrEqual(share * count);
    }
  });

  test('the 2-3-3 network gives the right class the greatest probability', () => {
    const { trained, data } = run('train-mlp-2-3-3');
    for (const samples of [data?.train, data?.test]) {
      const outputs = [1, 2, 3].map((k) => over(trained, samples, `a2_${k}`));
      const targets = [1, 2, 3].map((k) => samples?.inputs.get(`y${k}`) ?? []);
      const greatest = (columns: readonly ArrayLike<number>[], row: number) => {
        const numbers = columns.map((column) => column[row]);
        return numbers.indexOf(Math.max(...numbers));
      };
      const rows = Array.from({ length: samples?.count ?? 0 }, (_, row) => row);
      const right = rows.filter((row) => greatest(outputs, row) === greatest(targets, row));
      expect(right.length).toBeGreaterThanOrEqual(0.95 * rows.length);
    }
  });
});

describe('curves', () => {
  test('a polynomial that over-fits does worse on the test rows the longer it trains', () => {
    const { losses, testLosses } = run('poly-overfit', true);
    const best = testLosses.indexOf(Math.min(...testLosses));
    expect(best).toBeLessThan(testLosses.length / 2);
    expect(losses[best]).toBeGreaterThan(losses.at(-1) ?? Number.NaN);
    expect(testLosses.at(-1)).toBeGreaterThan(1.2 * testLosses[best]);
  });

  test('gradients vanish towards the input of a chain of sigmoids', () => {
    const { graph } = run('train-sigmoid-chain');
    const data = bindData(graph);
    const objective = new Objective(graph, 'loss', [], data?.train);
    const gradients = new Float64Array(objective.size);
    const order = Uint32Array.from({ length: data?.train.count ?? 0 }, (_, i) => i);
    const at = Float64Array.from(objective.trained, ({ id }) => Number(findNode(graph, id)?.value));
    objective.evaluate(at, 'mean', order, 0, order.length, gradients);
    const size = (id: string) => {
      const each = objective.trained.find((it) => it.id === id);
      return Math.abs(gradients[each?.from ?? -1]);
    };
    expect(size('b5')).toBeGreaterThan(100 * size('b1'));
  });
});
