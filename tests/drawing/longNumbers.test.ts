import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelWidth, scaleOnEdge, sizeInLeaf } from '../../src/drawing/index.ts';
import { formatNumber } from '../../src/formula/index.ts';
import { type Graph, readGraph, setValue } from '../../src/graph/index.ts';
import { clashes, draw, textWidth } from '../support/clashes.ts';

const numbers = fc.double({ noNaN: true, noDefaultInfinity: true }).map((it) => formatNumber(it));

/** A number with as many signs as six digits can take. */
const longest = -0.00000515118;

describe('a long number', () => {
  it('takes no more room on its edge than one of ten signs', () => {
    expect(labelWidth([formatNumber(longest)])).toBe(labelWidth(['0.00449871']));
    expect(scaleOnEdge('0.196612')).toBe(1);
    expect(scaleOnEdge('[1, 2, 3, 4]')).toBe(1);
  });

  it('is never wider on its edge than the room kept for it', () => {
    fc.assert(
      fc.property(numbers, (text) => {
        expect(scaleOnEdge(text) * textWidth(text)).toBeLessThanOrEqual(labelWidth([text]));
      }),
    );
    const all = '-0.00000515118123456789';
    expect(scaleOnEdge(all) * textWidth(all)).toBeLessThan(labelWidth([all]));
  });

  it('stays within its leaf', () => {
    fc.assert(
      fc.property(numbers, (text) => {
        const size = sizeInLeaf(text.length);
        const closer = text.length > 7 ? 0.04 * size * text.length : 0;
        expect((size / 13.5) * textWidth(text) - closer).toBeLessThanOrEqual(62.5);
      }),
    );
  });
});

/** An example of the gallery in which all parameters are as long as numbers get. */
function withLongNumbers(id: string): Graph {
  const file = readFileSync(new URL(`../../graphs/${id}.json`, import.meta.url), 'utf8');
  const read = readGraph(file);
  if (!read.ok) throw new Error(`${id}.json cannot be read`);
  return read.graph.nodes
    .filter(({ op, value }) => op === 'parameter' && typeof value === 'number')
    .reduce((graph, { id }) => setValue(graph, id, longest), read.graph);
}

const examples = ['linear-z-graph', 'gate-nand', 'mlp-2-2-1', 'mlp-2-3-3'];

it.each(examples)('%s has long numbers on no node and on no other number', (id) => {
  const found = clashes(draw(withLongNumbers(id)));
  expect(found.filter((it) => !it.includes('| edge'))).toEqual([]);
});
