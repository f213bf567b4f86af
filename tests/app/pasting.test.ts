import { beforeEach, describe, expect, test, vi } from 'vitest';
import { currentGraph, openDocument, undo } from '../../src/app/store/document.ts';
import { emptyGraph, type Graph, readGraph, writeGraph } from '../../src/graph/index.ts';

vi.stubGlobal('navigator', { language: 'en', platform: 'Linux' });
vi.stubGlobal('document', { activeElement: null });
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }));
vi.stubGlobal('requestAnimationFrame', () => 0);
const { copiedText } = await import('../../src/app/clipboard/copying.ts');
const { pasteText } = await import('../../src/app/clipboard/pasting.ts');
const { select, useView } = await import('../../src/app/store/view.ts');

const start: Graph = {
  ...emptyGraph,
  title: 'Product',
  nodes: [
    { id: 'w', op: 'parameter', value: 3, position: { x: 0, y: 0 } },
    { id: 'x', op: 'input', value: 2, position: { x: 0, y: 100 } },
    { id: 'z', op: 'multiply', inputs: ['w', 'x'], position: { x: 300, y: 40 } },
  ],
  notes: [{ id: 'note1', text: 'Hello', position: { x: 500, y: 0 } }],
  output: 'z',
};
const ids = () => currentGraph().nodes.map(({ id }) => id);
const said = () => useView.getState().notice?.text.en;

describe('what is copied', () => {
  beforeEach(() => openDocument(start));

  test('is the text of a graph file, and comes back under fresh names', async () => {
    select(['w', 'z'], [], { notes: ['note1'] });
    const text = copiedText();
    expect(readGraph(text)).toMatchObject({ ok: true });
    await pasteText(text);
    expect(ids()).toHaveLength(5);
    expect(currentGraph().notes).toHaveLength(2);
    // What was left behind is an open port.
    expect(currentGraph().nodes[4].inputs).toEqual([currentGraph().nodes[3].id, null]);
    expect(currentGraph().output).toBe('z');
    expect([...useView.getState().selectedNodes]).toEqual(ids().slice(3));
    undo();
    expect(currentGraph()).toBe(start);
  });

  test('is put beside itself when it is pasted again', async () => {
    select(['w']);
    const text = copiedText();
    for (let i = 0; i < 3; i++) await pasteText(text);
    const [, , , ...copies] = currentGraph().nodes;
    const places = copies.map(({ position }) => [position?.x, position?.y]);
    expect(new Set(places.map(String)).size).toBe(3);
  });
});

describe('what cannot be pasted', () => {
  beforeEach(() => openDocument(start));

  test.each([
    [
      'a formula that ends too early',
      'y = 2 * (a +',
      /^Not pasted: line 1, column \d+ of the formula/,
    ],
    ['a file that is none', '{ "a": ', /^Not pasted: /],
    [
      'a graph with a mistake',
      writeGraph({ ...emptyGraph, nodes: [{ id: 'a', op: 'nonsense' }] }),
      /^Not pasted: .*nonsense/,
    ],
    ['an empty graph', writeGraph(emptyGraph), /empty/],
    ['a result', '{ "format": "chainrule-result" }', /result of an exercise/],
    ['rows of a table', 'x\ty\n1\t2\n3\t4\n', /table.*Data.*Train/],
    ['nothing', ' \n', /no text in the clipboard/],
  ])('%s changes nothing and is explained', async (_, text, reason) => {
    await pasteText(text);
    expect(currentGraph()).toBe(start);
    expect(said()).toMatch(reason);
  });
});
