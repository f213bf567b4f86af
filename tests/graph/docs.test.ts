import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { emptyGraph, readGraph } from '../../src/graph/index.ts';
import { graphSchema } from '../../src/graph/schema.ts';

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
