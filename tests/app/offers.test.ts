import { describe, expect, it } from 'vitest';
import { matching, sourcesOf, targetsOf } from '../../src/app/connecting/offers.ts';
import { connect, type Graph } from '../../src/graph/index.ts';

const graph: Graph = {
  format: 'chainrule-graph',
  version: 1,
  nodes: [
    { id: 'a', op: 'parameter', value: 2 },
    { id: 'd', op: 'divide', inputs: ['a', null] },
    { id: 's', op: 'add', inputs: ['a', 'd'] },
    { id: 'f', op: 'exp', inputs: [null] },
  ],
};

describe('offers', () => {
  it('list every port of the others, free ones first, with what they hold', () => {
    const told = targetsOf(graph, 'f').map(({ node, port, state, now }) => [
      `${node.id}:${port}`,
      state,
      now,
    ]);
    expect(told).toEqual([
      ['d:1', 'free', undefined],
      ['s:2', 'more', undefined],
      ['d:0', 'taken', 'a'],
      ['s:0', 'taken', 'a'],
      ['s:1', 'taken', 'd'],
    ]);
  });

  it('are what connect() takes, and the others are marked', () => {
    for (const { id } of graph.nodes) {
      for (const { node, port, state } of targetsOf(graph, id)) {
        expect(connect(graph, id, node.id, port).ok).toBe(state !== 'circle');
      }
    }
    for (const { node, state } of sourcesOf(graph, 'd', 0)) {
      expect(connect(graph, node.id, 'd', 0).ok).toBe(state !== 'circle');
    }
    expect(sourcesOf(graph, 'd', 0).map(({ node, state }) => [node.id, state])).toEqual([
      ['f', 'taken'],
      ['a', 'same'],
      ['s', 'circle'],
    ]);
  });

  it('are found by node, operation and port in either language, the named node first', () => {
    const offers = targetsOf(graph, 'f');
    const found = (text: string) =>
      matching(offers, text).map(({ node, port }) => `${node.id}:${port}`);
    expect(found('s 3')).toEqual(['s:2']);
    expect(found('除法 2')).toEqual(['d:1']);
    expect(found('denominator')).toEqual(['d:1']);
    expect(found('d')[0]).toBe('d:1');
    expect(found('nothing like it')).toEqual([]);
  });

  it('leave out what would run in a circle until it is asked for', () => {
    const offers = targetsOf(graph, 's');
    expect(matching(offers, '').map(({ node }) => node.id)).toEqual(['f']);
    expect(matching(offers, 'd').map(({ state }) => state)).toContain('circle');
  });
});
