import { describe, expect, test } from 'vitest';
import {
  type Dataset,
  type Graph,
  readErrorText,
  readGraph,
  removeNodes,
  rename,
  setOp,
  setValue,
  type Training,
  writeGraph,
} from '../../src/graph/index.ts';
import { graphOf, node } from '../support/apply.ts';
import { deepFreeze } from '../support/graphs.ts';

const dataset: Dataset = {
  version: 1,
  columns: [
    { name: 'hours', values: [1, 2, 3] },
    { name: 'passed', values: [0, 1, 1], labels: ['no', 'yes'] },
  ],
  bind: { x: 'hours', y: 'passed' },
  scale: { hours: 'standard' },
  test: { share: 0.25, seed: 7 },
};
const training: Training = {
  version: 1,
  move: {
    by: 'target',
    target: 2,
    shares: { w: 0.5, b: 0.5 },
    factor: 'recomputed',
    clamps: { w: { below: 1, to: 1.1 } },
  },
  frozen: ['b'],
  batch: 2,
  order: 'shuffled',
  seed: 3,
  reduction: 'sum',
  stop: [
    { kind: 'error-below', value: 1e-3 },
    { kind: 'iterations', count: 20 },
  ],
  check: 'after',
  start: { w: 1, b: 2 },
  random: { kind: 'normal', mean: 0, deviation: 1 },
};
/** J = (w·x + b − y)² */
const example: Graph = deepFreeze({
  ...graphOf(
    { id: 'x', op: 'input', value: 1 },
    { id: 'y', op: 'input', value: 2 },
    { id: 'w', op: 'parameter', value: 3 },
    { id: 'b', op: 'parameter', value: 4 },
    { id: 'v', op: 'input', value: [1, 2] },
    node('m', 'multiply', 'w', 'x'),
    node('z', 'add', 'm', 'b'),
    node('d', 'subtract', 'z', 'y'),
    node('J', 'square', 'd'),
  ),
  output: 'J',
  dataset,
  training,
});

/** The lines a reader gives for the example with other sections. */
function errorsOf(sections: Readonly<Record<string, unknown>>): readonly string[] {
  const result = readGraph(JSON.stringify({ ...example, ...sections }));
  return result.ok ? [] : result.errors.map((error) => readErrorText(error).en);
}

function renamed(from: string, to: string): Graph {
  const result = rename(example, from, to);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.graph;
}

test('data and training are read as they stand, and written back', () => {
  expect(readGraph(writeGraph(example))).toEqual({ ok: true, graph: example });
});

describe('a wrong section is refused with the key and the fix', () => {
  const cases: readonly (readonly [string, Readonly<Record<string, unknown>>, RegExp])[] = [
    [
      'a rule there is none of',
      { training: { version: 1, move: { by: 'gradient', rule: 'adm', rate: 1 } } },
      /"training\.move\.rule": expected "gradientDescent" or .*found the text "adm"/,
    ],
    [
      'a rate of 0',
      { training: { version: 1, move: { by: 'gradient', rule: 'adam', rate: 0 } } },
      /"training\.move\.rate": expected more than 0, found the number 0/,
    ],
    [
      'a move by neither',
      { training: { version: 1, move: { by: 'luck' } } },
      /"training\.move\.by": expected "gradient" or "target"/,
    ],
    [
      'a slip in a key',
      { training: { ...training, bach: 2 } },
      /"training\.bach": this key is unknown; remove it\. Known keys: .*batch/,
    ],
    [
      'a slip in a stop rule',
      { training: { ...training, stop: [{ kind: 'iterations', count: 2, cont: 1 }] } },
      /"training\.stop\.cont": this key is unknown/,
    ],
    [
      'a node frozen that is none',
      { training: { ...training, frozen: ['q'] } },
      /"training\.frozen": there is no node q/,
    ],
    [
      'a node frozen that is no parameter',
      { training: { ...training, frozen: ['x'] } },
      /"training\.frozen": x is no parameter/,
    ],
    [
      'a start of another shape',
      { training: { ...training, start: { w: [1, 2] } } },
      /"training\.start\.w": its shape is not that/,
    ],
    [
      'columns of different length',
      { dataset: { ...dataset, columns: [dataset.columns[0], { name: 'passed', values: [1] }] } },
      /"dataset\.columns": "passed" has 1 values, but "hours" has 3/,
    ],
    [
      'two columns of one name',
      {
        dataset: {
          ...dataset,
          columns: [dataset.columns[0], dataset.columns[1], dataset.columns[0]],
        },
      },
      /two are named "hours"/,
    ],
    [
      'a number without its label',
      {
        dataset: {
          ...dataset,
          columns: [
            dataset.columns[0],
            { name: 'passed', values: [0, 1, 2], labels: ['no', 'yes'] },
          ],
        },
      },
      /2 in "passed" stands for no label/,
    ],
    [
      'a column that is none',
      { dataset: { ...dataset, bind: { x: 'age' } } },
      /"dataset\.bind\.x": there is no column "age"/,
    ],
    [
      'data for a parameter',
      { dataset: { ...dataset, bind: { w: 'hours' } } },
      /"dataset\.bind\.w": w is no input/,
    ],
    [
      'data for a vector',
      { dataset: { ...dataset, bind: { v: 'hours' } } },
      /"dataset\.bind\.v": v holds more than one number/,
    ],
  ];

  test.each(cases)('%s', (_, sections, message) => {
    expect(errorsOf(sections).join('\n')).toMatch(message);
  });
});

describe('edits keep data and training in step', () => {
  test('renaming names them anew', () => {
    const graph = renamed('w', 'weight');
    expect(graph.training?.move).toMatchObject({
      shares: { weight: 0.5, b: 0.5 },
      clamps: { weight: { below: 1 } },
    });
    expect(graph.training?.start).toEqual({ weight: 1, b: 2 });
    expect(renamed('x', 'hours').dataset?.bind).toEqual({ hours: 'hours', y: 'passed' });
    expect(renamed('b', 'bias').training?.frozen).toEqual(['bias']);
  });

  test.each([
    ['removing', removeNodes(example, new Set(['b', 'y']))],
    ['making a constant of it', setOp(setOp(example, 'b', 'constant'), 'y', 'constant')],
  ])('%s drops what spoke of it', (_, graph) => {
    expect(graph.training?.move).toMatchObject({ shares: { w: 0.5 } });
    expect(graph.training?.start).toEqual({ w: 1 });
    expect(graph.training?.frozen).toEqual([]);
    expect(graph.dataset?.bind).toEqual({ x: 'hours' });
    expect(readGraph(writeGraph(graph)).ok).toBe(true);
  });

  test('a vector in place of a number takes it out of data and starts', () => {
    const graph = setValue(setValue(example, 'x', [1, 2]), 'w', [1, 2]);
    expect(graph.dataset?.bind).toEqual({ y: 'passed' });
    expect(graph.training?.start).toEqual({ b: 2 });
    expect(readGraph(writeGraph(graph)).ok).toBe(true);
  });

  test('and leave graphs without them alone', () => {
    const { dataset: _, training: __, ...bare } = example;
    const graph = removeNodes(bare, new Set(['b']));
    expect('dataset' in graph || 'training' in graph).toBe(false);
  });
});
