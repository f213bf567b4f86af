import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compile, forward, nodeValue } from '../../src/engine/index.ts';
import { readGraph, setValue } from '../../src/graph/index.ts';
import { Predictor, predictionOf } from '../../src/training/prediction.ts';
import { parametersOf } from './formulas.ts';

function example(id: string) {
  const file = readFileSync(new URL(`../../graphs/${id}.json`, import.meta.url), 'utf8');
  const read = readGraph(file);
  if (!read.ok) throw new Error(id);
  return read.graph;
}

const cases = [
  ['mlp-2-2-1', ['x1', 'x2'], [{ node: 'a2', target: 'y' }]],
  [
    'mlp-2-3-3',
    ['x1', 'x2'],
    [
      { node: 'a2_1', target: 'y1' },
      { node: 'a2_2', target: 'y2' },
      { node: 'a2_3', target: 'y3' },
    ],
  ],
  ['mlp-1-3-1', ['x'], [{ node: 'z2', target: 'y' }]],
  ['linreg-multivariate-house-price', ['x1', 'x2'], [{ node: 'z', target: 'y' }]],
  ['gate-and', ['x1', 'x2'], [{ node: 'h' }]],
] as const;

describe('what is predicted from what', () => {
  test.each(cases)('in %s', (id, features, parts) => {
    const found = predictionOf(example(id));
    expect(found?.features).toEqual(features);
    expect(found?.parts).toEqual(parts);
  });

  test('is found where one parameter is all there is', () => {
    const graph = parametersOf('L = (w * x - y)^2', { w: 2 }, 'x y');
    const found = predictionOf(graph);
    expect(found?.features).toEqual(['x']);
    expect(found?.parts[0].target).toBe('y');
  });

  test('is found where an input goes around a layer', () => {
    const graph = parametersOf('L = (x + tanh(w * x + b) - y)^2', { w: 1, b: 1 }, 'x y');
    expect(predictionOf(graph)?.features).toEqual(['x']);
  });

  test('is nothing without inputs', () => {
    expect(predictionOf(parametersOf('J = x^2', { x: 1.2 }))).toBeUndefined();
  });
});

test('predicts for each of many samples what the graph itself gives', () => {
  const graph = example('mlp-2-3-3');
  const prediction = predictionOf(graph);
  if (prediction === undefined) throw new Error('nothing predicted');
  const count = 1200;
  const x1 = Float64Array.from({ length: count }, (_, i) => Math.sin(i));
  const x2 = Float64Array.from({ length: count }, (_, i) => Math.cos(3 * i));
  const inputs = new Map([
    ['x1', x1],
    ['x2', x2],
  ]);
  const shares = new Predictor(graph, prediction).predict({ count, inputs });
  expect(shares).toHaveLength(3);
  for (const i of [0, 1, 511, 512, 1199]) {
    const program = compile(setValue(setValue(graph, 'x1', x1[i]), 'x2', x2[i]));
    forward(program);
    prediction.parts.forEach(({ node }, k) => {
      expect(shares[k][i]).toBe(nodeValue(program, node));
    });
  }
});

test('makes probabilities of what a loss takes as logits', () => {
  const nodes = [
    { id: 'x', op: 'input', value: 1 },
    { id: 'y', op: 'input', value: 1 },
    { id: 'w', op: 'parameter', value: 2 },
    { id: 'z', op: 'multiply', inputs: ['w', 'x'] },
    { id: 'L', op: 'binaryCrossEntropyWithLogits', inputs: ['z', 'y'] },
  ];
  const graph = { format: 'chainrule-graph', version: 1, nodes, output: 'L' } as const;
  const prediction = predictionOf(graph);
  if (prediction === undefined) throw new Error('nothing predicted');
  expect(prediction).toMatchObject({ features: ['x'], parts: [{ node: 'z' }], link: 'sigmoid' });
  const [row] = new Predictor(graph, prediction).predict({
    count: 1,
    inputs: new Map([['x', Float64Array.of(0.5)]]),
  });
  expect(row[0]).toBeCloseTo(1 / (1 + Math.exp(-1)), 12);
});
