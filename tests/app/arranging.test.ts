import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { currentGraph, openDocument } from '../../src/app/store/document.ts';
import type { Box } from '../../src/drawing/index.ts';
import { emptyGraph, type Graph } from '../../src/graph/index.ts';

vi.stubGlobal('navigator', { language: 'en', platform: 'Linux' });
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }));
const { alignments } = await import('../../src/app/commands/arrange/align.ts');
const { distributions } = await import('../../src/app/commands/arrange/distribute.ts');
const { markedItems } = await import('../../src/app/commands/arrange/items.ts');
const { isPossible } = await import('../../src/app/commands/possible.ts');
const { select } = await import('../../src/app/store/view.ts');

const place = fc.integer({ min: -2000, max: 2000 });
const scattered = fc
  .array(fc.record({ x: place, y: place, isOp: fc.boolean() }), { minLength: 3, maxLength: 8 })
  .map(
    (places): Graph => ({
      ...emptyGraph,
      nodes: places.map(({ x, y, isOp }, i) => ({
        id: `n${i}`,
        ...(isOp ? { op: 'square', inputs: [null] } : { op: 'constant', value: i }),
        position: { x, y },
      })),
    }),
  );

function open(graph: Graph): void {
  openDocument(graph);
  select(graph.nodes.map(({ id }) => id));
}

test('things brought onto a line stand on it, to the pixel, and stay there', () => {
  const sides = [
    ['x', 0],
    ['x', 0.5],
    ['x', 1],
    ['y', 0],
    ['y', 0.5],
    ['y', 1],
  ] as const;
  fc.assert(
    fc.property(scattered, fc.nat({ max: 5 }), (graph, which) => {
      open(graph);
      const [axis, share] = sides[which];
      const size = axis === 'x' ? 'width' : 'height';
      const across = axis === 'x' ? 'y' : 'x';
      const places = () => markedItems().map(({ box }) => box[axis] + share * box[size]);
      const others = () => markedItems().map(({ box }) => box[across]);
      const before = others();
      if (isPossible(alignments[which])) alignments[which].run();
      expect(Math.max(...places()) - Math.min(...places())).toBeLessThanOrEqual(1);
      expect(others()).toEqual(before);
    }),
  );
});

test('the gaps between distributed things are alike, and both ends stay', () => {
  fc.assert(
    fc.property(scattered, fc.boolean(), (graph, isAcross) => {
      open(graph);
      const [axis, size] = isAcross ? (['x', 'width'] as const) : (['y', 'height'] as const);
      const middle = (box: Box) => box[axis] + box[size] / 2;
      const found = markedItems().map(({ box }) => box);
      // Things that overlap may come past each other: their order is the one they had.
      const order = found.map((_, i) => i).sort((i, j) => middle(found[i]) - middle(found[j]));
      const sorted = () => {
        const now = markedItems();
        return order.map((i) => now[i].box);
      };
      const ends = () => [sorted()[0][axis], sorted().at(-1)?.[axis]];
      const before = ends();
      const command = distributions[isAcross ? 0 : 1];
      if (isPossible(command)) command.run();
      const boxes = sorted();
      const gaps = boxes.slice(1).map((box, i) => box[axis] - boxes[i][axis] - boxes[i][size]);
      expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(1);
      expect(ends()).toEqual(before);
      expect(currentGraph().nodes).toHaveLength(graph.nodes.length);
    }),
  );
});
