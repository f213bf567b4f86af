import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backward, compile, forward, nodeGradient, nodeValue } from '../../src/engine/index.ts';
import { formatNumber } from '../../src/formula/index.ts';
import { edgesOf, emptyGraph, type Graph } from '../../src/graph/index.ts';
import { paletteOf, pictureOf } from '../../src/interop/index.ts';
import { anyGraph } from '../support/graphs.ts';
import { type Element, parseXml } from '../support/xml.ts';

const linear: Graph = JSON.parse(
  readFileSync(new URL('../../graphs/linear-z-graph.json', import.meta.url), 'utf8'),
);

/** Elements of a picture by the value of an attribute. */
function byAttribute(root: Element, name: string): Map<string, Element> {
  const found = new Map<string, Element>();
  const visit = (element: Element) => {
    const value = element.attributes[name];
    if (value !== undefined) found.set(value, element);
    element.children.forEach(visit);
  };
  visit(root);
  return found;
}

function textOf(element: Element | undefined, role: string): string | undefined {
  if (element === undefined) return undefined;
  if (element.attributes['data-role'] === role) return allText(element);
  for (const child of element.children) {
    const text = textOf(child, role);
    if (text !== undefined) return text;
  }
  return undefined;
}

function allText({ text, children }: Element): string {
  return text + children.map(allText).join('');
}

/** The graph with all its groups open. */
function opened(graph: Graph): Graph {
  const groups = graph.groups?.map(({ collapsed: _, ...group }) => group);
  return groups === undefined ? graph : { ...graph, groups };
}

