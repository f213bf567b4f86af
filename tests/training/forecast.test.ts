import { expect, test } from 'vitest';
import type { Graph, Training } from '../../src/graph/index.ts';
import { bindData, forecast, Trainer } from '../../src/training/index.ts';
import { parametersOf } from './formulas.ts';

/** A line through y = 3x + 2 over some numbers, by gradient descent at 0.1. */
function lineOver(x: readonly number[], training?: Training): Graph {
  const graph = parametersOf('J = (w*x + b - y)^2', { w: 0, b: 0 }, 'x y');
  const columns = [
    { name: 'x', values: [...x] },
    { name: 'y', values: x.map((each) => 3 * each + 2) },
  ];
  const dataset = { version: 1 as const, columns, bind: { x: 'x', y: 'y' } };
  return { ...graph, dataset, ...(training && { training }) };
}

function told(graph: Graph) {
  const steps = forecast(graph, 'J');
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Whether a hundred updates end with less than there was. */
function goesWell(graph: Graph, rate: number): boolean {
  const move = { by: 'gradient', rule: 'gradientDescent', rate } as const;
  const trainer = new Trainer(graph, 'J', { move }, bindData(graph)?.train);
  const first = trainer.look().loss;
  for (let i = 0; i < 100; i++) if (trainer.advance().ending) return false;
  return trainer.look().loss < first;
}

const areas = [104, 80, 150, 61, 97];

test('numbers that are large run away; scaled, or with the rate that is told, they do not', () => {
  const graph = lineOver(areas);
  const { scaled, rate = Number.NaN } = told(graph) ?? {};
  expect(goesWell(graph, 0.1)).toBe(false);
  expect(rate).toBe(1e-5);
  expect(goesWell(graph, rate)).toBe(true);
  expect(scaled?.scale).toEqual({ x: 'standard', y: 'standard' });
  expect(goesWell({ ...graph, dataset: scaled }, 0.1)).toBe(true);
});

test('the plan of the graph decides: a rate that goes well needs no word, a sum weighs all rows', () => {
  const move = (rate: number) =>
    ({ by: 'gradient', rule: 'gradientDescent', rate }) as const satisfies Training['move'];
  expect(told(lineOver(areas, { version: 1, move: move(1e-5) }))).toBeUndefined();
  // Of 4000 rows some are tried; all of them together are too much for this rate.
  const many = Array.from({ length: 4000 }, (_, i) => Math.sin(i));
  const summed = { version: 1, reduction: 'sum', move: move(1e-3) } as const;
  expect(told(lineOver(many, summed))?.rate).toBe(1e-4);
  expect(told(lineOver(many, { ...summed, reduction: 'mean' }))).toBeUndefined();
});

test('a rate just beyond what goes well is told of, too; one just below it is not', () => {
  // The mean of 2(x, 1)(x, 1)ᵀ has an eigenvalue of 4.19: updates go well below η = 0.477.
  const graph = (rate: number) =>
    lineOver([1, 1.2, 0.8, 1.1], {
      version: 1,
      move: { by: 'gradient', rule: 'gradientDescent', rate },
    });
  expect(goesWell(graph(0.49), 0.49)).toBe(false);
  expect(told(graph(0.49))?.rate).toBe(0.049);
  expect(goesWell(graph(0.47), 0.47)).toBe(true);
  expect(told(graph(0.47))).toBeUndefined();
});

test('small numbers, graphs without data and targets need no word', () => {
  expect(told(lineOver([0.1, 0.4, 0.9]))).toBeUndefined();
  expect(told(parametersOf('J = x^2', { x: 1 }))).toBeUndefined();
  const move = { by: 'target', target: 0, factor: 'kept', shares: { w: 1 } } as const;
  expect(told(lineOver(areas, { version: 1, move }))).toBeUndefined();
});

test('where nothing is large, scaling is not what helps', () => {
  const move = { by: 'gradient', rule: 'gradientDescent', rate: 9 } as const;
  const { scaled, rate } = told(lineOver([0.1, 0.4, 0.9], { version: 1, move })) ?? {};
  expect(scaled).toBeUndefined();
  expect(rate).toBe(0.09);
});

test('what is yes or no stays so', () => {
  const graph = lineOver(areas);
  const columns = [graph.dataset?.columns[0], { name: 'y', values: [0, 1, 1, 0, 1] }];
  const classes = { ...graph, dataset: { ...graph.dataset, columns } } as Graph;
  expect(told(classes)?.scaled?.scale).toEqual({ x: 'standard' });
});
