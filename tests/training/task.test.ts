import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Dataset, type Graph, readGraph } from '../../src/graph/index.ts';
import { classesFrom, Model, taskOf } from '../../src/training/task.ts';
import { parametersOf } from './formulas.ts';

const line = parametersOf('L = (w * x + b - y)^2', { w: 2, b: 0.5 }, 'x y');

function withData(
  graph: Graph,
  columns: Record<string, number[]>,
  more: Partial<Dataset> = {},
): Graph {
  return {
    ...graph,
    dataset: {
      version: 1,
      columns: Object.entries(columns).map(([name, values]) => ({ name, values })),
      bind: Object.fromEntries(Object.keys(columns).map((name) => [name, name])),
      ...more,
    },
  };
}

describe('what a graph is to learn', () => {
  test('a number from one feature', () => {
    const task = taskOf(withData(line, { x: [1, 2, 3], y: [1, 4, 2] }));
    expect(task).toMatchObject({
      kind: 'number',
      target: 'y',
      features: [{ id: 'x', column: 'x' }],
    });
    expect([...(task?.train.actual ?? [])]).toEqual([1, 4, 2]);
  });

  test.each([
    [
      [0, 1, 1],
      [0, 1, 1],
      ['0', '1'],
    ],
    [
      [-1, 1, -1],
      [0, 1, 0],
      ['-1', '1'],
    ],
  ])('two classes from targets %j', (y, places, classes) => {
    const task = taskOf(withData(line, { x: [1, 2, 3], y }));
    expect(task).toMatchObject({ kind: 'binary', classes });
    expect([...(task?.train.actual ?? [])]).toEqual(places);
  });

  test('several classes from columns of which one is 1', () => {
    const file = readFileSync(new URL('../../graphs/mlp-2-3-3.json', import.meta.url), 'utf8');
    const read = readGraph(file);
    if (!read.ok) throw new Error('not read');
    const columns = { x1: [1, 2], x2: [3, 4], y1: [0, 1], y2: [0, 0], y3: [1, 0] };
    const task = taskOf(withData(read.graph, columns));
    expect(task).toMatchObject({ kind: 'classes', classes: ['y1', 'y2', 'y3'] });
    expect([...(task?.train.actual ?? [])]).toEqual([2, 0]);
  });

  test('without data: what it computes from its inputs', () => {
    const task = taskOf(line);
    expect(task).toMatchObject({ features: [{ id: 'x' }], train: { count: 0 } });
  });

  test('an input without a column is no feature', () => {
    const graph = parametersOf('L = (w1 * x1 + w2 * x2 - y)^2', { w1: 2, w2: 3 }, 'x1 x2 y');
    expect(taskOf(graph)?.features.map(({ id }) => id)).toEqual(['x1', 'x2']);
    const task = taskOf(withData(graph, { x1: [1, 2], y: [1, 5] }));
    expect(task?.features.map(({ id }) => id)).toEqual(['x1']);
  });
});

test('a model predicts in the units of the data, however they are scaled for training', () => {
  const columns = { x: [10, 20, 40], y: [100, 300, 500] };
  const plain = withData(line, columns);
  const scaled = withData(line, columns, { scale: { x: 'range', y: 'range' } });
  const given = [Float64Array.of(10, 25, 40)];
  const predict = (graph: Graph) => {
    const task = taskOf(graph);
    if (task === undefined) throw new Error('no task');
    return [...new Model(graph, task).predict(given)[0]];
  };
  expect(predict(plain)).toEqual([20.5, 50.5, 80.5]);
  // Scaled: x from 0 to 1 gives 0.5 to 2.5 of a range of 400 above 100.
  expect(predict(scaled)).toEqual([300, 700, 1100]);
});

test('of several classes the one with the greatest score is taken, of two the second from a threshold on', () => {
  const scores = [Float64Array.of(0.2, 0.5), Float64Array.of(0.7, 0.1), Float64Array.of(0.1, 0.4)];
  expect([...classesFrom({ kind: 'classes' }, scores, 0.5)]).toEqual([1, 0]);
  expect([...classesFrom({ kind: 'binary' }, [scores[1]], 0.7)]).toEqual([1, 0]);
});