describe('the picture of a graph', () => {
  it('sets long numbers smaller in leaves and on edges, with all their digits', () => {
    const [short, long] = [0.5, -0.00000515118].map((value) => {
      const leaf = { id: 'w', op: 'parameter', value, position: { x: 0, y: 0 } };
      const square = { id: 's', op: 'square', inputs: ['w'], position: { x: 300, y: 0 } };
      return pictureOf({ ...emptyGraph, nodes: [leaf, square] }).svg;
    });
    expect(long.match(/style="font-size:[^>]*>(?:<[^>]*>)?-0\.00000515118</g)).toHaveLength(2);
    expect(short).not.toContain('style="font-size');
  });

  it('holds every node, every edge and their numbers, as valid XML, whatever the graph', () => {
    fc.assert(
      fc.property(anyGraph(), fc.boolean(), (any, isDark) => {
        const graph = opened(any);
        const { svg } = pictureOf(graph, { palette: paletteOf(isDark ? 'dark' : 'light') });
        const root = parseXml(svg);
        const nodes = byAttribute(root, 'data-id');
        for (const { id } of graph.nodes) expect(nodes.has(id)).toBe(true);
        for (const { id } of graph.notes ?? []) expect(nodes.has(`note:${id}`)).toBe(true);
        const edges = edgesOf(graph).map(({ id }) => id);
        expect([...byAttribute(root, 'data-edge').keys()].sort()).toEqual([...edges].sort());
        expect([...byAttribute(root, 'data-line').keys()].sort()).toEqual([...edges].sort());

        const program = compile(graph);
        forward(program);
        backward(program);
        for (const { id, op } of graph.nodes) {
          const value = nodeValue(program, id);
          if (typeof value === 'number') {
            expect(textOf(nodes.get(id), 'value')).toBe(formatNumber(value));
          }
          const gradient = nodeGradient(program, id);
          if (typeof gradient === 'number' && op !== 'constant') {
            expect(textOf(nodes.get(id), 'gradient')).toBe(formatNumber(gradient));
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('carries the numbers of the worked example on its edges', () => {
    const edges = byAttribute(parseXml(pictureOf(linear).svg), 'data-edge');
    expect(textOf(edges.get('x->z:0'), 'value')).toBe('18');
    expect(textOf(edges.get('x->z:0'), 'gradient')).toBe('9');
    expect(textOf(edges.get('b->m3:0') ?? edges.get('b->m3:1'), 'gradient')).toBe('36');
  });

  it('tells no number where none are wanted, but what a constant is', () => {
    const root = parseXml(pictureOf(linear, { numbers: false }).svg);
    const nodes = byAttribute(root, 'data-id');
    expect(textOf(nodes.get('z'), 'value')).toBeUndefined();
    expect(textOf(nodes.get('w'), 'value')).toBeUndefined();
    expect(textOf(byAttribute(root, 'data-edge').get('x->z:0'), 'value')).toBeUndefined();
    const constant = linear.nodes.find(({ op }) => op === 'constant');
    expect(textOf(nodes.get(constant?.id ?? ''), 'value')).toBe(String(constant?.value));
  });

  it('draws a selection alone, with the numbers it has in the whole graph', () => {
    const whole = pictureOf(linear);
    const part = pictureOf(linear, { selection: { nodes: new Set(['x', 'z']) } });
    const root = parseXml(part.svg);
    expect([...byAttribute(root, 'data-id').keys()].sort()).toEqual(['x', 'z']);
    expect([...byAttribute(root, 'data-edge').keys()]).toEqual(['x->z:0']);
    expect(textOf(byAttribute(root, 'data-id').get('x'), 'gradient')).toBe('9');
    expect(part.width).toBeLessThan(whole.width);
  });

  it('is filled or transparent, and holds its fonts when it is given some', () => {
    const { canvas } = paletteOf('light');
    expect(pictureOf(linear).svg).toContain(`fill="${canvas}"`);
    expect(pictureOf(linear, { background: false }).svg).not.toContain(`fill="${canvas}"`);
    const { svg } = pictureOf(linear, { fonts: { text: 'AAAA', math: 'BBBB' } });
    expect(svg).toContain('url(data:font/woff2;base64,AAAA)');
    expect(svg).toContain('url(data:font/woff2;base64,BBBB)');
  });

  it('says what a title or a note says, whatever signs are in it', () => {
    const graph: Graph = {
      ...emptyGraph,
      title: '</title><script>&"',
      nodes: [],
      notes: [{ id: 'n', text: '# a < b & "c"\n第二行', position: { x: 0, y: 0 } }],
    };
    const root = parseXml(pictureOf(graph).svg);
    expect(allText(root)).toContain('</title><script>&"');
    expect(allText(root)).toContain('a < b & "c"');
    expect(allText(root)).toContain('第二行');
  });

  it('sets the formulas of notes: variables italic, what hangs on them smaller and off the line', () => {
    const note = (text: string): Element => {
      const notes = [{ id: 'n', text, position: { x: 0, y: 0 }, width: 400 }];
      const root = parseXml(pictureOf({ ...emptyGraph, nodes: [], notes }).svg);
      return byAttribute(root, 'data-id').get('note:n') as Element;
    };
    const says = (text: string) => allText(note(text)).trim();
    expect(says('Rule: $\\frac{\\partial L}{\\partial w_2} = x^{2} \\cdot \\sigma(z)$')).toBe(
      'Rule: ∂L/∂w2 = x2 · σ(z)',
    );
    expect(says('$$\\frac{a+b}{2} \\le \\sqrt{ab}$$')).toBe('(a + b)/2 ≤ √ab');
    expect(says('$-\\sum_{i} y_i \\ln \\hat{y}_i$')).toBe('−∑iyi ln ŷi'.normalize('NFD'));
    expect(says('$a = -\\alpha \\max(0, z) - 1$')).toBe('a = −α max(0,z) − 1');
    expect(says('**Bold** and [a link](https://x.org), 5 \\* 3')).toBe('Bold and a link, 5 * 3');
    const parts = note('$w_2^3$').children.flatMap(({ children }) => children);
    const looks = parts.map(({ text, attributes }) => [text, attributes.class, attributes.dy]);
    expect(looks).toEqual([
      ['w', 'name', undefined],
      ['2', 'hung', '4'],
      ['3', 'hung', '-9'],
    ]);
  });

  it('shows shapes and local derivatives where they are asked for, and not else', () => {
    const graph: Graph = {
      ...emptyGraph,
      output: 'q',
      nodes: [
        { id: 'a', op: 'input', value: [1, 2] },
        { id: 's', op: 'input', value: 3, position: { x: 300, y: 0 } },
        { id: 'q', op: 'square', inputs: ['s'], position: { x: 600, y: 0 } },
      ],
    };
    const plain = pictureOf(graph);
    expect(plain.svg).not.toMatch(/data-role="(shape|local)"/);
    const root = parseXml(pictureOf(graph, { shapes: true, locals: true }).svg);
    const nodes = byAttribute(root, 'data-id');
    expect(textOf(nodes.get('a'), 'shape')).toContain('2');
    const edges = byAttribute(root, 'data-edge');
    expect(textOf(edges.get('s->q:0'), 'local')).toBe('6');
    expect(allText(edges.get('s->q:0') as Element)).toContain('∂ 6');
    expect(pictureOf(graph, { locals: true, numbers: false }).svg).not.toContain(
      'data-role="local"',
    );
  });

  it('shows a closed group as a card with the numbers that leave it, an open one as a box', () => {
    const grouped = (collapsed: boolean): Graph => ({
      ...linear,
      groups: [{ id: 'g', title: '层', nodes: ['m1', 'm2', 'x'], collapsed }],
    });
    const open = byAttribute(parseXml(pictureOf(grouped(false)).svg), 'data-id');
    expect(open.has('group:g') && open.has('x')).toBe(true);
    const closed = byAttribute(parseXml(pictureOf(grouped(true)).svg), 'data-id');
    expect(closed.has('x')).toBe(false);
    expect(textOf(closed.get('group:g'), 'value')).toBe('18');
    expect(allText(closed.get('group:g') as Element)).toContain('层');
  });
});

describe('the colours of pictures', () => {
  it('are those of the page', () => {
    const css = readFileSync(new URL('../../src/app/tokens.css', import.meta.url), 'utf8');
    const declared = (block: string) =>
      new Map(
        [...block.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6})/g)].map(([, key, hex]) => [key, hex]),
      );
    const blocks = css.split('}');
    const of = (theme: 'light' | 'dark', pair: string) => {
      const matching = blocks.filter((block) => {
        const selector = block.split('{')[0];
        const isDark = selector.includes('dark');
        if (selector.includes('data-colours')) {
          return isDark === (theme === 'dark') && selector.includes(`"${pair}"`);
        }
        return selector.includes(':root') && isDark === (theme === 'dark');
      });
      return new Map(matching.flatMap((block) => [...declared(block)]));
    };
    for (const theme of ['light', 'dark'] as const) {
      for (const pair of ['teal-orange', 'green-magenta', 'blue-gold'] as const) {
        const tokens = of(theme, pair);
        for (const [key, colour] of Object.entries(paletteOf(theme, pair))) {
          expect([theme, pair, key, colour]).toEqual([theme, pair, key, tokens.get(key)]);
        }
      }
    }
  });
});
