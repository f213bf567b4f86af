import { readdirSync, readFileSync } from 'node:fs';
import { instance } from '@viz-js/viz';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Graphviz, layout } from '../../src/drawing/index.ts';
import { moveNodes, readGraph } from '../../src/graph/index.ts';
import { clashes, draw, needsOf } from '../support/clashes.ts';

const folder = new URL('../../graphs/', import.meta.url);
const files = readdirSync(folder).filter((name) => name !== 'gallery.json');

let graphviz: Graphviz;
beforeAll(async () => {
  const viz = await instance();
  graphviz = async (dot) => viz.renderString(dot, { engine: 'dot', format: 'json0' });
});

describe('a tidied graph of the gallery', () => {
  it.each(files)('%s: no number lies on another, on a node or on a foreign edge', async (file) => {
    const read = readGraph(readFileSync(new URL(file, folder), 'utf8'));
    if (!read.ok) throw new Error(`${file} cannot be read`);
    const { graph } = read;
    const places = await layout(graph, needsOf(graph), graphviz);
    expect(places.size).toBe(graph.nodes.length);
    expect(clashes(draw(moveNodes(graph, places)))).toEqual([]);
  });
});
