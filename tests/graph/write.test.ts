import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Graph, readGraph, writeGraph } from '../../src/graph/index.ts';
import { anyGraph, compact, squeeze } from '../support/graphs.ts';

const text = fc.oneof(
  fc.string(),
  fc.dictionary(fc.constantFrom('en', 'zh-CN', 'de'), fc.string()),
);
const exercise = fc.record(
  { version: fc.constant(1 as const), asked: fc.constant([]), instructions: text },
  { requiredKeys: ['version', 'asked'] },
);
const dataset = fc.constant({
  version: 1 as const,
  columns: [
    { name: 'x 1', values: [1, -0, 2.5e-7] },
    { name: 'kind', values: [0, 1, 0], labels: ['a', 'b'] },
  ],
  scale: { 'x 1': 'range' as const },
  test: { share: 0.25, seed: 4 },
});
const training = fc.constant({
  version: 1 as const,
  move: { by: 'gradient' as const, rule: 'adam' as const, rate: 0.1, settings: { beta1: 0.8 } },
  batch: 2,
  stop: [{ kind: 'loss-below' as const, value: 0.01 }],
});
const rest = fc.record(
  {
    $schema: fc.string(),
    title: text,
    description: text,
    exercise,
    dataset,
    training,
  },
  { requiredKeys: [] },
);

/** The same object with its keys, and those of its nodes, in another order. */
function shuffled(graph: Graph, order: readonly number[]): Graph {
  const shuffle = <T extends object>(object: T): T =>
    Object.fromEntries(
      Object.entries(object)
        .map((entry, i) => ({ entry, rank: order[i % order.length] }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ entry }) => entry),
    ) as T;
  const { nodes, groups, notes } = graph;
  return shuffle({
    ...graph,
    nodes: nodes.map(shuffle),
    ...(groups && { groups: groups.map(shuffle) }),
    ...(notes && { notes: notes.map(shuffle) }),
  });
}

const anyFile = fc
  .record({ graph: anyGraph(), rest, order: fc.array(fc.nat(), { minLength: 1, maxLength: 12 }) })
  .map(({ graph, rest, order }) => compact(shuffled({ ...graph, ...rest }, order)));

function read(text: string): Graph {
  const result = readGraph(text);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.graph;
}

describe('reading, then writing a file', () => {
  test('changes nothing but white space: keys keep their order, numbers their sign and digits', () => {
    fc.assert(
      fc.property(anyFile, (file) => {
        const written = writeGraph(read(file));
        expect(squeeze(written)).toBe(file);
        expect(compact(read(written))).toBe(file);
        expect(writeGraph(read(written))).toBe(written);
      }),
      { numRuns: 300 },
    );
  });

  test('keeps a key called __proto__ in texts and sections, and sets no prototype by it', () => {
    const file =
      '{"format":"chainrule-graph","version":1,"nodes":[],' +
      '"title":{"en":"t","__proto__":"p"},"dataset":{"version":1,"columns":[' +
      '{"name":"__proto__","values":[1]}],"scale":{"__proto__":"range"}}}';
    const graph = read(file);
    expect(squeeze(writeGraph(graph))).toBe(file);
    expect(Object.getPrototypeOf(graph.dataset?.scale)).toBe(Object.prototype);
  });
});

test('a written file has one node, group, note or setting to a line, for reading, editing and comparing', () => {
  const file = {
    format: 'chainrule-graph',
    version: 1,
    title: { en: 'Half', 'zh-CN': '一半' },
    nodes: [
      { id: 'a', op: 'input', value: [[1, 2]], position: { x: 0, y: -0.5 } },
      { id: 'b', op: 'negate', inputs: ['a'] },
      { id: 'c', op: 'add', inputs: ['b', null] },
    ],
    output: 'b',
    groups: [
      { id: 'in', nodes: ['a'], parent: 'all', collapsed: true },
      { id: 'all', title: 'All', nodes: ['b', 'c'] },
    ],
    notes: [{ id: 'n1', text: 'Half of $a$.', position: { x: 0, y: 90 }, width: 120, group: 'in' }],
    training: { version: 1, move: { by: 'gradient', rule: 'adam', rate: 0.1 }, frozen: [] },
    exercise: { version: 1, asked: ['value:b', 'value:c'], instructions: { en: 'Work it out.' } },
  };
  expect(writeGraph(read(JSON.stringify(file)))).toBe(`{
  "format": "chainrule-graph",
  "version": 1,
  "title": { "en": "Half", "zh-CN": "一半" },
  "nodes": [
    { "id": "a", "op": "input", "value": [[1, 2]], "position": { "x": 0, "y": -0.5 } },
    { "id": "b", "op": "negate", "inputs": ["a"] },
    { "id": "c", "op": "add", "inputs": ["b", null] }
  ],
  "output": "b",
  "groups": [
    { "id": "in", "nodes": ["a"], "parent": "all", "collapsed": true },
    { "id": "all", "title": "All", "nodes": ["b", "c"] }
  ],
  "notes": [
    { "id": "n1", "text": "Half of $a$.", "position": { "x": 0, "y": 90 }, "width": 120, "group": "in" }
  ],
  "training": {
    "version": 1,
    "move": { "by": "gradient", "rule": "adam", "rate": 0.1 },
    "frozen": []
  },
  "exercise": {
    "version": 1,
    "asked": ["value:b", "value:c"],
    "instructions": { "en": "Work it out." }
  }
}
`);
});

test('keys without a value are left out', () => {
  const graph: Graph = {
    format: 'chainrule-graph',
    version: 1,
    nodes: [{ id: 'a', op: 'input', value: undefined, label: undefined }],
    output: undefined,
  };
  expect(squeeze(writeGraph(graph))).toBe(
    '{"format":"chainrule-graph","version":1,"nodes":[{"id":"a","op":"input"}]}',
  );
});
