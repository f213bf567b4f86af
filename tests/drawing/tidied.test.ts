import { readdirSync, readFileSync } from 'node:fs';
import { instance } from '@viz-js/viz';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Graphviz, layout } from '../../src/drawing/index.ts';
import { type Graph, moveNodes, readGraph } from '../../src/graph/index.ts';
import { network131, network221, network233 } from '../../src/graph/templates/networks.ts';
import { clashes, draw, hidden, needsOf, strangers } from '../support/clashes.ts';

const folder = new URL('../../graphs/', import.meta.url);
const files = readdirSync(folder).filter((name) => name !== 'gallery.json');

let graphviz: Graphviz;
beforeAll(async () => {
  const viz = await instance();
  graphviz = async (dot) => viz.renderString(dot, { engine: 'dot', format: 'json0' });
});

function graphOf(file: string): Graph {
  const read = readGraph(readFileSync(new URL(file, folder), 'utf8'));
  if (!read.ok) throw new Error(`${file} cannot be read`);
  return read.graph;
}

/** Other looks: three lines of numbers take much room, and straight lines give way little. */
const looks = [{ style: 'stepped' }, { style: 'straight' }, { locals: true }] as const;

describe.each(looks)('tidied with $style lines and local derivatives: $locals', (look) => {
  it('no number and no edge of a graph of the gallery lies on anything', {
    timeout: 240_000,
  }, async () => {
    const found: string[] = [];
    for (const file of files) {
      const graph = graphOf(file);
      const places = await layout(graph, needsOf(graph, look), graphviz);
      const drawing = draw(moveNodes(graph, places), look);
      found.push(...[...clashes(drawing), ...hidden(drawing)].map((it) => `${file}: ${it}`));
    }
    expect(found).toEqual([]);
  });
});

function mess(graph: Graph): readonly string[] {
  const drawing = draw(graph);
  return [...clashes(drawing), ...hidden(drawing), ...strangers(drawing)];
}

describe.each(files)('%s', (file) => {
  it('opens with no number on another, on a node or on a foreign edge, and no edge behind a node', () => {
    expect(mess(graphOf(file))).toEqual([]);
  });

  it('is as clear when it has been tidied', { timeout: 240_000 }, async () => {
    const graph = graphOf(file);
    const places = await layout(graph, needsOf(graph), graphviz);
    expect(places.size).toBe(graph.nodes.length);
    expect(mess(moveNodes(graph, places))).toEqual([]);
  });
});

describe('a tidied network in boxes', () => {
  it.each([network131, network221, network233])(
    '$id: layers follow each other, side by side',
    async (template) => {
      const graph = template.build({});
      const places = await layout(graph, needsOf(graph), graphviz);
      const drawing = draw(moveNodes(graph, places));
      expect(clashes(drawing)).toEqual([]);
      expect(strangers(drawing)).toEqual([]);
      const layers = drawing.boxes.filter(({ box }) => box.depth === 0);
      layers.slice(1).forEach((box, i) => {
        expect(box.x).toBeGreaterThan(layers[i].x + layers[i].width);
        expect(box.y).toBeLessThan(layers[i].y + layers[i].height);
        expect(layers[i].y).toBeLessThan(box.y + box.height);
      });
    },
  );
});
