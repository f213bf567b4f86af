import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { emptyGraph, readGraph } from '../../src/graph/index.ts';
import { graphSchema, knownKeys } from '../../src/graph/schema.ts';

test.each(['graph-files.md', 'graph-files.zh-CN.md'])('the examples in %s can be read', (name) => {
  const text = readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');
  const examples = [...text.matchAll(/```json\n(.*?)```/gs)].map(([, json]) => json);
  const [whole, groups, notes] = examples;
  expect(examples).toHaveLength(3);
  expect(readGraph(whole)).toMatchObject({ ok: true });
  const nodes = ['z1', 'a1', 'z2', 'a2'].map((id) => ({ id, op: 'input' }));
  const file = { ...emptyGraph, nodes, ...JSON.parse(`{${groups},${notes}}`) };
  expect(readGraph(JSON.stringify(file))).toMatchObject({ ok: true });
  for (const key of Object.keys(graphSchema.shape)) {
    if (['dataset', 'training'].includes(key)) continue;
    expect(text).toContain(key);
  }
});

test.each(['training.md', 'training.zh-CN.md'])('the sections in %s can be read', (name) => {
  const text = readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');
  const [dataset, training, move] = [...text.matchAll(/```json\n(.*?)```/gs)].map(
    ([, json]) => json,
  );
  const kinds = { x: 'input', y: 'input', w: 'parameter', b: 'parameter' };
  const nodes = Object.entries(kinds).map(([id, op]) => ({ id, op, value: 1 }));
  const sections = JSON.parse(`{${dataset},${training}}`);
  const read = (more: object) => readGraph(JSON.stringify({ ...emptyGraph, nodes, ...more }));
  expect(read(sections)).toMatchObject({ ok: true });
  const parameters = nodes.map((node) => ({ ...node, op: 'parameter' }));
  const target = { version: 1, ...JSON.parse(`{${move}}`) };
  expect(read({ nodes: parameters, training: target })).toMatchObject({ ok: true });
  for (const section of ['dataset', 'training']) {
    for (const key of knownKeys[section]) expect(text, `${section}.${key}`).toContain(key);
  }
});
