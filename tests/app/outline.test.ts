import { describe, expect, test } from 'vitest';
import { placeAfter } from '../../src/app/fields/gridPlace.ts';
import { rowsOf } from '../../src/app/outline/rows.ts';
import type { Graph } from '../../src/graph/index.ts';

const graph: Graph = {
  format: 'chainrule-graph',
  version: 1,
  nodes: [
    { id: 'z', op: 'add', inputs: ['x10', 'x2'] },
    { id: 'x10', op: 'input', value: 1 },
    { id: 'loop', op: 'negate', inputs: ['loop'] },
    { id: 'x2', op: 'input', value: 2 },
  ],
};

describe('rows stand', () => {
  const ids = (order: Parameters<typeof rowsOf>[1]) => rowsOf(graph, order).map(({ id }) => id);

  test('as in the file', () => expect(ids('file')).toEqual(['z', 'x10', 'loop', 'x2']));
  test('operands first, and what feeds itself last', () =>
    expect(ids('computed')).toEqual(['x10', 'x2', 'z', 'loop']));
  test('by name, numbers by what they count', () =>
    expect(ids('name')).toEqual(['loop', 'x2', 'x10', 'z']));
});

describe('keys lead', () => {
  const from = { row: 5, column: 2 };
  const to = (key: string, isFar = false, place = from) => placeAfter(key, isFar, place, 30, 7);

  test.each([
    ['ArrowUp', false, { row: 4, column: 2 }],
    ['ArrowDown', false, { row: 6, column: 2 }],
    ['ArrowLeft', false, { row: 5, column: 1 }],
    ['ArrowRight', false, { row: 5, column: 3 }],
    ['ArrowDown', true, { row: 29, column: 2 }],
    ['ArrowRight', true, { row: 5, column: 6 }],
    ['PageDown', false, { row: 15, column: 2 }],
    ['PageUp', false, { row: 0, column: 2 }],
    ['Home', false, { row: 5, column: 0 }],
    ['End', false, { row: 5, column: 6 }],
    ['Home', true, { row: 0, column: 0 }],
    ['End', true, { row: 29, column: 6 }],
  ])('%s (far: %s) to the next cell', (key, isFar, place) => {
    expect(to(key, isFar)).toEqual(place);
  });

  test('never out of the table', () => {
    expect(to('ArrowUp', false, { row: 0, column: 0 })).toEqual({ row: 0, column: 0 });
    expect(to('ArrowRight', false, { row: 29, column: 6 })).toEqual({ row: 29, column: 6 });
    expect(to('ArrowDown', false, { row: 29, column: 0 })).toEqual({ row: 29, column: 0 });
    expect(to('PageDown', false, { row: 28, column: 6 })).toEqual({ row: 29, column: 6 });
  });

  test('other keys nowhere', () => expect(to('Enter')).toBeUndefined());
});
